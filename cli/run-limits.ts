import type { Command } from "commander";
import { integerFrom, numberFrom } from "./numbers.ts";
import type { Terminal } from "./terminal.ts";

export interface LimitOptions {
  /** In seconds. */
  readonly timeout: number;
  readonly limit: number;
}

/** What a timer can wait for, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Lets a command take how long a query may run and how much it may give. */
export const takesLimits = (command: Command, { words }: Terminal): Command =>
  command
    .option("--timeout <seconds>", words.help.timeout, numberFrom(0.1, words), 30)
    .option("--limit <rows>", words.help.limit, integerFrom(1, words), 10_000);

export const limitsOf = ({ timeout, limit }: LimitOptions): { timeoutMs: number; rowCap: number } => ({
  timeoutMs: Math.min(Math.round(timeout * 1000), LONGEST),
  rowCap: limit,
});
