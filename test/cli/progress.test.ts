import { expect, test } from "vitest";
import { Progress } from "../../cli/progress.ts";
import { recordedChannel } from "./recorded-terminal.ts";

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
  const { channel, text } = recordedChannel(true);
  work(new Progress(channel));
  expect(text()).toMatch(/理解公文.*━+.*3\/3/u);
});

test("a log sees one plain line for each phase and no control sequence", () => {
  const { channel, text } = recordedChannel(false);
  work(new Progress(channel));
  expect(text()).toBe("读取文件…\n理解公文…\n");
});
