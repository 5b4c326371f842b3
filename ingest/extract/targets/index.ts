import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Clause, ClauseTree, NormalizedText, TargetReading } from "../../../graph/model/reading.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findDates } from "../../recognize/dates.ts";
import type { QuantityMention } from "../../recognize/quantities/quantity.ts";
import { deadlineWordsOf } from "../deadlines/compiled-words.ts";
import { isNews } from "../deadlines/news.ts";
import { documentYearOf } from "../document-year.ts";
import { clauseHolding } from "../subject.ts";
import { type Aim, aimOf } from "./aim.ts";
import { type GoalYear, goalYears } from "./goal-year.ts";
import { type TargetLexicon, targetLexiconOf } from "./lexicon.ts";
import { planOf } from "./plan.ts";
import { blocksOf, masked, type Segment } from "./segments.ts";

/**
 * Targets 指标: measurable aims with metric, comparator, value, baseline and year. Aims that only commas part are one
 * target, as documents state them (城镇新增就业24万人以上，失业率控制在3.5%以内). Sums given to somebody, thresholds of rules, figures of
 * the past and news set no target. Linear in the text.
 */
export function extractTargets(
  normalized: NormalizedText,
  tree: ClauseTree,
  knowledge: Knowledge,
  documentYear: number | undefined = documentYearOf(normalized.text, tree.masthead),
): TargetReading[] {
  const { text } = normalized;
  if (isNews(text, deadlineWordsOf(knowledge))) return [];
  const words = targetLexiconOf(knowledge);
  const { title, enclosedTitle } = tree.masthead;
  const plan = planOf(text, tree, documentYear, words);
  const isRule = words.rules.test((enclosedTitle ?? title)?.text ?? "");
  const reader = new Reader(text, words, {
    documentYear,
    isRule,
    isPlan: plan.isPlan && !isRule,
    background: backgroundOf(tree, words),
  });
  let carried: { readonly year: number; readonly at: number; readonly clause: string } | undefined;
  return reader.read().map(({ aims, from, to, year: own }) => {
    const first = aims[0];
    const clause = clauseHolding(tree, from)?.path ?? "";
    if (own !== undefined) carried = { year: own, at: to, clause };
    const said = text.slice(from, to);
    const yearly = /每年|年均|平均/u.test(said);
    const near = !yearly && carried !== undefined && carried.clause === clause && from - carried.at <= YEAR_REACH;
    const planned = yearly || SEVERAL_YEARS.test(said) ? undefined : plan.year;
    const year = own ?? (near ? carried?.year : undefined) ?? planned;
    const comparators = [...new Set(aims.map(({ comparator }) => comparator ?? "="))];
    return {
      clause,
      text: text.slice(from, to).replace(/\s+/gu, ""),
      span: { from, to },
      metric: aims.map(({ metric }) => metric).join("；"),
      value: aims.map(({ value }) => value).join("；"),
      comparator:
        comparators.length === 1 ? (comparators[0] ?? "=") : aims.map(({ comparator }) => comparator ?? "=").join("；"),
      ...(year === undefined ? {} : { year: String(year) }),
      ...(first?.baseline === undefined ? {} : { baseline: first.baseline }),
    };
  });
}

/** Clauses that tell how things stand: 一、现状形势. */
const backgroundOf = (tree: ClauseTree, words: TargetLexicon): CleanSpan[] => {
  const found: CleanSpan[] = [];
  const walk = (clause: Clause): void => {
    const heading = clause.heading.replace(/[\s。：]/gu, "");
    if (heading.length <= 16 && words.background.test(heading)) found.push(clause.span);
    else clause.children.forEach(walk);
  };
  tree.clauses.forEach(walk);
  return found;
};

interface Joined {
  readonly aims: Aim[];
  readonly from: number;
  to: number;
  readonly year?: number;
}

/** 三年内, 用5年时间: more than the year of the plan. */
const SEVERAL_YEARS = /[二两三四五六七八九十2-9]\s?年(?:内|时间|左右)|未来|[“"]十/u;

/** A year stated once holds for the sentences behind it in the same clause, as far as this. */
const YEAR_REACH = 400;

interface DocumentCircumstances {
  readonly documentYear: number | undefined;
  readonly isRule: boolean;
  readonly isPlan: boolean;
  readonly background: readonly CleanSpan[];
}

class Reader {
  readonly #text: string;
  readonly #masked: string;
  readonly #words: TargetLexicon;
  readonly #circumstances: DocumentCircumstances;
  readonly #quantities: readonly QuantityMention[];
  #next = 0;

  constructor(text: string, words: TargetLexicon, circumstances: DocumentCircumstances) {
    this.#text = text;
    this.#masked = masked(text);
    this.#words = words;
    this.#circumstances = circumstances;
    this.#quantities = words.quantities(this.#masked);
  }

  read(): Joined[] {
    const blocks = blocksOf(this.#masked);
    return blocks.flatMap((block, place) => this.#block(block, blocks[place + 1]));
  }

  #block(block: readonly Segment[], next: readonly Segment[] | undefined): Joined[] {
    const first = block[0];
    const last = block.at(-1);
    if (first === undefined || last === undefined) return [];
    const years = goalYears(this.#text, block, this.#circumstances.documentYear, this.#words);
    const below = years.length === 0 ? this.#yearBelow(next) : undefined;
    const tellsPast = this.#words.isTold(this.#masked.slice(first.from, last.to)) || this.#isPast(first.from, last.to);
    const joined: Joined[] = [];
    let previous: Aim | undefined;
    block.forEach((segment, place) => {
      const goal =
        years.findLast(({ from, until }) => from < segment.to && (until === undefined || segment.to <= until)) ?? below;
      const before = block[place - 1];
      const quantities = this.#within(segment);
      const aim = aimOf(
        { text: this.#text, masked: this.#masked },
        segment,
        quantities,
        {
          goalFrom: goal === below && goal !== undefined ? segment.from : goal?.from,
          isRule: this.#circumstances.isRule,
          isPlan: this.#circumstances.isPlan,
          tellsPast,
          continues: previous?.segment === before ? previous?.kind : undefined,
          isBackground: this.#circumstances.background.some(({ from, to }) => from <= segment.from && segment.to <= to),
          next: this.#masked.slice(block[place + 1]?.from ?? 0, block[place + 1]?.to ?? 0),
          previous: before === undefined ? "" : this.#masked.slice(before.from, before.to),
        },
        this.#words,
      );
      const open = joined.at(-1);
      if (aim !== undefined) {
        if (
          open !== undefined &&
          previous !== undefined &&
          previous.segment === before &&
          belongs(this.#text, previous, aim, goal)
        ) {
          open.aims.push(aim);
          open.to = segment.to;
        } else joined.push(this.#begin(aim, before, goal));
      }
      previous = aim;
    });
    return joined;
  }

  /** A sentence with a year that was over when the document was written: 2020年…达到94%. */
  #isPast(from: number, to: number): boolean {
    const { documentYear } = this.#circumstances;
    return findDates(this.#text, from, to).some(
      ({ year, relativeYear = 0, span }) =>
        (relativeYear < 0 || (year !== undefined && documentYear !== undefined && year < documentYear)) &&
        !/(?:较|比|以|自|从|在|于|与|同|照)$/u.test(this.#text.slice(from, span.from)) &&
        !/[〔（《]/u.test(this.#text.slice(span.from - 1, span.from)),
    );
  }

  /** A target begins with its year where that stands in the segment or is all that the segment before says. */
  #begin(aim: Aim, before: Segment | undefined, goal: GoalYear | undefined): Joined {
    const { segment } = aim;
    const isHead =
      goal !== undefined &&
      before !== undefined &&
      before.from <= goal.from &&
      goal.to <= before.to &&
      this.#text.slice(goal.to, before.to).trim().length <= 6;
    const from = isHead ? goal.from : segment.from + this.#lead(segment);
    return { aims: [aim], from, to: segment.to, ...(goal === undefined ? {} : { year: goal.year }) };
  }

  #lead(segment: Segment): number {
    return (
      /^(?:[（(][^（()）]{4,}[）)][\s。；;]*)*[\s\p{P}]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)\s?)?/u.exec(
        this.#text.slice(segment.from, segment.to),
      )?.[0].length ?? 0
    );
  }

  #within({ from, to }: Segment): QuantityMention[] {
    while ((this.#quantities[this.#next]?.span.to ?? Number.POSITIVE_INFINITY) <= from) this.#next++;
    const found: QuantityMention[] = [];
    for (let i = this.#next; (this.#quantities[i]?.span.from ?? Number.POSITIVE_INFINITY) < to; i++) {
      const quantity = this.#quantities[i];
      if (quantity !== undefined && quantity.span.from >= from && quantity.span.to <= to) found.push(quantity);
    }
    return found;
  }

  /** A line below that holds nothing but dates says until when: - 2022/01-2022/12. */
  #yearBelow(next: readonly Segment[] | undefined): GoalYear | undefined {
    const first = next?.[0];
    const last = next?.at(-1);
    if (first === undefined || last === undefined || last.to - first.from > 30) return undefined;
    const [date] = findDates(this.#text, first.from, last.to);
    const rest =
      date === undefined ? "x" : this.#text.slice(first.from, date.span.from) + this.#text.slice(date.span.to, last.to);
    if (date?.year === undefined || !/^[\s\p{P}]*$/u.test(rest)) return undefined;
    return { year: date.year, from: date.span.from, to: date.span.to };
  }
}

/** Aims of one kind, side by side: rates behind a comma, counted things also behind a semicolon under a common year. */
function belongs(text: string, previous: Aim, aim: Aim, goal: GoalYear | undefined): boolean {
  if (aim.kind === "all" || previous.kind === "all") return false;
  if (/^\s*其中/u.test(text.slice(aim.segment.from, aim.segment.to))) return false;
  if (goal !== undefined && goal.from >= aim.segment.from) return false;
  const { closed } = previous.segment;
  return closed === "，" || closed === "," || (closed !== "：" && aim.kind === "count" && goal !== undefined);
}
