import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type AgencyRecognizer, createAgencyRecognizer } from "../../recognize/agencies/index.ts";

import { createPersonRecognizer, type PersonRecognizer } from "../../recognize/persons.ts";

/** The expressions of masthead and imprint, compiled once from the words of `seeds/vocabulary/`. */
export interface MastheadGrammar {
  /** A name of a body ends here. */
  readonly bodyEnd: RegExp;
  /** A body or a group that is addressed ends here. */
  readonly addresseeEnd: RegExp;
  readonly personEnd: RegExp;
  /** A title ends here, with its kind in `kind`; tested on the words so far. */
  readonly titleEnd: RegExp;
  /** The kind that a title names, at its end. */
  readonly kind: RegExp;
  /** …的通知, …的函: an official kind that ends a title even where no break follows. */
  readonly officialEnd: RegExp;
  /** Position of the words that join an issuer to what its title is about. */
  readonly about: RegExp;
  readonly issues: RegExp;
  readonly signer: RegExp;
  readonly addresseeLabel: RegExp;
  readonly copies: RegExp;
  readonly contact: RegExp;
  readonly furniture: RegExp;
  readonly pageWord: RegExp;
  readonly table: TableGrammar;
  readonly page: PageGrammar;
  readonly publicNote: RegExp;
  readonly letterhead: RegExp;
  /** The heads of a table's columns that follow its title without a break. */
  readonly columnHeads: RegExp;
  readonly afterDate: RegExp;
  readonly codeHeads: ReadonlySet<string>;
  readonly beforeNumber: RegExp;
  /** Posts of those who sign orders in person. */
  readonly posts: RegExp;
  /** A title ends in one of the fifteen statutory kinds. */
  readonly official: RegExp;
  readonly persons: PersonRecognizer;
  readonly agencies: AgencyRecognizer;
}

/** Labels of the header table of an information page: each at the beginning of a cell, with its colon. */
export interface TableGrammar {
  readonly title: RegExp;
  readonly number: RegExp;
  readonly date: RegExp;
  readonly posted: RegExp;
  readonly issuer: RegExp;
  readonly path: RegExp;
  /** Any of them, anywhere; global. */
  readonly any: RegExp;
  /** The labels of a number, date, issuer or title that have lost their colon. */
  readonly bare: RegExp;
  /** The value of a cell whose label is lost. */
  readonly value: RegExp;
}

/** What a page or a site of shared files prints around a document. */
export interface PageGrammar {
  /** A line that holds nothing but words of a menu. */
  readonly menuLine: RegExp;
  /** One word of a menu. */
  readonly menuWord: RegExp;
  /** 首页 in whatever company. */
  readonly home: RegExp;
  readonly greeting: RegExp;
  readonly talk: RegExp;
  readonly lead: RegExp;
  readonly overTitle: RegExp;
  /** Words of the foot of a page, anywhere in a line, and its labels at the beginning of one. */
  readonly foot: RegExp;
  readonly footLabel: RegExp;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&");
const spaced = (word: string): string => Array.from(word, escape).join("\\s?");

/** Alternation of words, longest first; spaces may stand between their characters. */
const oneOf = (words: readonly string[]): string =>
  `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(spaced)
    .join("|")})`;

const compiled = new WeakMap<Knowledge, MastheadGrammar>();

export function mastheadGrammar(knowledge: Knowledge): MastheadGrammar {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const { mastheadWords: words, titleKinds: kinds } = knowledge;
  const official = oneOf([...kinds.official.words, ...kinds.compound.words]);
  const named = [...kinds.official.words, ...kinds.compound.words, ...kinds.issued.words];
  const all = oneOf([...named, ...kinds.topics.words]);
  const label = (list: readonly string[]): RegExp => new RegExp(`^${oneOf(list)}\\s?[：:]\\s?`, "u");
  const note = `[（(]\\s?[^（()）]{1,16}\\s?[）)]`;
  const grammar: MastheadGrammar = {
    bodyEnd: new RegExp(`${oneOf(words.bodyEnds)}(?:${note})?$`, "u"),
    addresseeEnd: new RegExp(`(?:${oneOf([...words.groupEnds, ...words.bodyEnds])}|各[^，、]{1,8})(?:${note})?$`, "u"),
    personEnd: new RegExp(`${oneOf(words.personEnds)}$`, "u"),
    titleEnd: new RegExp(`(?<kind>${all})$`, "u"),
    kind: new RegExp(`(?<kind>${oneOf(named)})$`, "u"),
    officialEnd: new RegExp(`(?:的\\s?|[）)》”])(?<kind>${official})$`, "u"),
    about: new RegExp(oneOf(kinds.aboutWords.filter((word) => word.length > 1)), "u"),
    issues: new RegExp(oneOf(kinds.issueWords), "u"),
    signer: label(words.labels.signer),
    addresseeLabel: label(words.labels.addressees),
    copies: label(words.labels.copies),
    contact: label(words.labels.contact),
    furniture: label(words.labels.furniture),
    pageWord: new RegExp(`^(?:\\W?)${oneOf(words.pageWords)}`, "u"),
    publicNote: new RegExp(`^[（(【]\\s?${oneOf(words.publicNotes)}[^（()）】\\n]{0,160}[）)】]?`, "u"),
    table: tableGrammar(words.labels, words.tableValues),
    page: {
      menuLine: new RegExp(`^(?:${oneOf(words.menuWords)}|[\\s|｜>»›＞:：·/\\[\\]【】（）()])+$`, "u"),
      menuWord: new RegExp(`^${oneOf(words.menuWords)}$`, "u"),
      home: new RegExp(oneOf(words.homeWords), "u"),
      greeting: new RegExp(`^${oneOf(words.greetings)}`, "u"),
      foot: new RegExp(oneOf(words.footWords), "u"),
      footLabel: label(words.footLabels),
      talk: new RegExp(oneOf(words.siteTalk), "u"),
      lead: new RegExp(`^(?:${oneOf(words.leadWords)}|\\d{1,2}月\\d{1,2}日)`, "u"),
      overTitle: new RegExp(`${oneOf(words.overTitles)}$`, "u"),
    },
    columnHeads: new RegExp(
      `^\\s?${oneOf([...knowledge.tables.number, ...knowledge.tables.task])}[^。；：]{0,40}(?:单位|部门|责任|时限|备注|要求)`,
      "u",
    ),
    letterhead: new RegExp(`^(?<body>[^\\n。，：:；《》]{2,80}?)${oneOf(words.letterheads)}`, "u"),
    afterDate: new RegExp(`^${oneOf(words.afterDate)}`, "u"),
    codeHeads: new Set(words.codeHeads),
    beforeNumber: new RegExp(`${oneOf(words.beforeNumber)}$`, "u"),
    posts: new RegExp(oneOf(words.posts), "u"),
    official: new RegExp(`${official}$`, "u"),
    persons: createPersonRecognizer(knowledge.surnames),
    agencies: createAgencyRecognizer(knowledge),
  };
  compiled.set(knowledge, grammar);
  return grammar;
}

function tableGrammar(labels: Knowledge["mastheadWords"]["labels"], values: readonly string[]): TableGrammar {
  const { title, number, date, posted, issuer, path, furniture } = labels;
  const all = [...furniture, ...title, ...number, ...date, ...posted, ...issuer, ...path];
  // 发文机关：…, 【发文机关】….
  const cell = (list: readonly string[]): string => {
    const words = oneOf(list);
    return `(?:${words}\\s?[：:]|[【［[]\\s?${words}\\s?[】］\\]]\\s?[：:]?)\\s?`;
  };
  const label = (list: readonly string[]): RegExp => new RegExp(`^${cell(list)}`, "u");
  return {
    title: label(title),
    number: label(number),
    date: label(date),
    posted: label(posted),
    issuer: label(issuer),
    path: label(path),
    any: new RegExp(cell(all), "gu"),
    bare: new RegExp(`^${oneOf([...number, ...date, ...posted, ...issuer, ...title])}\\s?(?![：:])`, "u"),
    value: new RegExp(`^${oneOf(values)}$`, "u"),
  };
}
