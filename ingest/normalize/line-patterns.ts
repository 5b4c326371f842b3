import type { Knowledge } from "../knowledge/knowledge.ts";
import { RELATIVE_PLACES } from "../recognize/agencies/place.ts";
import { oneOf } from "../recognize/word-pattern.ts";

/** LinePatterns 行式: what lines begin and end with, and what stands beside a gap; their words are seeds. */
export interface LinePatterns {
  /** A marker, or a label of attachments, imprint or contact, at the beginning of a line. */
  readonly marker: RegExp;
  /** 的通知, or a stop: the line goes on with the one before. */
  readonly continues: RegExp;
  readonly titleEnd: RegExp;
  /** A title says what it is about. */
  readonly about: RegExp;
  /** 年, 家, 公里: what is counted by the number before. */
  readonly measure: RegExp;
  /** A name that brings its place, or a group: it is no department of the one before. */
  readonly ofItsOwn: RegExp;
  /** A heading row on one line, its columns parted by spaces: 序号 任务 牵头单位. */
  readonly spacedTable: RegExp;
}

const HAN = "[一二三四五六七八九十百]{1,4}";
const BLANKS = "[ \\u00A0\\u3000]+";
const CELL = "\\p{Script=Han}{2,10}";

const compiled = new WeakMap<Knowledge, LinePatterns>();

/** The expressions compiled from this knowledge, once. */
export function linePatternsOf(knowledge: Knowledge): LinePatterns {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const { layout, titleKinds, tables } = knowledge;
  const labels = oneOf([...layout.attachments.words, ...layout.labels.words]);
  const kinds = [titleKinds.official, titleKinds.compound, titleKinds.issued, titleKinds.topics, layout.titleEnds];
  const patterns = {
    marker: new RegExp(
      `^(?:${HAN}[、.．]|[（(]${HAN}[）)]|[（(]?\\d{1,3}[）).．、](?!\\d)|[①-⑳]|第[一二三四五六七八九十百\\d]{1,4}[章节条编]|——|[-*#•·●■◆]\\s?|${labels})`,
      "u",
    ),
    continues: new RegExp(`^(?:的${oneOf(layout.continuing.words)}|[，。、；：,;:！？）)】〕\\]》”’%％])`, "u"),
    titleEnd: new RegExp(`${oneOf(kinds.flatMap(({ words }) => words))}(?:[（(][^（）()]{1,12}[）)])?$`, "u"),
    about: new RegExp(oneOf(layout.inTitles.words), "u"),
    measure: new RegExp(`^${oneOf([...layout.measures.words, ...layout.counters.words])}`, "u"),
    ofItsOwn: ownNamesOf(knowledge),
    spacedTable: new RegExp(`${oneOf(tables.number)}${BLANKS}${CELL}${BLANKS}${CELL}[ \\u00A0\\u3000]`, "u"),
  };
  compiled.set(knowledge, patterns);
  return patterns;
}

const ownNamesOf = ({ agencies, bodies, sameDocuments }: Knowledge): RegExp =>
  new RegExp(
    `^${oneOf([...RELATIVE_PLACES, ...agencies.groups.heads, ...bodies.nation.words, ...sameDocuments.party.words])}`,
    "u",
  );
