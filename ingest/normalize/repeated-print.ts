import type { Repair } from "./tracked-text.ts";

/** Longest run of bold that a converter printed several times, in code units. */
const LONGEST = 90;

interface Run {
  readonly from: number;
  readonly unit: number;
  readonly times: number;
}

/**
 * Fake bold 叠印加粗: converters print a bold run four times over: （（（（一一一一））））指导思想指导思想指导思想指导思想
 * (FIELD.md §4). The shortest unit repeated exactly four times is collapsed; its whole extent stays as evidence. This
 * is done only in a text that has several such runs of two hanzi or more; a line that stands twice in itself is
 * collapsed too (层层, 人人 are words and stay).
 */
export function repairRepeatedPrint(text: string): Repair[] {
  const runs = fourfoldRuns(text);
  const telling = runs.filter(({ from, unit }) => /\p{Script=Han}{2}/u.test(text.slice(from, from + unit)));
  const repairs = telling.length < 2 ? [] : collapse(text, runs);
  return repairs.length > 0 ? repairs : doubledLines(text);
}

function fourfoldRuns(text: string): Run[] {
  const runs: Run[] = [];
  let lineEnd = -1;
  for (let at = 0; at < text.length; ) {
    if (at > lineEnd) lineEnd = lineEndOf(text, at);
    const unit = shortestFourfold(text, at, lineEnd);
    if (unit === 0) at++;
    else {
      runs.push({ from: at, unit, times: 4 });
      at += unit * 4;
    }
  }
  return runs;
}

const lineEndOf = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

function shortestFourfold(text: string, at: number, end: number): number {
  if (/\s/u.test(text.charAt(at))) return 0;
  const longest = Math.min(LONGEST, Math.floor((end - at) / 4));
  for (let unit = 1; unit <= longest; unit++) {
    const first = text.charCodeAt(at);
    if (text.charCodeAt(at + unit) !== first || text.charCodeAt(at + 3 * unit) !== first) continue;
    const words = text.slice(at, at + unit);
    if (!text.startsWith(words.repeat(3), at + unit)) continue;
    if (text.startsWith(words, at + 4 * unit)) return 0;
    return unit;
  }
  return 0;
}

/** Digits and rules of dashes repeat of themselves: they count only where they touch another run. */
const weak = (words: string): boolean => /^[\d\s.\-—–_*=…·]+$/u.test(words);

function collapse(text: string, runs: readonly Run[]): Repair[] {
  return runs
    .filter((run, i) => {
      if (!weak(text.slice(run.from, run.from + run.unit))) return true;
      const before = runs[i - 1];
      const after = runs[i + 1];
      return (before !== undefined && endOf(before) === run.from) || after?.from === endOf(run);
    })
    .map((run) => ({
      from: run.from,
      to: endOf(run),
      replacement: text.slice(run.from, run.from + run.unit),
      rule: "repeated-print",
    }));
}

const endOf = (run: Run): number => run.from + run.unit * run.times;

function doubledLines(text: string): Repair[] {
  const repairs: Repair[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const words = line.trim();
    const half = words.slice(0, words.length / 2);
    if (words.length >= 12 && words === half + half && /\p{Script=Han}{4}/u.test(half)) {
      const from = at + line.indexOf(words);
      repairs.push({ from, to: from + words.length, replacement: half, rule: "doubled-line" });
    }
    at += line.length + 1;
  }
  return repairs;
}
