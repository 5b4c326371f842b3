import type { Knowledge } from "../../knowledge/knowledge.ts";
import { chainOf, holds, type Region } from "../../knowledge/regions.ts";
import type { AgencyGrammar } from "../../recognize/agencies/grammar.ts";
import { type Home, type HomeClues, type Level, likeliestRegion, regionsNamed, relativeCounts } from "./home.ts";
import { issuersOfNumber } from "./issuer-number.ts";
import { type NamingPatterns, namingPatternsOf } from "./naming-patterns.ts";
import type { Naming } from "./resolution.ts";

const TEXT_START = 6000;
const TEXT_END = 1500;

const NOWHERE: Home = { level: undefined, chain: [], regions: [], taiwan: false, steps: [] };

/** A home without a house, for a region. */
function homeIn(region: Region | undefined, steps: readonly string[], level?: Level): Home {
  if (region === undefined) return { ...NOWHERE, level, steps };
  const regions = chainOf(region);
  return {
    level: level ?? region.level,
    region: region.full,
    chain: regions.map(({ full }) => full),
    regions,
    taiwan: region.name === "台湾省",
    steps,
  };
}

/** Whose document it is: by issuer, number, title, addressees, and last by what the text names. */
export function findHome(knowledge: Knowledge, grammar: AgencyGrammar, naming: Naming, clues: HomeClues): Home {
  const place = placeOf(knowledge, grammar, naming, clues);
  const house = houseOf(naming, place, clues, knowledge);
  return house === undefined ? place : { ...place, house, steps: [...place.steps, `本单位为${house}`] };
}

function placeOf(knowledge: Knowledge, grammar: AgencyGrammar, naming: Naming, clues: HomeClues): Home {
  const patterns = namingPatternsOf(knowledge);
  for (const issuer of clues.issuers) {
    const named = naming.resolve(issuer, NOWHERE, { signs: true });
    if (named.resolved && named.level === "central") return homeIn(undefined, [`发文机关${named.name}`], "central");
    const region = named.resolved ? regionNamed(knowledge, named.region) : undefined;
    const unit = named.resolved && /^(institution|enterprise)$/u.test(named.kind);
    if (region !== undefined) {
      return homeIn(townOf(named.name, region, patterns) ?? region, [`发文机关${issuer}`], unit ? "unit" : undefined);
    }
    if (unit && clues.issuers.length === 1) return homeIn(undefined, [`发文机关${issuer}`], "unit");
  }
  const byNumber = clues.number === undefined ? [] : issuersOfNumber(knowledge, clues.number);
  const text = `${clues.title ?? ""}\n${clues.issuers.join("\n")}\n${clues.addressees.join("\n")}\n${excerpt(clues.text ?? "")}`;
  const counts = regionsNamed(grammar, patterns, text);
  const [first] = byNumber;
  if (first !== undefined && first.region === undefined)
    return homeIn(undefined, [`发文字号${clues.number ?? ""}`], "central");
  if (byNumber.length === 1 && !namesElsewhere(clues, first?.region))
    return homeIn(first?.region, [`发文字号${clues.number ?? ""}`]);
  const named = byNumber.filter(
    ({ region }) => region !== undefined && [...counts.keys()].some((other) => holds(region, other)),
  );
  if (named.length === 1) return homeIn(named[0]?.region, [`发文字号${clues.number ?? ""}与正文所称地区`]);
  const inTitle = titleRegion(grammar, patterns, clues.title ?? "");
  if (inTitle !== undefined) return homeIn(inTitle, [`标题所称${inTitle.full}`]);
  for (const addressee of clues.addressees) {
    const region = regionOfName(knowledge, naming, addressee);
    if (region !== undefined) return homeIn(region, [`主送机关${addressee}`]);
  }
  if (isTaiwan(grammar, clues.text ?? clues.title ?? "", patterns)) {
    return homeIn(knowledge.regions.byName.get("台湾省")?.[0], ["正文为繁体字并称台湾机关"]);
  }
  const relatives = relativeCounts(grammar, text);
  const likely = likeliestRegion(counts, relatives);
  if (likely !== undefined) return homeIn(likely, [`正文多次称${likely.full}`]);
  return isCentral(grammar, clues, relatives) ? homeIn(undefined, ["正文只称中央机关"], "central") : NOWHERE;
}

/**
 * True where letters that several places may share are those of one that the list knows, but the document is called after
 * another: 东财发 of 东海市财政局 is not of 东莞市.
 */
const namesElsewhere = ({ issuers, title = "" }: HomeClues, region: Region | undefined): boolean =>
  region !== undefined &&
  region.level !== "province" &&
  [...issuers, title].some((words) => {
    const place = /^\p{Script=Han}{2,4}?[市县]/u.exec(words)?.[0];
    return place !== undefined && !chainOf(region).some(({ full }) => full.includes(place) || words.includes(full));
  });

const excerpt = (text: string): string =>
  text.length <= TEXT_START + TEXT_END ? text : text.slice(0, TEXT_START) + text.slice(-TEXT_END);

function regionOfName(knowledge: Knowledge, naming: Naming, surface: string): Region | undefined {
  const named = naming.resolve(surface, NOWHERE, {});
  return named.resolved && !named.group ? regionNamed(knowledge, named.region) : undefined;
}

const regionNamed = (knowledge: Knowledge, full: string | undefined): Region | undefined =>
  knowledge.regions.byName.get(full ?? "")?.find((region) => region.full === full);

/** The town whose own document it is: 白马镇 of 米易县白马镇人民政府. */
function townOf(name: string, region: Region, { townBody, town: kind }: NamingPatterns): Region | undefined {
  const at = name.indexOf(region.full);
  const town = at < 0 ? undefined : townBody.exec(name.slice(at + region.full.length))?.[1];
  if (town === undefined || region.level === "province") return undefined;
  const short = town.replace(kind, "");
  return { name: town, full: region.full + town, short, level: "county", municipality: false, parent: region };
}

/** The place a title names before anything else: 攀枝花市…, 关于…平潭综合实验区…; unique or none. */
function titleRegion(grammar: AgencyGrammar, patterns: NamingPatterns, title: string): Region | undefined {
  const counts = [...regionsNamed(grammar, patterns, title)].map(([region]) => region);
  const outer = counts.filter((region) => !counts.some((other) => other !== region && holds(region, other)));
  return outer.length === 1 ? outer[0] : undefined;
}

/** Traditional characters and a body that only Taiwan has. */
function isTaiwan(grammar: AgencyGrammar, text: string, { taiwan, mainland }: NamingPatterns): boolean {
  const start = text.slice(0, 3000);
  const folded = grammar.fold(start);
  let changed = 0;
  let bodies = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (start.charAt(at) !== folded.charAt(at) && /[㐀-鿿]/u.test(start.charAt(at))) changed += 1;
    const found = grammar.lexicon.taiwan.longest(folded, at);
    if (found === undefined) continue;
    bodies += grammar.lexicon.national.get(folded.slice(at, found.to)) === undefined || taiwan.test(folded) ? 1 : 0;
  }
  return changed * 20 > start.length && bodies > 0 && !mainland.test(folded);
}

/** Ministries stand everywhere and no office of a place does. */
function isCentral(grammar: AgencyGrammar, clues: HomeClues, relatives: ReadonlyMap<string, number>): boolean {
  const local = [...relatives.values()].reduce((sum, count) => sum + count, 0);
  const text = grammar.fold(excerpt(clues.text ?? ""));
  let ministries = 0;
  for (let at = text.indexOf("部"); at >= 0; at = text.indexOf("部", at + 1)) {
    for (let from = Math.max(0, at - 11); from < at - 1; from += 1) {
      if (grammar.lexicon.national.get(text.slice(from, at + 1)) !== undefined) {
        ministries += 1;
        break;
      }
    }
  }
  return ministries >= 3 && local * 4 < ministries;
}

/** The issuer, where it is a body with departments of its own and not the government or the committee itself. */
function houseOf(naming: Naming, home: Home, clues: HomeClues, knowledge: Knowledge): string | undefined {
  const patterns = namingPatternsOf(knowledge);
  const issuers = clues.issuers.map((issuer) => naming.resolve(issuer, home, { signs: true }));
  if (issuers.length === 0 && clues.number !== undefined) {
    const byNumber = issuersOfNumber(knowledge, clues.number).filter(
      ({ region }) => region === undefined || home.regions.includes(region),
    );
    const [only] = byNumber;
    if (only !== undefined && byNumber.length === 1 && only.also.length === 0)
      return patterns.isHouse(only.name) ? only.name : undefined;
  }
  const [first] = issuers;
  if (first === undefined || issuers.length > 1 || !first.resolved || first.group) return undefined;
  return patterns.isHouse(first.name) ? first.name.replace(patterns.houseOffice, "") : undefined;
}
