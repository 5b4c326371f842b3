import { Writable } from "node:stream";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import { Progress } from "../../cli/progress.ts";
import type { Channel } from "../../cli/terminal.ts";

function recorded(isTerminal: boolean): { channel: Channel; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString("utf8"));
      done();
    },
  });
  const terminal = Object.assign(stream, {
    isTTY: isTerminal,
    columns: 80,
    cursorTo() {},
    clearLine() {},
    moveCursor() {},
  });
  const channel: Channel = {
    isTerminal,
    columns: 80,
    colors: picocolors.createColors(false),
    stream: terminal,
    write: (text) => {
      chunks.push(text);
      return Promise.resolve();
    },
  };
  return { channel, text: () => chunks.join("") };
}

function work(progress: Progress): void {
  for (const [phase, total] of [
    ["读取文件", 1],
    ["理解公文", 3],
  ] as const) {
    for (let done = 0; done <= total; done++) progress.show(phase, done, total);
  }
  progress.end();
}

test("a terminal sees a bar that fills", () => {
  const { channel, text } = recorded(true);
  work(new Progress(channel));
  expect(text()).toMatch(/理解公文.*━+.*3\/3/u);
});

test("a log sees one plain line for each phase and no control sequence", () => {
  const { channel, text } = recorded(false);
  work(new Progress(channel));
  expect(text()).toBe("读取文件…\n理解公文…\n");
});
