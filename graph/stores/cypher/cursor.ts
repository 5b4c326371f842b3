import { isMark, isWord, type Token } from "./lexer.ts";

/** The query holds something that the reader does not know; the engine may all the same. */
export class Unreadable extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`unreadable at ${at}`);
    this.at = at;
  }
}

/** A place among the tokens of a query, moving on. */
export class Cursor {
  readonly #tokens: readonly Token[];
  readonly #known = new Map<number, boolean>();
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#index + ahead];
  }

  get done(): boolean {
    return this.#index >= this.#tokens.length;
  }

  /** Where the next token begins, or the last one ended. */
  get from(): number {
    return this.peek()?.from ?? this.to;
  }

  get to(): number {
    return this.#tokens[this.#index - 1]?.to ?? 0;
  }

  mark(): number {
    return this.#index;
  }

  reset(mark: number): void {
    this.#index = mark;
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw new Unreadable(this.to);
    this.#index++;
    return token;
  }

  atWord(...words: string[]): boolean {
    return isWord(this.peek(), ...words);
  }

  atMark(...marks: string[]): boolean {
    return isMark(this.peek(), ...marks);
  }

  /** Takes words in a row, or nothing. */
  takeWords(...words: string[]): boolean {
    if (!words.every((word, ahead) => isWord(this.peek(ahead), word))) return false;
    this.#index += words.length;
    return true;
  }

  takeMark(mark: string): boolean {
    if (!this.atMark(mark)) return false;
    this.#index++;
    return true;
  }

  need(mark: string): void {
    if (!this.takeMark(mark)) throw new Unreadable(this.from);
  }

  needWord(word: string): void {
    if (!this.takeWords(word)) throw new Unreadable(this.from);
  }

  /** Reads something that may hold itself; gives up where that goes too deep. */
  within<Result>(read: () => Result): Result {
    if (++this.#depth > 100) throw new Unreadable(this.from);
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  /** Answers a question about this place that is only found out by reading on; asked once a place. */
  ahead(read: () => boolean): boolean {
    const begin = this.#index;
    let answer = this.#known.get(begin);
    if (answer === undefined) {
      try {
        answer = read();
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        answer = false;
      }
      this.#known.set(begin, answer);
      this.#index = begin;
    }
    return answer;
  }

  /** A name, with its backticks taken off. */
  name(): string {
    const token = this.next();
    if (token.kind === "word") return token.text;
    if (token.kind === "quoted") return token.text.slice(1, -1).replaceAll("``", "`");
    throw new Unreadable(token.from);
  }

  atName(): boolean {
    const kind = this.peek()?.kind;
    return kind === "word" || kind === "quoted";
  }
}
