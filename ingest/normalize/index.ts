import type { NormalizedText } from "../../graph/model/reading.ts";
import type { CleanSpan } from "../../graph/model/span.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { lexiconOf } from "../recognize/lexicon.ts";
import { repairCharacters } from "./characters.ts";
import { hasLostBreaks } from "./line-breaks.ts";
import { linePatternsOf } from "./line-patterns.ts";
import { repairLookAlikes } from "./look-alikes.ts";
import { repairPageBreakEcho } from "./page-break-echo.ts";
import { repairPageFurniture } from "./page-furniture.ts";
import { repairPronunciations } from "./pronunciations.ts";
import { repairRepeatedPrint } from "./repeated-print.ts";
import { repairSpaces } from "./spaces.ts";
import { repairTableLines } from "./table-lines.ts";
import { type Repair, TrackedText } from "./tracked-text.ts";
import { repairWraps } from "./wraps.ts";

/**
 * Normalize 净化: repairs what conversion did to a document (FIELD.md §4). The result is paragraphs separated by one
 * line feed; look-alike punctuation and widths are left as they are. Total and pure; linear in the text but for runs of
 * repeated print, which are looked for up to 90 code units. Offsets are UTF-16 code units.
 */
export function normalize(text: string, knowledge: Knowledge): NormalizedText {
  const lexicon = lexiconOf(knowledge);
  const patterns = linePatternsOf(knowledge);
  let tracked = TrackedText.of(text);
  const run = (pass: (text: string) => Repair[]): readonly Repair[] => {
    const repairs = pass(tracked.text);
    tracked = tracked.apply(repairs);
    return repairs;
  };
  run(repairCharacters);
  run(repairLookAlikes);
  run(repairPronunciations);
  const hasCells = run(repairTableLines).some(({ rule }) => rule === "table-cell");
  run(repairPageFurniture);
  run(repairRepeatedPrint);
  const breaksLost = hasLostBreaks(tracked.text, patterns);
  run((now) => repairSpaces(now, { breaksLost, agencies: lexicon.agencies, patterns }));
  const joins = placesAfter(
    run((now) => repairWraps(now, lexicon, patterns, hasCells ? partsCells(tracked) : undefined)),
    "wrap",
  );
  run((now) => repairPageBreakEcho(now, joins, lexicon.agencies));
  run(trimEnds);
  const result = tracked;
  return {
    text: result.text,
    edits: result.edits(),
    toSource: (span) => result.toSource(span),
  };
}

/** Tells the breaks that a repair of table rows put between cells. */
function partsCells(tracked: TrackedText): (gap: CleanSpan) => boolean {
  const places = new Set(
    tracked
      .edits()
      .filter(({ rule }) => rule === "table-cell")
      .map(({ from }) => from),
  );
  return (gap) => gap.from < gap.to && places.has(tracked.toSource(gap).from);
}

/** Where, after the repairs, the text goes on that a repair of this rule joined. */
function placesAfter(repairs: readonly Repair[], rule: string): number[] {
  let shift = 0;
  const places: number[] = [];
  for (const repair of repairs) {
    shift += repair.replacement.length - (repair.to - repair.from);
    if (repair.rule === rule) places.push(repair.to + shift);
  }
  return places;
}

function trimEnds(text: string): Repair[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const repairs: Repair[] = [];
  if (start > 0) repairs.push({ from: 0, to: start, replacement: "", rule: "blank-line" });
  if (end > start && end < text.length)
    repairs.push({ from: end, to: text.length, replacement: "", rule: "blank-line" });
  return repairs;
}
