import type { AgencyKind, NationalAgency } from "../../knowledge/agencies.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { holds, type Region } from "../../knowledge/regions.ts";
import { kindOfName } from "../../recognize/agencies/lexicon.ts";
import type { AgencyGrammar, AgencyParse } from "../../recognize/agencies/parse.ts";
import { type Home, type Level, relativeRegion } from "./home.ts";
import type { AgencyResolution, ResolveOptions } from "./index.ts";
import { nameOfForm, officeName } from "./name.ts";

export interface Naming {
  resolve(surface: string, home: Home, options: ResolveOptions): AgencyResolution;
}

/** What a reading says the body is called, with how sure that is. */
interface Named {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly level: Level | undefined;
  readonly region: Region | undefined;
  readonly confidence: number;
  readonly step: string;
  readonly group?: boolean;
}

/** By what word a house calls itself: 局办公室, 校团委, 公司办公室. */
const OWNER_WORDS: Readonly<Record<string, RegExp>> = {
  公司: /(公司|集团)$/u,
  集团: /(公司|集团)$/u,
  中心: /中心$/u,
  局: /局$/u,
  厅: /厅$/u,
  委: /(委员会|委)$/u,
  部: /部$/u,
  院: /院$/u,
  校: /(大学|学院|学校|中学|小学|党校)$/u,
  会: /会$/u,
  处: /处$/u,
  行: /行$/u,
  队: /队$/u,
  站: /站$/u,
  所: /所$/u,
  社: /社$/u,
  台: /台$/u,
  馆: /馆$/u,
};
const BRACKETS: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "〔": "（",
  "〕": "）",
  "[": "（",
  "]": "）",
  "［": "（",
  "］": "）",
  "‹": "（",
  "›": "）",
  "〈": "（",
  "〉": "）",
};
/** A surface form as names are written: no white space, full-width brackets. */
const cleaned = (surface: string): string =>
  surface.replace(/\s+/gu, "").replace(/[()〔〕[\]［］‹›〈〉]/gu, (mark) => BRACKETS[mark] ?? mark);

export function createNaming(knowledge: Knowledge, grammar: AgencyGrammar): Naming {
  return {
    resolve(surface, home, options) {
      return new SurfaceForm(knowledge, grammar, cleaned(surface), home, options).resolution();
    },
  };
}

/** One surface form being resolved. */
class SurfaceForm {
  readonly #knowledge: Knowledge;
  readonly #grammar: AgencyGrammar;
  readonly #surface: string;
  readonly #folded: string;
  readonly #home: Home;
  readonly #options: ResolveOptions;
  readonly #readings: readonly AgencyParse[];

  constructor(knowledge: Knowledge, grammar: AgencyGrammar, surface: string, home: Home, options: ResolveOptions) {
    this.#knowledge = knowledge;
    this.#grammar = grammar;
    this.#surface = surface;
    this.#folded = grammar.fold(surface);
    this.#home = home;
    this.#options = options;
    this.#readings = grammar
      .readings(this.#folded, 0, this.#folded.length, { fields: true })
      .filter(({ to }) => to === this.#folded.length);
  }

  resolution(): AgencyResolution {
    const readings = this.#readings;
    const named = this.#ofHouse(readings) ?? this.#ofPlace(readings) ?? this.#first(readings);
    if (named === undefined) return this.#unresolved(readings);
    const { name, kind, level, region, confidence, step, group = false } = named;
    const short = name === this.#surface || group ? undefined : this.#shortName(readings, region);
    return {
      name,
      ...(short === undefined || short === name ? {} : { shortName: short }),
      aliases: name === this.#surface ? [] : [this.#surface],
      kind,
      ...(level === undefined ? {} : { level }),
      ...(region === undefined ? {} : { region: region.full }),
      resolved: true,
      group,
      confidence,
      steps: [step],
    };
  }

  #unresolved(readings: readonly AgencyParse[]): AgencyResolution {
    const [first] = readings;
    const group = first?.sort === "group";
    return {
      name: this.#surface,
      aliases: [],
      kind: group ? "group" : (first?.form?.kind ?? kindOfName(this.#surface)),
      resolved: false,
      group,
      confidence: 0.3,
      steps: [first === undefined ? "不合任何机构名称的写法" : "不知属于哪个地区或单位"],
    };
  }

  /** 上海市发展改革委: the region and the colloquial form. */
  #shortName(readings: readonly AgencyParse[], region: Region | undefined): string | undefined {
    const placed = readings.find(({ place, form }) => place?.relative !== undefined && form !== undefined);
    if (placed?.place === undefined || region === undefined || placed.prefix !== undefined) return undefined;
    return region.full + this.#surface.slice(placed.place.to);
  }

  /** Departments of the house or of the layer's organisation: 办公室, 局监察室, 机关党委. */
  #ofHouse(readings: readonly AgencyParse[]): Named | undefined {
    const house = this.#houseName();
    if (house === undefined) return undefined;
    const local = this.#local(readings);
    if (local !== undefined) return local;
    const region = this.#home.regions.at(-1);
    const make = (name: string, kind: AgencyKind = "department", confidence = 0.9): Named => ({
      name,
      kind,
      level: this.#home.level,
      region,
      confidence,
      step: `${this.#surface}属${house}`,
      ...(kind === "group" ? { group: true } : {}),
    });
    const listed = this.#knowledge.houseDepartments.departments.find(({ forms }) =>
      forms.includes(this.#plain(readings)),
    );
    if (listed !== undefined)
      return make(listed.name.replaceAll("{house}", house), listed.name.startsWith("中共") ? "party" : "department");
    const [first] = readings;
    if (first === undefined) return this.#byRankWord(house, make);
    if (first.sort === "group") {
      const ofRank = this.#byRankWord(house, make);
      if (ofRank !== undefined && first.place === undefined) return ofRank;
      const inside = this.#options.layer !== undefined || this.#insideGroup();
      return inside && first.place === undefined ? make(this.#underHouse(house), "group") : undefined;
    }
    const ofRank = this.#byRankWord(house, make);
    if (ofRank !== undefined) return ofRank;
    const unit =
      this.#home.level === "unit" &&
      readings.every(
        ({ place, national, area }) => place === undefined && national === undefined && area === undefined,
      );
    if (unit && kindOfName(this.#surface) !== "enterprise") return make(house + this.#plain(readings));
    if (readings.some(({ place, national }) => place !== undefined || this.#isNamedNational(national)))
      return undefined;
    const internal = readings.every(({ form, sort, national }) =>
      form === undefined ? sort === "shaped" || national !== undefined : form.internal,
    );
    if (!internal || !this.#looksInternal()) return undefined;
    return make(house + this.#plain(readings));
  }

  #houseName(): string | undefined {
    const { layer } = this.#options;
    if (layer === undefined) return this.#home.house;
    const organisation = new SurfaceForm(this.#knowledge, this.#grammar, cleaned(layer), this.#home, {}).resolution();
    return organisation.resolved && !organisation.group ? organisation.name : this.#home.house;
  }

  /** 局办公室, 驻局纪检组 in a bureau's document. */
  #byRankWord(house: string, make: (name: string, kind?: AgencyKind) => Named): Named | undefined {
    const surface = this.#surface;
    const found =
      /^(驻|派驻)?(本|省|市|县|区|州|总|我)?(公司|集团|中心|局|厅|委|部|院|校|会|处|行|队|站|所|社|台|馆)(?!长)(机关)?(?=.{2})/u.exec(
        surface,
      );
    const owner = found?.[3];
    const placed = this.#readings.some(
      ({ place, form, headTo }) => place?.relative !== undefined && form !== undefined && headTo - place.to > 1,
    );
    if (placed || found === null || owner === undefined || !OWNER_WORDS[owner]?.test(house)) return undefined;
    const rest = surface.slice(found[0].length - (found[4]?.length ?? 0));
    const each = /^(机关)?各/u.test(rest);
    const accepted = this.#grammar.readings(this.#grammar.fold(rest), 0).some(({ to }) => to === rest.length);
    if (!accepted && !/(室|科|处|组|部|党委|团委|工会|办公室|中心|院)$/u.test(rest)) return undefined;
    return each ? make(house + rest, "group") : make((found[1] ?? "") + house + rest);
  }

  #insideGroup(): boolean {
    return this.#knowledge.houseDepartments.insideGroups.some((noun) => this.#surface.endsWith(noun));
  }

  /** 机关各部室 of the house, where the words already say 市总工会机关各部室. */
  readonly #underHouse = (house: string): string => house + this.#surface;

  /** 处, 科, 室, 部, 组, 办公室 …: what departments are called. */
  #looksInternal(): boolean {
    const surface = this.#surface.replace(/（.*）$/u, "");
    return (
      /(处|科|股|室|部|组|办|办公室|办公厅|党委|纪委|党支部|团委|委员会办公室|工会|大队|中队|支队|所|站|监察大队)$/u.test(
        surface,
      ) && !/(公司|集团|银行)/u.test(surface)
    );
  }

  /** Bodies that the gazetteer lists for the home or for the place the surface names. */
  #local(readings: readonly AgencyParse[]): Named | undefined {
    const places = new Set(readings.flatMap(({ local, place }) => (place === undefined ? (local ?? []) : [])));
    for (const region of this.#home.regions.toReversed()) {
      if (!places.has(region.full)) continue;
      const body = this.#knowledge.agencies.local[region.full]?.find(({ name, short }) =>
        [name, ...short].some((word) => this.#grammar.fold(word) === this.#plainFolded()),
      );
      if (body === undefined) continue;
      return {
        name: body.name,
        kind: body.kind,
        level: region.level,
        region,
        confidence: 0.95,
        step: `${region.full}机构名录`,
      };
    }
    const [only, more] = [...places];
    const name = this.#surface;
    const body =
      only === undefined || more !== undefined
        ? undefined
        : this.#knowledge.agencies.local[only]?.find((entry) => entry.name === name);
    const region = only === undefined ? undefined : this.#knowledge.regions.byName.get(only)?.[0];
    if (body === undefined || region === undefined) return undefined;
    return {
      name: body.name,
      kind: body.kind,
      level: region.level,
      region,
      confidence: 0.95,
      step: `${region.full}机构名录`,
    };
  }

  #plainFolded(): string {
    return this.#folded.replace(/（.*）$/u, "");
  }

  /** The surface without a bracket of its own. */
  #plain(readings: readonly AgencyParse[]): string {
    const bracket = readings.find(({ bracketFrom }) => bracketFrom !== undefined)?.bracketFrom;
    return bracket === undefined ? this.#surface : this.#surface.slice(0, bracket);
  }

  /** Readings with a place of their own. */
  #ofPlace(readings: readonly AgencyParse[]): Named | undefined {
    const local = this.#local(readings);
    if (local !== undefined) return local;
    if (this.#home.taiwan || this.#surface !== this.#folded) {
      const taiwan = readings.find((reading) => reading.taiwan !== undefined);
      if (taiwan !== undefined) return this.#taiwan(taiwan);
    }
    for (const reading of readings) {
      if (reading.place === undefined) continue;
      if (reading.sort === "group" && reading.form === undefined) return undefined;
      const named = this.#placed(reading);
      if (named !== undefined) return named;
    }
    return undefined;
  }

  /** 区残联 in a city's document, 县级人民政府 in a province's: whichever of those below is meant, a group. */
  #ofAnyBelow(reading: AgencyParse): Named | undefined {
    const { level, regions } = this.#home;
    const relative = reading.place?.relative;
    if (relative === undefined || relative === "国家" || level === undefined || level === "unit") return undefined;
    const below: Readonly<Record<string, readonly string[]>> = {
      central: ["省", "市", "县", "区", "州", "盟", "旗", "自治区"],
      province: regions.at(-1)?.municipality === true ? ["区", "县"] : ["市", "县", "区", "州", "盟", "旗"],
      city: ["县", "区", "旗"],
      county: [],
    };
    if (below[level]?.includes(relative) !== true) return undefined;
    const region = regions.at(-1);
    const name = (region?.full ?? "") + this.#surface;
    return {
      name,
      kind: "group",
      group: true,
      level,
      region,
      confidence: 0.8,
      step: `“${relative}”泛指${region?.full ?? "各地"}所属各${relative}`,
    };
  }

  #taiwan(reading: AgencyParse): Named | undefined {
    const agency = reading.taiwan?.[0];
    if (agency === undefined) return undefined;
    const region = this.#knowledge.regions.byName.get("台湾省")?.[0];
    const tail = this.#surface.slice(reading.headTo, reading.bracketFrom ?? reading.to);
    const group = reading.sort === "group";
    return {
      name: agency.name + tail,
      kind: group ? "group" : agency.kind,
      level: "province",
      region,
      confidence: 0.95,
      step: "台湾机关名录",
      group,
    };
  }

  #placed(reading: AgencyParse): Named | undefined {
    const { place, form, national } = reading;
    if (place === undefined) return undefined;
    const region = this.#regionOf(place);
    if (region === undefined) return this.#ofAnyBelow(reading);
    if (place.weak && !this.#home.regions.some((holder) => holds(holder, region))) return undefined;
    const tail = this.#surface.slice(reading.headTo, reading.bracketFrom ?? reading.to);
    const whose = place.relative === undefined ? `名称自带地区${region.full}` : `“${place.relative}”指${region.full}`;
    const common = { level: region.level, region } as const;
    if (form !== undefined) {
      const base = officeName(nameOfForm(form, region), region);
      const group = reading.sort === "group";
      const kind = group ? "group" : tail === "" ? form.kind : this.#kindOfTail(form.kind, tail);
      if (this.#namesPlace(tail))
        return { ...common, name: this.#plain([reading]), kind, confidence: 0.85, step: whose };
      return {
        ...common,
        group,
        name: base + tail,
        kind,
        confidence: place.relative === undefined ? 0.97 : 0.95,
        step: whose,
      };
    }
    if (national !== undefined) {
      const [parent] = national;
      if (parent === undefined) return undefined;
      const branch = this.#branchName(parent, reading, region);
      return {
        ...common,
        name: branch + tail,
        kind: parent.kind,
        confidence: 0.95,
        step: `${parent.name}在${region.full}的机构`,
      };
    }
    if (reading.area !== undefined)
      return { ...common, name: region.full, kind: "government", confidence: 0.85, step: `“${region.full}”代称其政府` };
    const own = place.relative === undefined ? this.#surface.slice(0, place.to) : region.full;
    const name = own + this.#surface.slice(place.to, reading.bracketFrom ?? reading.to);
    const kind = kindOfName(name);
    return {
      ...common,
      level: kind === "enterprise" ? "unit" : region.level,
      name,
      kind,
      confidence: 0.8,
      step: whose,
    };
  }

  /** 福建省政协平潭综合实验区工作委员会: a branch in another place, kept as it calls itself. */
  #namesPlace(tail: string): boolean {
    const found = this.#grammar.lexicon.places.longest(this.#grammar.fold(tail), 0);
    return found !== undefined && found.to > 2;
  }

  /** 人行南昌中心支行 → 中国人民银行南昌中心支行; 国家税务总局攀枝花市税务局 as it is. */
  #branchName(parent: NationalAgency, reading: AgencyParse, region: Region): string {
    const { place } = reading;
    const rest = this.#surface.slice(place?.to ?? 0, reading.headTo).replace(/^营管部$/u, "营业管理部");
    const spoken = this.#surface.slice(place?.from ?? 0, place?.to ?? 0);
    return (
      parent.name + (place?.relative === undefined && parent.name !== "国家税务总局" ? spoken : region.full) + rest
    );
  }

  #kindOfTail(kind: AgencyKind, tail: string): AgencyKind {
    const own = kindOfName(tail);
    if (own === "enterprise" || own === "institution") return own;
    return /(处|科|室|组|部|办公室|办公厅|支队|大队|总队|分局|办)$/u.test(tail) || kind === "union"
      ? "department"
      : kind;
  }

  #regionOf(place: NonNullable<AgencyParse["place"]>): Region | undefined {
    if (place.relative !== undefined) return relativeRegion(this.#home, place.relative);
    const candidates = place.regions ?? [];
    const home = this.#home.regions;
    const near = candidates.filter((region) => home.some((holder) => holds(holder, region)) || home.includes(region));
    const nearest = near.toSorted((a, b) => nearness(home, b) - nearness(home, a));
    const [best, next] = nearest;
    if (best !== undefined && (next === undefined || nearness(home, best) > nearness(home, next))) return best;
    const own = this.#surface.slice(place.from, place.to);
    const exact = candidates.filter(({ name, full }) => own.endsWith(name) || own.endsWith(full));
    if (exact.length === 1) return exact[0];
    const higher = candidates.filter(({ level }) => level !== "county");
    if (candidates.length > 1 && higher.length === 1) return higher[0];
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  /** Readings without a place: national bodies, groups, offices that inherit a place. */
  #first(readings: readonly AgencyParse[]): Named | undefined {
    const nationals = readings.flatMap((reading) =>
      reading.national === undefined || reading.place !== undefined ? [] : [reading],
    );
    for (const reading of nationals) {
      const agency = this.#nationalOf(reading, readings);
      if (agency !== undefined) {
        const tail = this.#surface.slice(reading.headTo, reading.bracketFrom ?? reading.to);
        const group = reading.sort === "group";
        return {
          name: agency.name + tail,
          kind: group ? "group" : tail === "" ? agency.kind : this.#kindOfTail(agency.kind, tail),
          level: agency.kind === "enterprise" ? "unit" : "central",
          region: undefined,
          confidence: 0.97,
          step: "中央和国家机关名录",
          group,
        };
      }
    }
    const [best] = readings;
    if (best === undefined) return undefined;
    if (best.area === "town") return this.#town();
    const form = readings.find((reading) => reading.form !== undefined && reading.place === undefined);
    if (best.sort === "group" && form?.form?.field !== true) return this.#group(best);
    if (form?.form?.field === true && /(主管|行政|管理)部门$|机关$/u.test(this.#surface)) return this.#group(best);
    if (form !== undefined) return this.#inherited(form);
    if (best.sort === "group") return this.#group(best);
    return this.#shaped(best);
  }

  /** 苏澳镇 in a county's document. */
  #town(): Named | undefined {
    const region = this.#home.regions.at(-1);
    if (region === undefined || region.level === "province") return undefined;
    return {
      name: region.full + this.#surface,
      kind: "government",
      level: "county",
      region,
      confidence: 0.7,
      step: `${region.full}的乡镇、街道`,
    };
  }

  #isNamedNational(national: readonly NationalAgency[] | undefined): boolean {
    return national?.some(({ name, short }) => name === this.#surface || short.includes(this.#surface)) === true;
  }

  /** The national body a reading means here: bare forms (发展改革委) only in a central document. */
  #nationalOf(reading: AgencyParse, readings: readonly AgencyParse[]): NationalAgency | undefined {
    const word = this.#folded.slice(reading.from, reading.headTo);
    const candidates = reading.national ?? [];
    const spoken = candidates.filter(({ name, short }) =>
      [name, ...short].some((form) => this.#grammar.fold(form) === word),
    );
    const inherited = this.#previousRegion();
    if (
      spoken.length === 1 &&
      !(
        inherited !== undefined &&
        readings.some(({ form }) => form !== undefined) &&
        /^(银行|社科院|发展研究中心)/u.test(word)
      )
    ) {
      return spoken[0];
    }
    if (this.#home.level !== "central" || inherited !== undefined) return undefined;
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  #previousRegion(): Region | undefined {
    const { previous } = this.#options;
    if (previous === undefined) return undefined;
    const folded = this.#grammar.fold(cleaned(previous));
    const reading = this.#grammar
      .readings(folded, 0)
      .find(({ to, place, sort }) => to === folded.length && place !== undefined && sort !== "group");
    if (reading?.place === undefined) return undefined;
    if (reading.place.relative !== undefined) return relativeRegion(this.#home, reading.place.relative);
    return reading.place.regions?.length === 1 ? reading.place.regions[0] : undefined;
  }

  /** 教育厅 after 省卫生健康委, 财政局 in a city's document. */
  #inherited(reading: AgencyParse): Named | undefined {
    const { form } = reading;
    if (form === undefined) return undefined;
    const previous = this.#previousRegion();
    const province =
      this.#surface.endsWith("厅") && !this.#surface.endsWith("办公厅")
        ? this.#home.regions.find(({ level }) => level === "province")
        : undefined;
    const region = previous ?? province ?? this.#home.regions.at(-1);
    if (region === undefined) return this.#home.level === "central" && form.field ? this.#group(reading) : undefined;
    if (form.internal && previous === undefined && this.#home.level === undefined) return undefined;
    const tail = this.#surface.slice(reading.headTo, reading.bracketFrom ?? reading.to);
    return {
      name: officeName(nameOfForm(form, region), region) + tail,
      kind: tail === "" ? form.kind : this.#kindOfTail(form.kind, tail),
      level: region.level,
      region,
      confidence: previous === undefined ? 0.8 : 0.88,
      step: previous === undefined ? `未写地区，按文件所在地${region.full}` : `承前省略，沿用${region.full}`,
    };
  }

  #group(reading: AgencyParse): Named | undefined {
    const { level, regions } = this.#home;
    const surface = this.#surface;
    const common = { kind: "group" as const, group: true, confidence: 0.9 };
    if (
      reading.place?.regions !== undefined ||
      reading.national !== undefined ||
      /^(国务院|中央|国家|全国)/u.test(surface)
    ) {
      const region = reading.place === undefined ? undefined : this.#regionOf(reading.place);
      return {
        ...common,
        name: region === undefined ? surface : region.full + surface.slice(reading.place?.to ?? 0),
        level,
        region,
        step: "泛指，名称自带范围",
      };
    }
    const relative = /^(自治区|省|市|县|区|州|盟|旗)(?![、（(区县市州旗盟级和及场域])/u.exec(surface)?.[1];
    const owner = relative === undefined ? undefined : relativeRegion(this.#home, relative as "省");
    if (relative !== undefined && owner !== undefined && !/^(市区|区县|区市|县区|县市|市县|省市|市州)/u.test(surface)) {
      return {
        ...common,
        name: owner.full + surface.slice(relative.length),
        level: owner.level,
        region: owner,
        step: `泛指，“${relative}”指${owner.full}`,
      };
    }
    if (level === "central") return { ...common, name: surface, level, region: undefined, step: "泛指，全国范围" };
    const region = regions.at(-1);
    if (level === "unit" && this.#home.house !== undefined) {
      return { ...common, name: this.#home.house + surface, level, region, step: `泛指，限于${this.#home.house}` };
    }
    if (region === undefined) return undefined;
    return { ...common, name: region.full + surface, level: region.level, region, step: `泛指，限于${region.full}` };
  }

  /** A name of its own without a place: institutions and offices get the home's, enterprises keep theirs. */
  #shaped(reading: AgencyParse): Named | undefined {
    const name = this.#surface.slice(0, reading.bracketFrom ?? reading.to);
    const kind = kindOfName(name);
    const region = this.#home.regions.at(-1);
    if (/^(中国|全国|国家|中央|中华)/u.test(name)) {
      return {
        name,
        kind,
        level: kind === "enterprise" ? "unit" : "central",
        region: undefined,
        confidence: 0.75,
        step: "全称带“中国”“国家”",
      };
    }
    if (kind === "enterprise")
      return name.length >= 5
        ? { name, kind, level: "unit", region, confidence: 0.6, step: "企业名称照录" }
        : undefined;
    if (
      region === undefined ||
      name.length < 4 ||
      /(?<!管理|保护)[处科股室部组办]$/u.test(name) ||
      name.endsWith("办公室")
    )
      return undefined;
    return {
      name: region.full + name,
      kind,
      level: region.level,
      region,
      confidence: 0.6,
      step: `未写地区，按文件所在地${region.full}`,
    };
  }
}

const nearness = (home: readonly Region[], region: Region): number => {
  let count = 0;
  for (const holder of home) if (holds(holder, region)) count += 1;
  return count * 10 + (home.includes(region) ? 5 : 0) - (region.level === "county" && !home.includes(region) ? 1 : 0);
};
