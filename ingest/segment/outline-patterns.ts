import type { Knowledge } from "../knowledge/knowledge.ts";
import { oneOf } from "../recognize/word-pattern.ts";

/** OutlinePatterns 条款句式: what tells numbering from text, and headings from what follows them; their words are seeds. */
export interface OutlinePatterns {
  /** Headings so common that they are known even where the break behind them was lost. */
  readonly headings: readonly string[];
  /** Before a numeral these make it a citation or a word. */
  readonly beforeCitation: readonly string[];
  /** 下一步，… at the beginning of a paragraph. */
  readonly turn: RegExp;
  /** （牵头单位：…） behind a heading. */
  readonly dutyBracket: RegExp;
  /** 重点任务清单, 工作要求和…: the words go on, it is not that heading. */
  readonly headingGoesOn: RegExp;
  /** 一是否, 是不是: no 一是. */
  readonly notSaid: RegExp;
  /** 第三条规定的, 第三条第二款 at the beginning of a line: a citation. */
  readonly citedAtLine: RegExp;
  /** The same elsewhere. */
  readonly cited: RegExp;
  /** （一）项, （一）至（三）. */
  readonly citedItem: RegExp;
  /** 1.5万: a number with what it measures. */
  readonly measure: RegExp;
  /** 1.80个: at the beginning of a line an item may begin with a number that counts. */
  readonly countedItem: RegExp;
  /** 提出以下意见：opens an outline. */
  readonly follows: RegExp;
  /** 目录 above a page of contents. */
  readonly contents: RegExp;
}

const compiled = new WeakMap<Knowledge, OutlinePatterns>();

/** The expressions compiled from this knowledge, once. */
export function outlinePatternsOf(knowledge: Knowledge): OutlinePatterns {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const { markers, outline: words, layout } = knowledge;
  const list = (name: keyof typeof words): string => oneOf(words[name].words);
  const notUnits = `(?!${list("notUnits")})`;
  const contents = words.contents.words.map((word) => Array.from(word).join("\\s?"));
  const patterns = {
    headings: markers.headings,
    beforeCitation: markers.beforeCitation,
    turn: new RegExp(`(?<=^|[\\n。] ?)${oneOf(markers.turns)}(?=[，,：:、。]|${list("afterTurn")})`, "gu"),
    dutyBracket: new RegExp(`[（(〔【][^（）()〔〕]{0,12}${list("duties")}[^）)〕】]*[）)〕】]?$`, "u"),
    headingGoesOn: new RegExp(`^${list("headingGoesOn")}`, "u"),
    notSaid: new RegExp(`^(?:[，。；、]|${list("notSaid")})`, "u"),
    citedAtLine: new RegExp(`^(?:第|${notUnits}[款项]|、|至第?|和第|${list("citedAtLine")})`, "u"),
    cited: new RegExp(`^\\s?${notUnits}(?:${list("cited")}|第|[和及或与]第|至第?|[款项])`, "u"),
    citedItem: new RegExp(`^(?:${notUnits}[款项目]|[、至]|[和及与或](?=[（(第]))`, "u"),
    measure: new RegExp(`^\\s?${oneOf(layout.measures.words)}`, "u"),
    countedItem: new RegExp(`^${list("countedItems")}`, "u"),
    follows: new RegExp(`${list("follows")}[^。；]{0,12}[：:]\\s?$`, "u"),
    contents: new RegExp(`${contents.length === 0 ? "(?!)" : `(?:${contents.join("|")})`}\\s*$`, "u"),
  };
  compiled.set(knowledge, patterns);
  return patterns;
}
