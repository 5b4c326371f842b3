import { InvalidArgumentError } from "commander";
import type { Words } from "./words/index.ts";

/** Parser of an option that is a number no less than `least`. */
export const numberFrom =
  (least: number, words: Words) =>
  (given: string): number => {
    const value = Number(given);
    if (given.trim() === "" || !Number.isFinite(value) || value < least) {
      throw new InvalidArgumentError(words.usage.notANumber(least));
    }
    return value;
  };

/** Parser of an option that is a whole number no less than `least`. */
export const integerFrom =
  (least: number, words: Words) =>
  (given: string): number => {
    const value = Number(given);
    if (!/^\d+$/u.test(given) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(words.usage.notAnInteger(least));
    }
    return value;
  };

export const portFrom =
  (words: Words) =>
  (given: string): number => {
    const port = Number(given);
    if (!/^\d{1,5}$/u.test(given) || port > 65_535) throw new InvalidArgumentError(words.usage.notAPort);
    return port;
  };
