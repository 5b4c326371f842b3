/** A range of the source text to be shown in some way. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
  /** focus: the words in question; cue: what gives the role; also: other passages of the same thing; read: any mention. */
  readonly tone: "focus" | "cue" | "also" | "read";
  /** Id of the thing that is mentioned. */
  readonly thing?: string;
}

/** A run of characters under the same ranges. */
export interface Segment {
  readonly from: number;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

export interface SourceLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Ranges that touch the line. */
  readonly ranges: readonly TextRange[];
}

/** Lines of a source text with what is shown in them. Empty lines after an empty line are left out. */
export function sourceLines(text: string, ranges: readonly TextRange[]): SourceLine[] {
  const starts: number[] = [];
  for (let at = 0; at <= text.length; ) {
    starts.push(at);
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    at = end + 1;
  }
  const touching = new Map<number, TextRange[]>();
  for (const range of ranges) {
    for (let line = lineAt(starts, range.from); line < starts.length && (starts[line] ?? 0) < range.to; line += 1) {
      const list = touching.get(line);
      if (list === undefined) touching.set(line, [range]);
      else list.push(range);
    }
  }
  const lines: SourceLine[] = [];
  let wasEmpty = true;
  starts.forEach((from, line) => {
    const next = starts[line + 1];
    const to = next === undefined ? text.length : next - 1;
    const content = text.slice(from, to).replace(/\r$/u, "");
    const empty = content.trim() === "";
    if (!(empty && wasEmpty)) lines.push({ from, to, text: content, ranges: touching.get(line) ?? [] });
    wasEmpty = empty;
  });
  return lines;
}

/** The last line that begins at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts a line wherever a range begins or ends. */
export function segmentsOf(line: SourceLine): Segment[] {
  if (line.ranges.length === 0) return [{ from: line.from, text: line.text, ranges: [] }];
  const end = line.from + line.text.length;
  const cuts = new Set([line.from, end]);
  for (const { from, to } of line.ranges) {
    if (from > line.from && from < end) cuts.add(from);
    if (to > line.from && to < end) cuts.add(to);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    return {
      from,
      text: line.text.slice(from - line.from, to - line.from),
      ranges: line.ranges.filter((range) => range.from < to && range.to > from),
    };
  });
}
