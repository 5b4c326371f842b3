import type { Knowledge } from "../../knowledge/knowledge.ts";
import { issuersOfNumber } from "../agencies/issuer-number.ts";
import { titlePatternsOf } from "./title-patterns.ts";

/** What number and title of a cited document tell of it. */
export interface DocumentNature {
  readonly kind?: string;
  readonly level?: string;
  readonly issuers: readonly string[];
}

const TRAILING = /(?:[（(〔][^（()）〔〕]{0,24}[）)〕]|\d{4}年版)+$/u;

/** 文种 and level of a cited document: the code of its number first, then the words of its title. */
export function natureOf(knowledge: Knowledge, number: string | undefined, title: string | undefined): DocumentNature {
  const issuers = number === undefined ? [] : issuersOfNumber(knowledge, number);
  const [issuer] = issuers;
  const kind = title === undefined ? decreeKind(knowledge, number) : kindOf(knowledge, title);
  const level =
    issuer !== undefined && issuers.length === 1
      ? (issuer.region?.level ?? "central")
      : title === undefined
        ? undefined
        : levelOfTitle(knowledge, title);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(level === undefined ? {} : { level }),
    issuers:
      issuer !== undefined && issuers.length === 1 ? nameInTitle(knowledge, [issuer.name, ...issuer.also], title) : [],
  };
}

/** The issuer that the code means; where the title names one before 关于 or 印发, only if that is among its meanings. */
function nameInTitle(knowledge: Knowledge, names: readonly string[], title: string | undefined): readonly string[] {
  const stated = title === undefined ? undefined : titlePatternsOf(knowledge).statedIssuer.exec(title)?.[0];
  const found = stated === undefined ? names : names.filter((name) => stated.startsWith(name));
  return found.length === 1 ? found : [];
}

const decreeKind = (knowledge: Knowledge, number: string | undefined): string | undefined =>
  number === undefined ? undefined : titlePatternsOf(knowledge).decreeForm.exec(number)?.groups?.["form"];

/** The longest word of a kind that the title ends with. */
function kindOf(knowledge: Knowledge, title: string): string | undefined {
  const { titleKinds } = knowledge;
  const bare = title.replace(TRAILING, "");
  const words = [...titleKinds.official.words, ...titleKinds.issued.words, ...titleKinds.compound.words];
  const found = words.filter((word) => bare.endsWith(word)).sort((a, b) => b.length - a.length)[0];
  return found ?? (titlePatternsOf(knowledge).law.test(bare) ? "法律" : undefined);
}

function levelOfTitle(knowledge: Knowledge, title: string): string | undefined {
  const { central, law, party } = titlePatternsOf(knowledge);
  if (central.test(title) || law.test(title.replace(TRAILING, ""))) return "central";
  return placeAtStart(knowledge, title.replace(party, ""))?.level;
}

/** The region that a title begins with, by any of its names. */
function placeAtStart({ regions }: Knowledge, title: string): { readonly level: string } | undefined {
  for (let length = Math.min(10, title.length); length >= 2; length--) {
    const name = title.slice(0, length);
    const found = regions.weakNames.has(name) ? undefined : regions.byName.get(name);
    if (found?.length === 1) return found[0];
  }
  return undefined;
}

/** True where the title names a region anywhere: it is the same document for whoever cites it. */
export function namesPlace({ regions }: Knowledge, title: string): boolean {
  for (let from = 0; from < title.length; from++) {
    for (let length = Math.min(8, title.length - from); length >= 2; length--) {
      const name = title.slice(from, from + length);
      if (regions.byName.has(name) && !regions.weakNames.has(name)) return true;
    }
  }
  return false;
}
