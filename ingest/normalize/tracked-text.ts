import type { Edit } from "../../graph/model/reading.ts";
import type { CleanSpan, Span } from "../../graph/model/span.ts";

/** A repair in offsets of the text it is applied to; the pass that made it is named in `rule`. */
export interface Repair {
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
  readonly rule: string;
}

/**
 * TrackedText 带出处的文本: a text in which every UTF-16 code unit knows the stretch of the source that it stands for.
 * Repairs of several passes therefore compose exactly: nothing is searched for again or compared afterwards.
 */
export class TrackedText {
  readonly text: string;
  readonly #source: string;
  /** Source extent of code unit i: [#from[i], #to[i]). Both are non-decreasing. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #applied: readonly Edit[];

  private constructor(source: string, text: string, from: Int32Array, to: Int32Array, applied: readonly Edit[]) {
    this.#source = source;
    this.text = text;
    this.#from = from;
    this.#to = to;
    this.#applied = applied;
  }

  static of(source: string): TrackedText {
    const from = new Int32Array(source.length);
    const to = new Int32Array(source.length);
    for (let i = 0; i < source.length; i++) {
      from[i] = i;
      to[i] = i + 1;
    }
    return new TrackedText(source, source, from, to, []);
  }

  /** Applies repairs that are sorted and do not overlap; an empty list gives this text back. */
  apply(repairs: readonly Repair[]): TrackedText {
    if (repairs.length === 0) return this;
    const length = repairs.reduce(
      (sum, { from, to, replacement }) => sum + replacement.length - (to - from),
      this.text.length,
    );
    const from = new Int32Array(length);
    const to = new Int32Array(length);
    const parts: string[] = [];
    const applied: Edit[] = [];
    let read = 0;
    let written = 0;
    const copy = (end: number): void => {
      parts.push(this.text.slice(read, end));
      from.set(this.#from.subarray(read, end), written);
      to.set(this.#to.subarray(read, end), written);
      written += end - read;
      read = end;
    };
    for (const repair of repairs) {
      copy(repair.from);
      const extent = this.toSource(repair);
      parts.push(repair.replacement);
      from.fill(extent.from, written, written + repair.replacement.length);
      to.fill(extent.to, written, written + repair.replacement.length);
      written += repair.replacement.length;
      read = repair.to;
      applied.push({ ...extent, replacement: repair.replacement, rule: repair.rule });
    }
    copy(this.text.length);
    return new TrackedText(this.#source, parts.join(""), from, to, [...this.#applied, ...applied]);
  }

  /** Where the range stands in the source: the whole extent of what its first to last code unit stand for. */
  toSource(span: CleanSpan): Span {
    const last = this.text.length - 1;
    if (last < 0) return { from: 0, to: 0 };
    if (span.to <= span.from) {
      const at = span.from > last ? (this.#to[last] ?? 0) : (this.#from[Math.max(0, span.from)] ?? 0);
      return { from: at, to: at };
    }
    const first = Math.min(Math.max(0, span.from), last);
    return { from: this.#from[first] ?? 0, to: this.#to[Math.min(span.to - 1, last)] ?? 0 };
  }

  /** All repairs composed into one sorted list of disjoint edits of the source. */
  edits(): readonly Edit[] {
    const gaps: { from: number; to: number; replacement: string }[] = [];
    let at = 0;
    for (let i = 0; i < this.text.length; ) {
      const from = this.#from[i] ?? 0;
      const to = this.#to[i] ?? 0;
      let end = i + 1;
      while (end < this.text.length && this.#from[end] === from && this.#to[end] === to) end++;
      const replacement = this.text.slice(i, end);
      if (from > at) gaps.push({ from: at, to: from, replacement: "" });
      if (replacement !== this.#source.slice(from, to)) gaps.push({ from, to, replacement });
      at = to;
      i = end;
    }
    if (at < this.#source.length) gaps.push({ from: at, to: this.#source.length, replacement: "" });
    return nameRules(gaps, this.#applied);
  }
}

/** Names each composed edit by the passes whose repairs lie within it. */
function nameRules(
  gaps: readonly { from: number; to: number; replacement: string }[],
  applied: readonly Edit[],
): Edit[] {
  const sorted = [...applied].sort((a, b) => a.from - b.from || a.to - b.to);
  let start = 0;
  return gaps.map((gap) => {
    while (start < sorted.length && (sorted[start]?.to ?? 0) <= gap.from) start++;
    const rules = new Set<string>();
    for (let i = start; i < sorted.length && (sorted[i]?.from ?? 0) < gap.to; i++) {
      const edit = sorted[i];
      if (edit !== undefined && edit.to > gap.from) rules.add(edit.rule);
    }
    return { ...gap, rule: [...rules].sort().join("+") };
  });
}
