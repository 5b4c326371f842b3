import type { Knowledge } from "../../knowledge/knowledge.ts";
import { chainOf, holds, type Region } from "../../knowledge/regions.ts";
import type { AgencyGrammar } from "../../recognize/agencies/grammar.ts";
import { type Home, type HomeClues, type Level, likeliestRegion, regionsNamed, relativeCounts } from "./home.ts";
import { issuersOfNumber } from "./issuer-number.ts";
import type { Naming } from "./resolution.ts";

/** Bodies that speak for a place as a whole: their documents have no house. */
const WHOLE_PLACE = /(人民政府|委|委员会|中共中央|国务院)((研究室|办公厅|办公室)(秘书处)?)?$/u;
const COMMITTEE = /^中共.*委((办公厅|办公室))?$/u;
const TOWN = /^([\u4E00-\u9FFF]{1,6}?(?:镇|乡|街道|苏木))(人民政府|政府|党委|委员会|委|办事处|党政|人大|总工会)/u;
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
  for (const issuer of clues.issuers) {
    const named = naming.resolve(issuer, NOWHERE, { signs: true });
    if (named.resolved && named.level === "central") return homeIn(undefined, [`发文机关${named.name}`], "central");
    const region = named.resolved ? regionNamed(knowledge, named.region) : undefined;
    const unit = named.resolved && /^(institution|enterprise)$/u.test(named.kind);
    if (region !== undefined) {
      return homeIn(townOf(named.name, region) ?? region, [`发文机关${issuer}`], unit ? "unit" : undefined);
    }
    if (unit && clues.issuers.length === 1) return homeIn(undefined, [`发文机关${issuer}`], "unit");
  }
  const byNumber = clues.number === undefined ? [] : issuersOfNumber(knowledge, clues.number);
  const text = `${clues.title ?? ""}\n${clues.issuers.join("\n")}\n${clues.addressees.join("\n")}\n${excerpt(clues.text ?? "")}`;
  const counts = regionsNamed(grammar, text);
  const [first] = byNumber;
  if (first !== undefined && first.region === undefined)
    return homeIn(undefined, [`发文字号${clues.number ?? ""}`], "central");
  if (byNumber.length === 1) return homeIn(first?.region, [`发文字号${clues.number ?? ""}`]);
  const named = byNumber.filter(
    ({ region }) => region !== undefined && [...counts.keys()].some((other) => holds(region, other)),
  );
  if (named.length === 1) return homeIn(named[0]?.region, [`发文字号${clues.number ?? ""}与正文所称地区`]);
  const inTitle = titleRegion(grammar, clues.title ?? "");
  if (inTitle !== undefined) return homeIn(inTitle, [`标题所称${inTitle.full}`]);
  for (const addressee of clues.addressees) {
    const region = regionOfName(knowledge, naming, addressee);
    if (region !== undefined) return homeIn(region, [`主送机关${addressee}`]);
  }
  if (isTaiwan(grammar, clues.text ?? clues.title ?? "")) {
    return homeIn(knowledge.regions.byName.get("台湾省")?.[0], ["正文为繁体字并称台湾机关"]);
  }
  const relatives = relativeCounts(grammar, text);
  const likely = likeliestRegion(counts, relatives);
  if (likely !== undefined) return homeIn(likely, [`正文多次称${likely.full}`]);
  return isCentral(grammar, clues, relatives) ? homeIn(undefined, ["正文只称中央机关"], "central") : NOWHERE;
}

const excerpt = (text: string): string =>
  text.length <= TEXT_START + TEXT_END ? text : text.slice(0, TEXT_START) + text.slice(-TEXT_END);

function regionOfName(knowledge: Knowledge, naming: Naming, surface: string): Region | undefined {
  const named = naming.resolve(surface, NOWHERE, {});
  return named.resolved && !named.group ? regionNamed(knowledge, named.region) : undefined;
}

const regionNamed = (knowledge: Knowledge, full: string | undefined): Region | undefined =>
  knowledge.regions.byName.get(full ?? "")?.find((region) => region.full === full);

/** The town whose own document it is: 白马镇 of 米易县白马镇人民政府. */
function townOf(name: string, region: Region): Region | undefined {
  const at = name.indexOf(region.full);
  const town = at < 0 ? undefined : TOWN.exec(name.slice(at + region.full.length))?.[1];
  if (town === undefined || region.level === "province") return undefined;
  const short = town.replace(/(镇|乡|街道|苏木)$/u, "");
  return { name: town, full: region.full + town, short, level: "county", municipality: false, parent: region };
}

/** The place a title names before anything else: 攀枝花市…, 关于…平潭综合实验区…; unique or none. */
function titleRegion(grammar: AgencyGrammar, title: string): Region | undefined {
  const counts = [...regionsNamed(grammar, title)].map(([region]) => region);
  const outer = counts.filter((region) => !counts.some((other) => other !== region && holds(region, other)));
  return outer.length === 1 ? outer[0] : undefined;
}

/** What stands in documents of the mainland, in whatever script a mirror shows them. */
const MAINLAND = /国务院|党中央|中共|人民政府|发展改革委|市委|省委|习近平/u;

/** Words of administration that Taiwan's documents use; read in folded text. */
const TAIWAN = /台湾|行政院|立法院|民国|跨部会|各部会|部会|县市政府|办理情形|计画|承诺事项|资讯/u;

/** Traditional characters and a body that only Taiwan has. */
function isTaiwan(grammar: AgencyGrammar, text: string): boolean {
  const start = text.slice(0, 3000);
  const folded = grammar.fold(start);
  let changed = 0;
  let bodies = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (start.charAt(at) !== folded.charAt(at) && /[㐀-鿿]/u.test(start.charAt(at))) changed += 1;
    const found = grammar.lexicon.taiwan.longest(folded, at);
    if (found === undefined) continue;
    bodies += grammar.lexicon.national.get(folded.slice(at, found.to)) === undefined || TAIWAN.test(folded) ? 1 : 0;
  }
  return changed * 20 > start.length && bodies > 0 && !MAINLAND.test(folded);
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
  const issuers = clues.issuers.map((issuer) => naming.resolve(issuer, home, { signs: true }));
  if (issuers.length === 0 && clues.number !== undefined) {
    const byNumber = issuersOfNumber(knowledge, clues.number).filter(
      ({ region }) => region === undefined || home.regions.includes(region),
    );
    const [only] = byNumber;
    if (only !== undefined && byNumber.length === 1 && only.also.length === 0)
      return isHouse(only.name) ? only.name : undefined;
  }
  const [first] = issuers;
  if (first === undefined || issuers.length > 1 || !first.resolved || first.group) return undefined;
  return isHouse(first.name) ? houseName(first.name) : undefined;
}

/** 某局办公室 speaks for 某局. */
const houseName = (name: string): string => name.replace(/(?<=.{4}[局厅会部院校])(办公室|办公厅)$/u, "");

function isHouse(name: string): boolean {
  if (
    COMMITTEE.test(name) ||
    /(人民政府|街道办事处)(办公厅|办公室)?$/u.test(name) ||
    /^(国务院|中共中央)(办公厅)?$/u.test(name)
  )
    return false;
  if (/党政(综合)?(办公室|办)$/u.test(name)) return false;
  if (/(管理委员会|管委会)(办公室)?$/u.test(name)) return false;
  if (/^中共.*(组织部|宣传部)$/u.test(name)) return true;
  return !WHOLE_PLACE.test(name) || /(委员会|纪律检查委员会)$/u.test(name);
}
