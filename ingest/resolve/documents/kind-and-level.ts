import type { Knowledge } from "../../knowledge/knowledge.ts";
import { issuersOfNumber } from "../agencies/issuer-number.ts";

/** What number and title of a cited document tell of it. */
export interface DocumentNature {
  readonly kind?: string;
  readonly level?: string;
  readonly issuers: readonly string[];
}

const TRAILING = /(?:[（(〔][^（()）〔〕]{0,24}[）)〕]|\d{4}年版)+$/u;
const CENTRAL = /^(?:中共中央|国务院|中央|中办|国办|全国|国家|中华人民共和国|最高人民|党的)/u;
const LAW = /(?:(?<![办方])法|法典|宪法)$/u;

/** 文种 and level of a cited document: the code of its number first, then the words of its title. */
export function natureOf(knowledge: Knowledge, number: string | undefined, title: string | undefined): DocumentNature {
  const issuers = number === undefined ? [] : issuersOfNumber(knowledge, number);
  const [issuer] = issuers;
  const kind = title === undefined ? decreeKind(number) : kindOf(knowledge, title);
  const level =
    issuer !== undefined && issuers.length === 1
      ? (issuer.region?.level ?? "central")
      : title === undefined
        ? undefined
        : levelOfTitle(knowledge, title);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(level === undefined ? {} : { level }),
    issuers: issuer !== undefined && issuers.length === 1 ? nameInTitle([issuer.name, ...issuer.also], title) : [],
  };
}

/** The issuer that the code means; where the title names one before 关于 or 印发, only if that is among its meanings. */
function nameInTitle(names: readonly string[], title: string | undefined): readonly string[] {
  const stated = title === undefined ? undefined : STATED_ISSUER.exec(title)?.[0];
  const found = stated === undefined ? names : names.filter((name) => stated.startsWith(name));
  return found.length === 1 ? found : [];
}

const STATED_ISSUER = /^.{2,40}?(?:中央|国务院|委|政府|委员会|[办厅局部署院会室])(?=关于|印发|转发)/u;

const decreeKind = (number: string | undefined): string | undefined =>
  number === undefined ? undefined : /(?<form>令|公告|通告)(?:\d{4}年)?第\d+号$/u.exec(number)?.groups?.["form"];

/** The longest word of a kind that the title ends with. */
function kindOf({ titleKinds }: Knowledge, title: string): string | undefined {
  const bare = title.replace(TRAILING, "");
  const words = [...titleKinds.official.words, ...titleKinds.issued.words, ...titleKinds.compound.words];
  const found = words.filter((word) => bare.endsWith(word)).sort((a, b) => b.length - a.length)[0];
  return found ?? (LAW.test(bare) ? "法律" : undefined);
}

function levelOfTitle(knowledge: Knowledge, title: string): string | undefined {
  if (CENTRAL.test(title) || LAW.test(title.replace(TRAILING, ""))) return "central";
  return placeAtStart(knowledge, title.replace(/^中共/u, ""))?.level;
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
