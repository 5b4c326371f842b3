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
  readonly titleLabel: RegExp;
  readonly numberLabel: RegExp;
  readonly dateLabel: RegExp;
  readonly pageWord: RegExp;
  readonly publicNote: RegExp;
  readonly letterhead: RegExp;
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
    titleLabel: label(words.labels.title),
    numberLabel: label(words.labels.number),
    dateLabel: label(words.labels.date),
    pageWord: new RegExp(`^(?:\\W?)${oneOf(words.pageWords)}`, "u"),
    publicNote: new RegExp(`^[（(【]\\s?${oneOf(words.publicNotes)}[^（()）】\\n]{0,160}[）)】]?`, "u"),
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
