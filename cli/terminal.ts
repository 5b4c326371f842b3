import type { Writable } from "node:stream";
import picocolors from "picocolors";
import { chooseLanguage, type Language } from "./language.ts";
import { type Words, words } from "./words/index.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command prints: results to `out`, everything said about them to `err`. */
export interface Terminal {
  readonly language: Language;
  readonly words: Words;
  readonly out: Channel;
  readonly err: Channel;
}

export interface Channel {
  readonly isTerminal: boolean;
  /** Undefined where the output is no terminal: then nothing is cut. */
  readonly columns: number | undefined;
  readonly colors: Colors;
  readonly stream: Writable;
  /** Resolves when the text is on its way, so that a slow reader of a long export is waited for. */
  write(content: string | Uint8Array): Promise<void>;
}

export function openTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const language = chooseLanguage(argv, env);
  return {
    language,
    words: words(language),
    out: channel(process.stdout, env),
    err: channel(process.stderr, env),
  };
}

function channel(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Channel {
  const isTerminal = stream.isTTY;
  return {
    isTerminal,
    columns: isTerminal && stream.columns > 0 ? stream.columns : undefined,
    colors: picocolors.createColors(wantsColor(isTerminal, env)),
    stream,
    write: (content) =>
      new Promise((done) => {
        stream.write(content, () => {
          done();
        });
      }),
  };
}

/** https://no-color.org and its counterpart FORCE_COLOR; else colour on a terminal alone. */
function wantsColor(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return isTerminal && env["TERM"] !== "dumb";
}
