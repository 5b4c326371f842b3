import type { CleanSpan } from "../../../graph/model/span.ts";
import type { CitationCues, CueUse } from "../../knowledge/citation-cues.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** A cue found before a citation. */
export interface CueMatch {
  readonly id: string;
  readonly use: CueUse;
  readonly span: CleanSpan;
}

/** The cues of `seeds/vocabulary/citation-cues.yaml`, compiled. */
export interface CueLexicon {
  /** The cues in `text` between `from` and `to`, in text order. */
  within(text: string, from: number, to: number): CueMatch[];
  /** 精神, 要求, 规定 … right behind a citation; the words' span. */
  suffixAt(text: string, from: number): CueMatch | undefined;
  /** 为依据 behind a citation that 以 precedes. */
  framedAt(text: string, from: number): number | undefined;
  /** Headings such as 指导思想. */
  readonly guidingHeading: RegExp;
  /** Labels of lists of authorities: their id and where they stand. */
  labels(text: string): CueMatch[];
}

const BINDING: ReadonlySet<CueUse> = new Set<CueUse>([
  "before",
  "touching",
  "implement",
  "conform",
  "around",
  "mention",
]);
/** What may stand between a citation and the suffix that says what of it is meant. */
const OF =
  "\\s?(?:等|中|里|有关|相关|的|明确|提出|确定|所|系列|重要|文件|法律法规|法规|规章|政策|各项|具体|主要|通知|会议|和|、|关于[^，。；]{1,20}){0,6}?";

const lexicons = new WeakMap<CitationCues, CueLexicon>();

export function cueLexiconOf(knowledge: CitationCues): CueLexicon {
  const known = lexicons.get(knowledge);
  if (known !== undefined) return known;
  const lexicon = compile(knowledge);
  lexicons.set(knowledge, lexicon);
  return lexicon;
}

function compile({ cues }: CitationCues): CueLexicon {
  const byWord = new Map<string, { id: string; use: CueUse }>();
  for (const { id, use, words } of cues) {
    if (BINDING.has(use)) for (const word of words) byWord.set(word, { id, use });
  }
  // A verb before 的 is part of a modifier (国务院印发的《…》), not what the sentence does.
  const binding = new RegExp(`(?!以[及上下来外后前内便])${oneOf(byWord.keys())}(?!的|后的|过的|以来)`, "gu");
  const wordsOf = (use: CueUse): string[] => cues.filter((cue) => cue.use === use).flatMap((cue) => cue.words);
  const suffixId = cues.find(({ use }) => use === "suffix")?.id ?? "suffix";
  const suffix = new RegExp(`${OF}(?<word>${oneOf(wordsOf("suffix"))})`, "uy");
  const framed = new RegExp(`\\s?等?${oneOf(cues.flatMap(({ after }) => after ?? []))}`, "uy");
  const labelId = cues.find(({ use }) => use === "label")?.id ?? "label";
  const label = new RegExp(oneOf(wordsOf("label")), "gu");
  return {
    within: (text, from, to) =>
      [...text.slice(from, to).matchAll(binding)].flatMap((match) => {
        const meaning = byWord.get(match[0]);
        const start = from + match.index;
        return meaning === undefined ? [] : [{ ...meaning, span: { from: start, to: start + match[0].length } }];
      }),
    suffixAt(text, from) {
      suffix.lastIndex = from;
      const match = suffix.exec(text);
      const word = match?.groups?.["word"];
      if (match === null || word === undefined) return undefined;
      const to = from + match[0].length;
      return { id: suffixId, use: "suffix", span: { from: to - word.length, to } };
    },
    framedAt(text, from) {
      framed.lastIndex = from;
      return framed.exec(text) === null ? undefined : framed.lastIndex;
    },
    guidingHeading: new RegExp(oneOf(wordsOf("guiding")), "u"),
    labels: (text) =>
      [...text.matchAll(label)].map((match) => ({
        id: labelId,
        use: "label",
        span: { from: match.index, to: match.index + match[0].length },
      })),
  };
}
