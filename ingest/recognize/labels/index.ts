import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role, Roles } from "../../knowledge/roles.ts";

/** LabelMention 标签: 牵头单位：, 市总分管领导：, 责任单位为 …, with the role it gives to what follows. */
export interface LabelMention {
  /** The label's words without the colon. */
  readonly span: CleanSpan;
  /** Where the value begins: behind the colon or 为. */
  readonly valueFrom: number;
  readonly holder: "body" | "person";
  readonly role: Role;
  /** True where neither colon nor copula stands behind it: （牵头单位市教育局）. Only in brackets is that a label. */
  readonly bare?: boolean;
  /** Role of what stands in brackets of its own after the first value: 主（協）辦機關：國發會、（各機關）. */
  readonly bracketed?: Role;
  /** The organisation inside which the role holds: 市总. */
  readonly layer?: string;
}

export interface LabelRecognizer {
  /** The label that begins at `from`, with its colon. */
  at(text: string, from: number): LabelMention | undefined;
  /** All labels followed by a colon, 为 or 是, in text order. */
  all(text: string): LabelMention[];
  /** A label without colon that begins at `from`, as a table's heading row prints it; its end. */
  column(text: string, from: number): (Omit<LabelMention, "span" | "valueFrom"> & { readonly to: number }) | undefined;
  /** A whole cell or line that is a label and nothing else: a table's column heading. */
  heading(cell: string): Omit<LabelMention, "span" | "valueFrom"> | undefined;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const spaced = (word: string): string => [...word].map(escape).join("\\s?");
const oneOf = (words: readonly string[]): string =>
  `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(spaced)
    .join("|")})`;

/** 市教育局协办：: where the space between them was lost, 局 ends the name and begins no label. */
const prefix = (words: readonly string[]): string =>
  `(?:${oneOf(words.filter((word) => word.length > 1))}|(?<!\\p{Script=Han})${oneOf(words.filter((word) => word.length === 1))})`;

/** Compiles the labels of `seeds/vocabulary/roles.yaml` into one expression; matching is linear in the text. */
export function createLabelRecognizer(roles: Roles): LabelRecognizer {
  const roleOf = new Map<string, Role>();
  for (const role of ["responsible", "participate", "lead"] as const) {
    for (const stem of roles.stems[role]) roleOf.set(stem, role);
  }
  const fixed = new Map(roles.labels.flatMap((label) => label.words.map((word) => [word, label] as const)));
  const stems = oneOf([...roleOf.keys()]);
  const body = oneOf(roles.nouns.body);
  const person = oneOf(roles.nouns.person);
  const noun = `(?:${body}(?:\\s?[（(]\\s?${body}\\s?[）)])?|[（(]\\s?${stems}\\s?[）)]\\s?${body})`;
  const label =
    `(?<layer>${prefix(roles.layers)})?(?<level>${prefix(roles.levels)})?` +
    `(?:(?<personStem>${oneOf([...roles.personStems, ...roleOf.keys()])})\\s?(?<person>${person})` +
    `|(?<stem>${stems})\\s?(?<noun>${noun})|(?<fixed>${oneOf([...fixed.keys()])}))` +
    `(?<also>[及和与、/]\\s?(?:${stems})?\\s?(?:${body}|${person}))?`;
  const follow =
    "\\s*(?<colon>[:：]|(?<copula>为|是)(?!了|期|主|准)|(?<bare>(?=[省市区县](?![级直内外场民])|各[区县市镇乡])))";
  const anywhere = new RegExp(`(?<none>${oneOf(roles.notLabels)})|${label}${follow}`, "gu");
  const sticky = new RegExp(label + follow, "uy");
  const bare = new RegExp(label, "uy");
  const whole = new RegExp(`^\\s*(?:${label})\\s*[:：]?\\s*$`, "u");

  const meaning = (groups: Record<string, string | undefined>): Omit<LabelMention, "span" | "valueFrom"> => {
    const compact = (name: string): string => (groups[name] ?? "").replace(/\s/gu, "");
    const known = fixed.get(compact("fixed"));
    const isPerson = groups["person"] !== undefined || known?.holder === "person";
    const role =
      known?.role ?? roleOf.get(compact(isPerson ? "personStem" : "stem")) ?? (isPerson ? "lead" : "responsible");
    const layer = compact("layer");
    return {
      holder: isPerson ? "person" : "body",
      role,
      ...(known?.bracketed === undefined ? {} : { bracketed: known.bracketed }),
      ...(layer === "" ? {} : { layer }),
    };
  };
  const mention = (match: RegExpExecArray | RegExpMatchArray, index: number): LabelMention => {
    const groups = match.groups ?? {};
    const words = match[0].slice(0, match[0].length - (groups["colon"]?.length ?? 0)).trimEnd();
    return {
      span: { from: index, to: index + words.length },
      valueFrom: index + match[0].length,
      ...(groups["bare"] === undefined ? {} : { bare: true }),
      ...meaning(groups),
    };
  };
  return {
    at(text, from) {
      sticky.lastIndex = from;
      const match = sticky.exec(text);
      return match === null ? undefined : mention(match, from);
    },
    all: (text) =>
      [...text.matchAll(anywhere)]
        .filter(({ groups }) => groups?.["none"] === undefined)
        .map((match) => mention(match, match.index)),
    column(text, from) {
      bare.lastIndex = from;
      const match = bare.exec(text);
      return match === null ? undefined : { to: from + match[0].length, ...meaning(match.groups ?? {}) };
    },
    heading(cell) {
      const match = whole.exec(cell);
      return match === null ? undefined : meaning(match.groups ?? {});
    },
  };
}
