import cliProgress from "cli-progress";
import stringWidth from "string-width";
import type { Channel } from "./terminal.ts";

const LABEL_WIDTH = 24;

/** Progress 进度: a bar for each phase on a terminal, one plain line for each elsewhere. */
export class Progress {
  readonly #channel: Channel;
  #bar: cliProgress.SingleBar | undefined;
  #phase: string | undefined;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  show(phase: string, done: number, total: number): void {
    if (phase !== this.#phase) this.#begin(phase, total);
    this.#bar?.setTotal(total);
    this.#bar?.update(done);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
    this.#phase = undefined;
  }

  #begin(phase: string, total: number): void {
    this.end();
    this.#phase = phase;
    if (!this.#channel.isTerminal) {
      void this.#channel.write(`${phase}…\n`);
      return;
    }
    const label = phase + " ".repeat(Math.max(0, LABEL_WIDTH - stringWidth(phase)));
    this.#bar = new cliProgress.SingleBar({
      format: `${label} {bar} {value}/{total}`,
      stream: this.#channel.stream,
      barCompleteChar: "━",
      barIncompleteChar: "─",
      barsize: 30,
      clearOnComplete: true,
    });
    this.#bar.start(total, 0);
  }
}
