import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Region } from "../../knowledge/regions.ts";
import { simplifiedUnit } from "../../recognize/simplified-form.ts";
import { fillName, officeName, rankLevel } from "./name.ts";
import { namingPatternsOf } from "./naming-patterns.ts";

export interface NumberIssuer {
  readonly name: string;
  readonly also: readonly string[];
  readonly region?: Region;
}

/** Letters of a document number before 〔year〕, in simplified characters: 沪工总发. */
const codeOf = (number: string): string =>
  Array.from(/^[^\d〔[(（【［]*/u.exec(number.replace(/\s/gu, ""))?.[0] ?? "", simplifiedUnit).join("");

/** Bodies that a number's code can mean, best first; several where the letter of a city is shared. */
export function issuersOfNumber(knowledge: Knowledge, number: string): NumberIssuer[] {
  const code = codeOf(number);
  const codes = knowledge.issuerCodes;
  const exact = codes.national[code];
  if (exact !== undefined) return [{ name: exact.name, also: exact.also }];
  const local = localIssuers(knowledge, code);
  if (local.length > 0) return local;
  for (let length = Math.min(code.length, 8); length >= 1; length -= 1) {
    const entry = codes.national[code.slice(0, length)];
    if (entry !== undefined && code.length - length <= 4) return [{ name: entry.name, also: entry.also }];
  }
  return [];
}

function localIssuers(knowledge: Knowledge, code: string): NumberIssuer[] {
  const found: NumberIssuer[] = [];
  for (let length = 3; length >= 1; length -= 1) {
    for (const region of regionsOfLetters(knowledge, code.slice(0, length))) {
      const issuer = issuerIn(knowledge, region, code.slice(length));
      if (issuer !== undefined) found.push({ ...issuer, region });
    }
    if (found.length > 0) break;
  }
  return found;
}

function regionsOfLetters(knowledge: Knowledge, letters: string): Region[] {
  const province = knowledge.regions.abbreviations.get(letters);
  const cities = (knowledge.issuerCodes.regions[letters] ?? []).flatMap(
    (name) => knowledge.regions.byName.get(name)?.[0] ?? [],
  );
  return province === undefined ? cities : [province, ...cities];
}

/** Organ or department letters after the region's: 府办发, 发改服务. */
function issuerIn(knowledge: Knowledge, region: Region, rest: string): NumberIssuer | undefined {
  const { organs, departments } = knowledge.issuerCodes;
  const { codeForm } = namingPatternsOf(knowledge);
  for (let length = rest.length; length >= 1; length -= 1) {
    const head = rest.slice(0, length);
    const tail = rest.slice(length);
    const organ = organs[head];
    const closed = codeForm.test(tail);
    if (organ !== undefined && (closed || (head.length > 1 && tail.length <= 3))) {
      return {
        name: officeName(knowledge, fillName(organ.name, region), region),
        also: organ.also.map((name) => officeName(knowledge, fillName(name, region), region)),
      };
    }
    const field = departments[head];
    if (field !== undefined && (closed || tail.length <= 4)) {
      const stem = knowledge.agencies.offices.stems.find((entry) => entry.stem === field);
      if (stem !== undefined) return { name: fillName(nameOfStem(stem, region), region), also: [] };
    }
  }
  return undefined;
}

type Stem = Knowledge["agencies"]["offices"]["stems"][number];

function nameOfStem(stem: Stem, region: Region): string {
  if (stem.template !== undefined) return stem.template;
  const level = rankLevel(region);
  const own = level === "province" ? undefined : stem[level];
  const ranks = {
    standard: level === "province" ? "厅" : "局",
    bureau: "局",
    office: "办公室",
    commission: level === "county" ? "局" : "委员会",
  };
  return `{place}${stem.stem}${own ?? ranks[stem.rank]}`;
}
