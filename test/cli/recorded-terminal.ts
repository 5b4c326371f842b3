import { Writable } from "node:stream";
import picocolors from "picocolors";
import type { Language } from "../../cli/language.ts";
import type { Channel, Terminal } from "../../cli/terminal.ts";
import { words } from "../../cli/words/index.ts";

export interface Recorded {
  readonly channel: Channel;
  readonly text: () => string;
}

/** A channel that keeps what is written; as a terminal it is 80 columns wide and takes no colour. */
export function recordedChannel(isTerminal: boolean): Recorded {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString("utf8"));
      done();
    },
  });
  const channel: Channel = {
    isTerminal,
    columns: isTerminal ? 80 : undefined,
    colors: picocolors.createColors(false),
    stream: Object.assign(stream, {
      isTTY: isTerminal,
      columns: 80,
      cursorTo() {},
      clearLine() {},
      moveCursor() {},
    }),
    write: (content) => {
      chunks.push(typeof content === "string" ? content : Buffer.from(content).toString("utf8"));
      return Promise.resolve();
    },
  };
  return { channel, text: () => chunks.join("") };
}

export interface RecordedTerminal {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly err: () => string;
}

export function recordedTerminal(language: Language): RecordedTerminal {
  const out = recordedChannel(false);
  const err = recordedChannel(false);
  return {
    terminal: { language, words: words(language), out: out.channel, err: err.channel },
    out: out.text,
    err: err.text,
  };
}
