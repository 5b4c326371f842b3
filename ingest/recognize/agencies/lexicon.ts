import type { AgencyGazetteer, AgencyKind, NationalAgency, OfficeStem } from "../../knowledge/agencies.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Region } from "../../knowledge/regions.ts";
import { kindOfName } from "./kind-of-name.ts";
import { reversed, Trie } from "./trie.ts";

/** Levels that decide the rank word: 财政厅 in a province, 财政局 in a city. */
export type RankLevel = "province" | "municipality" | "city" | "county";

/**
 * Form 机构词形: what stands after a place. `names` are templates with {place} (攀枝花市) and {short} (攀枝花);
 * one for all levels or one each.
 */
export interface Form {
  readonly names: string | Readonly<Record<RankLevel, string>>;
  readonly kind: AgencyKind;
  /** 财政部门, 外事部门: names the office by its field only. */
  readonly field: boolean;
  /** 办公室, 组织部: alone it is a department of the house, not an office of the place. */
  readonly internal: boolean;
  /** 委, 总: too short to stand without a place. */
  readonly needsPlace: boolean;
  /** May be followed by a department of its own: 市公安局 + 交警支队. */
  readonly owner: boolean;
}

export interface Lexicon {
  /** Forms that stand after a place, or alone where a list inherits the place. */
  readonly forms: Trie<Form>;
  /** Bare fields: 财政, 人社, 教育; only in lists that end in 部门. */
  readonly fields: Trie<Form>;
  /** Stems, for names that join two: 环境与国土资源局. */
  readonly stems: Trie<string>;
  readonly national: Trie<readonly NationalAgency[]>;
  readonly taiwan: Trie<readonly NationalAgency[]>;
  readonly local: Trie<readonly string[]>;
  readonly places: Trie<readonly Region[]>;
  readonly ranks: Trie<"general" | "internal">;
  /** Departments and areas that stand alone in lists: 党办, 高新区. */
  readonly short: Trie<true>;
  readonly notBefore: ReadonlyMap<string, readonly string[]>;
  readonly notBodies: Trie<true>;
  readonly notPlaces: Trie<true>;
  readonly notFirst: Trie<true>;
  readonly leading: Trie<true>;
  readonly words: Trie<"stop" | "safe">;
}

const LEVELS: readonly RankLevel[] = ["province", "municipality", "city", "county"];
const RANKS: Readonly<Record<OfficeStem["rank"], Readonly<Record<RankLevel, string>>>> = {
  standard: { province: "厅", municipality: "局", city: "局", county: "局" },
  commission: { province: "委员会", municipality: "委员会", city: "委员会", county: "局" },
  bureau: { province: "局", municipality: "局", city: "局", county: "局" },
  office: { province: "办公室", municipality: "办公室", city: "办公室", county: "办公室" },
};

/** Template of the office that a field means at each level. */
function namesByLevel(stem: OfficeStem): Record<RankLevel, string> {
  const at = (level: RankLevel): string => {
    const rank = (level === "province" ? undefined : stem[level]) ?? RANKS[stem.rank][level];
    return stem.template ?? `{place}${stem.stem}${rank}`;
  };
  return { province: at("province"), municipality: at("municipality"), city: at("city"), county: at("county") };
}

/** A form that stands alone or after a place, and may have departments of its own. */
export const plainForm = (names: Form["names"], kind: AgencyKind, more: Partial<Form> = {}): Form => ({
  names,
  kind,
  field: false,
  internal: false,
  needsPlace: false,
  owner: true,
  ...more,
});

function addOffices(gazetteer: AgencyGazetteer, forms: Trie<Form>, fields: Trie<Form>, stems: Trie<string>): void {
  for (const stem of gazetteer.offices.stems) {
    const byLevel = namesByLevel(stem);
    for (const word of [...stem.short, stem.stem]) {
      if (!stem.weak && word.length > 1)
        fields.set(word, plainForm(byLevel, "government", { field: true, owner: false }));
      if (word.length > 1) stems.set(word, stem.stem);
      for (const suffix of ["部门", "主管部门", "行政部门", "行政主管部门", "管理部门"]) {
        if (word.length > 1) forms.set(word + suffix, plainForm(byLevel, "government", { field: true, owner: false }));
      }
      for (const [rank, ways] of Object.entries(gazetteer.offices.ranks)) {
        const official =
          rank === "办公室" && stem.template !== undefined ? stem.template : `{place}${stem.stem}${rank}`;
        for (const way of ways) {
          if (word.length + way.length > 2) forms.set(word + way, plainForm(official, "government"));
        }
      }
    }
  }
  for (const [word, name] of Object.entries(gazetteer.offices.forms)) {
    forms.set(word, plainForm(name, kindOfName(name)));
  }
}

function addOwned(gazetteer: AgencyGazetteer, forms: Trie<Form>): void {
  const { party, government, congress, cppcc } = gazetteer.offices;
  const partyOwners = ["委", "党委", "党工委", "工委", "委员会"];
  for (const owner of partyOwners) {
    forms.set(owner, plainForm("中共{place}委", "party", { needsPlace: true }));
    for (const office of party) {
      for (const word of [office.name, ...office.short]) {
        forms.set(owner + word, plainForm(`中共{place}委${office.name}`, office.kind ?? "party", { needsPlace: true }));
      }
    }
  }
  for (const office of party) {
    for (const word of office.bare) {
      forms.set(
        word,
        plainForm(`中共{place}委${office.name}`, office.kind ?? "party", {
          field: word.endsWith("部门"),
          internal: /[部室]$/u.test(word),
        }),
      );
    }
  }
  const sets = [
    { owners: ["政府", "人民政府"], name: "{place}人民政府", kind: "government", offices: government },
    {
      owners: ["人大常委会", "人民代表大会常务委员会", "人大常委"],
      name: "{place}人民代表大会常务委员会",
      kind: "congress",
      offices: congress,
    },
    { owners: ["人大", "人民代表大会"], name: "{place}人民代表大会", kind: "congress", offices: congress },
    { owners: ["政协"], name: "中国人民政治协商会议{place}委员会", kind: "cppcc", offices: cppcc },
  ] as const;
  for (const set of sets) {
    for (const owner of set.owners) {
      forms.set(owner, plainForm(set.name, set.kind, { needsPlace: true }));
      for (const office of set.offices) {
        for (const word of [office.name, ...office.short]) {
          forms.set(owner + word, plainForm(set.name + office.name, office.kind ?? set.kind, { needsPlace: true }));
        }
      }
    }
  }
  for (const pair of ["委政府", "委市政府", "委省政府", "委区政府", "委县政府", "党委政府"]) {
    forms.set(pair, plainForm("中共{place}委、{place}人民政府", "party", { needsPlace: true, owner: false }));
  }
  forms.set("府办", plainForm("{place}人民政府办公室", "government", { needsPlace: true }));
  forms.set("府办公室", plainForm("{place}人民政府办公室", "government", { needsPlace: true }));
  forms.set("党政办", plainForm("{place}党政办公室", "government"));
}

function addBodies(gazetteer: AgencyGazetteer, forms: Trie<Form>, fields: Trie<Form>): void {
  for (const body of [...gazetteer.offices.bodies, ...gazetteer.offices.vertical]) {
    const { byLevel } = body;
    const names: Form["names"] =
      byLevel === undefined
        ? body.name
        : (Object.fromEntries(
            LEVELS.map((level) => [level, byLevel[level === "municipality" ? "province" : level] ?? body.name]),
          ) as Record<RankLevel, string>);
    for (const word of body.forms) {
      const field = /部门$|机构$/u.test(word);
      const entry = plainForm(names, body.kind, {
        needsPlace: body.needsPlace || word.length === 1,
        field,
        owner: !field,
      });
      const stem = ["税务", "国税", "地税", "气象"].includes(word);
      if (stem) fields.set(word, plainForm(names, body.kind, { field: true, owner: false }));
      else forms.set(word, entry);
    }
  }
  for (const word of ["文联", "作协", "妇联", "工商联", "残联", "科协"]) {
    const known = forms.get(word);
    if (known !== undefined) fields.set(word, known);
  }
  for (const [word, office] of [
    ["组织", "组织部"],
    ["宣传", "宣传部"],
    ["统战", "统一战线工作部"],
    ["政法", "政法委员会"],
    ["编制", "机构编制委员会办公室"],
    ["机构编制", "机构编制委员会办公室"],
    ["网信", "网络安全和信息化委员会办公室"],
  ] as const) {
    const entry = plainForm(`中共{place}委${office}`, "party", { field: true, owner: false });
    fields.set(word, entry);
    forms.set(`${word}部门`, entry);
  }
  forms.set("网信办", plainForm("{place}互联网信息办公室", "party"));
  forms.set("委网信办", plainForm("中共{place}委网络安全和信息化委员会办公室", "party"));
}

const push = <Value>(trie: Trie<readonly Value[]>, word: string, value: Value): void => {
  const list = trie.get(word) ?? [];
  if (!list.includes(value)) trie.set(word, [...list, value]);
};

/** Builds the tries once; `fold` is applied to every word, so that lookups happen in folded text. */
export function buildLexicon(knowledge: Knowledge, fold: (text: string) => string): Lexicon {
  const { agencies, regions } = knowledge;
  const forms = new Trie<Form>();
  const fields = new Trie<Form>();
  const stems = new Trie<string>();
  addOffices(agencies, forms, fields, stems);
  addOwned(agencies, forms);
  addBodies(agencies, forms, fields);
  const national = new Trie<readonly NationalAgency[]>();
  for (const agency of agencies.national) {
    for (const word of [agency.name, ...agency.short, ...agency.bare]) push(national, fold(word), agency);
  }
  const taiwan = new Trie<readonly NationalAgency[]>();
  for (const agency of agencies.taiwan) {
    for (const word of [agency.name, ...agency.short]) push(taiwan, fold(word), agency);
  }
  const local = new Trie<readonly string[]>();
  for (const [place, bodies] of Object.entries(agencies.local)) {
    for (const body of bodies) {
      for (const word of [body.name, ...body.short]) push(local, fold(word), place);
    }
  }
  const places = new Trie<readonly Region[]>();
  for (const [name, list] of regions.byName) places.set(fold(name), list);
  const { shape } = agencies;
  const ranks = new Trie<"general" | "internal">();
  for (const word of [...shape.ranks.general, ...shape.ranks.taiwan.map(fold)]) ranks.set(reversed(word), "general");
  for (const word of shape.ranks.internal) ranks.set(reversed(word), "internal");
  const wordTrie = new Trie<"stop" | "safe">();
  for (const word of shape.stops) wordTrie.set(word, "stop");
  for (const word of shape.safe) wordTrie.set(word, "safe");
  const notBodies = new Trie<true>();
  for (const word of shape.notBodies) notBodies.set(reversed(word), true);
  const notPlaces = new Trie<true>();
  for (const word of shape.notPlaces) notPlaces.set(word, true);
  const short = new Trie<true>();
  for (const word of shape.short) short.set(word, true);
  const notFirst = new Trie<true>();
  for (const word of shape.notFirst) notFirst.set(word, true);
  const leading = new Trie<true>();
  for (const word of shape.leading) leading.set(word, true);
  return {
    forms,
    fields,
    stems,
    national,
    taiwan,
    local,
    places,
    ranks,
    notBefore: new Map(Object.entries(shape.notBefore)),
    notBodies,
    notPlaces,
    notFirst,
    short,
    leading,
    words: wordTrie,
  };
}
