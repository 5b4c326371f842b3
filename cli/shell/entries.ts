import { isMark, tokenize } from "../../graph/stores/cypher/lexer.ts";

/**
 * Entries 输入: what a user types, line by line, put together into what can be run: a command (a line that begins with a
 * colon) or a statement, which ends with a semicolon that stands outside quotation marks and comments.
 */
export class Entries {
  #pending = "";

  /** What has been typed of a statement that has not ended. */
  get pending(): string {
    return this.#pending;
  }

  /** Adds a line and gives what it completes. */
  add(line: string): string[] {
    if (this.#pending === "" && /^\s*:/u.test(line)) return [line.trim()];
    const text = this.#pending === "" ? line : `${this.#pending}\n${line}`;
    const ended: string[] = [];
    let from = 0;
    for (const token of tokenize(text)) {
      if (!isMark(token, ";")) continue;
      ended.push(text.slice(from, token.from));
      from = token.to;
    }
    const rest = text.slice(from);
    this.#pending = isBlank(rest) ? "" : rest;
    return ended.filter((statement) => !isBlank(statement)).map((statement) => statement.trim());
  }

  /** Gives up what has not ended, and what it was. */
  take(): string[] {
    const rest = this.#pending.trim();
    this.#pending = "";
    return rest === "" ? [] : [rest];
  }
}

const isBlank = (text: string): boolean => tokenize(text).length === 0 && !/\/\*(?:(?!\*\/)[\s\S])*$/u.test(text);
