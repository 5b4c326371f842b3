import type { NationalAgency } from "../../knowledge/agencies.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { buildGroupLexicon, groupAt, type GroupLexicon } from "./group.ts";
import { buildLexicon, type Form, type Lexicon } from "./lexicon.ts";
import { type Place, placesAt } from "./place.ts";
import { createScriptFold } from "./script.ts";
import { mayEnd, type Shape, shapesAt, SOFT_RANK } from "./shape.ts";

export type AgencySort = "known" | "shaped" | "group";

/** AgencyParse 机构名解析: a name taken apart once, for the recogniser and the resolver alike. Offsets of the text. */
export interface AgencyParse {
  readonly from: number;
  readonly to: number;
  readonly sort: AgencySort;
  readonly place?: Place;
  readonly form?: Form;
  readonly national?: readonly NationalAgency[];
  readonly taiwan?: readonly NationalAgency[];
  /** Regions whose own gazetteer lists the name. */
  readonly local?: readonly string[];
  /** Where the head of the name ends and a department of its own begins: 市公安局|交警支队. */
  readonly headTo: number;
  /** Rank word of a shaped name or of the tail. */
  readonly rank?: string;
  /** A bracket of the name's own, with its marks: （网宣办）. */
  readonly bracketFrom?: number;
  /** A place that stands for its government: 武隆区 (whole), 广州 (short), 苏澳镇 (town). */
  readonly area?: "whole" | "short" | "town";
  /** 共青团, 团, 中共, 武警: words that stand before the place. */
  readonly prefix?: string;
}

export interface ParseOptions {
  /** Accept bare fields: 财政, 人社. */
  readonly fields?: boolean;
}

const WINDOW = 90;
const YOUTH_LEAGUE: Form = {
  names: "共青团{place}委员会",
  kind: "massOrganization",
  field: false,
  internal: false,
  needsPlace: true,
  owner: true,
};
const ARMED_POLICE = (rank: string): Form => ({ ...YOUTH_LEAGUE, names: `武警{place}${rank}`, kind: "department" });
/** 部门 that follows a group of bodies inside a name of its own: 县环保局相关业务科室. */
/** Heads after which any name makes a group: 各国土所, 有关镇政府. */
const EACH = /^(各|有关|相关|所属|下属|其他|其它)/u;
/** How a group goes on after its place: 米易县各乡镇, 省有关单位, 市直部门. */
const PLACED_GROUP = /^(各|有关|相关|所属|下属|其他|直|属|级|内|辖|成员)/u;
const GROUP_TAIL = /^(各|有关|相关|所属|下属|成员)/u;

export interface AgencyGrammar {
  fold(text: string): string;
  /** All readings of a name that begins at `from`, best first; `folded` is the text after `fold`. */
  parse(folded: string, from: number, limit?: number, options?: ParseOptions): AgencyParse | undefined;
  readings(folded: string, from: number, limit?: number, options?: ParseOptions): AgencyParse[];
  readonly lexicon: Lexicon;
}

export function createAgencyGrammar(knowledge: Knowledge): AgencyGrammar {
  const fold = createScriptFold();
  const lexicon = buildLexicon(knowledge, fold);
  const groups = buildGroupLexicon(knowledge.agencies.groups, fold);
  const readings = (folded: string, from: number, limit = folded.length, options: ParseOptions = {}): AgencyParse[] =>
    new Reading(lexicon, groups, folded, Math.min(limit, folded.length, from + WINDOW), options).at(from);
  return {
    fold,
    lexicon,
    readings,
    parse: (folded, from, limit, options) => readings(folded, from, limit, options)[0],
  };
}

/** Between readings of one length: what is known before what is only likely. */
function weigh({ sort, place, rank, area }: AgencyParse): number {
  if (area !== undefined) return 1;
  if (sort === "known") return place === undefined ? 3 : 4;
  if (sort === "group") return rank === undefined || place !== undefined ? 2 : 0;
  return place === undefined ? 0 : 1;
}

/** One window of text being read. */
class Reading {
  readonly #lexicon: Lexicon;
  readonly #groups: GroupLexicon;
  readonly #text: string;
  readonly #limit: number;
  readonly #options: ParseOptions;

  constructor(lexicon: Lexicon, groups: GroupLexicon, text: string, limit: number, options: ParseOptions) {
    this.#lexicon = lexicon;
    this.#groups = groups;
    this.#text = text;
    this.#limit = limit;
    this.#options = options;
  }

  at(from: number): AgencyParse[] {
    if (from >= this.#limit || this.#lexicon.words.longest(this.#text, from, this.#limit)?.value === "stop") {
      const known = from < this.#limit ? [...this.#named(from, { from, to: from }), ...this.#group(from)] : [];
      return this.#ordered(known);
    }
    return this.#ordered([
      ...this.#named(from, { from, to: from }),
      ...this.#prefixed(from),
      ...this.#placed(from),
      ...this.#group(from),
      ...this.#governed(from),
      ...this.#shaped(from, from),
    ]);
  }

  #ordered(found: readonly AgencyParse[]): AgencyParse[] {
    return found
      .filter((parse) => parse.to > parse.from)
      .map((parse) => this.#withBracket(parse))
      .toSorted((a, b) => b.to - a.to || weigh(b) - weigh(a) || b.headTo - a.headTo);
  }

  /** Names of the gazetteers and forms without a place: 国家发展改革委, 发展改革委, 中组部. */
  #named(from: number, head: { from: number; to: number }): AgencyParse[] {
    const found: AgencyParse[] = [];
    const { national, taiwan, local } = this.#lexicon;
    for (const { to, value } of national.all(this.#text, from, this.#limit)) {
      if (!this.#mayEnd(from, to)) continue;
      found.push(...this.#withTails({ from: head.from, to, sort: "known", national: value, headTo: to }));
      found.push(...this.#branch(from, to, value));
    }
    for (const { to, value } of taiwan.all(this.#text, from, this.#limit)) {
      if (this.#mayEnd(from, to))
        found.push(...this.#withTails({ from: head.from, to, sort: "known", taiwan: value, headTo: to }));
    }
    for (const { to, value } of local.all(this.#text, from, this.#limit)) {
      if (this.#mayEnd(from, to))
        found.push(...this.#withTails({ from: head.from, to, sort: "known", local: value, headTo: to }));
    }
    found.push(...this.#formed(from, undefined, head.from));
    return found;
  }

  /** 人行南昌中心支行, 国家税务总局攀枝花市税务局: a national body, a place and what it keeps there. */
  #branch(from: number, at: number, national: readonly NationalAgency[]): AgencyParse[] {
    const found: AgencyParse[] = [];
    for (const place of placesAt(this.#lexicon, this.#text, at, this.#limit)) {
      const named =
        /^(中心支行|分行|省分行|市分行|支行|县支行|市中心支行|营业管理部|税务局|监管局|监管分局|分局|分公司|省分公司|市分公司|监管办公室|监管办|营管部|分署|调查总队|调查队|局集团公司|局集团有限公司|监管分局|办事处|特派员办事处|专员办|监察局|管理局)/u.exec(
          this.#text.slice(place.to, Math.min(this.#limit, place.to + 12)),
        )?.[0];
      if (named === undefined) continue;
      const to = place.to + named.length;
      found.push(...this.#withTails({ from, to, sort: "known", national, place, headTo: to, rank: named }));
    }
    return found;
  }

  /** 武隆区, 苏澳镇: a place that stands for its government, in lists only. */
  #governed(from: number): AgencyParse[] {
    if (this.#options.fields !== true) return [];
    const found: AgencyParse[] = [];
    for (const place of placesAt(this.#lexicon, this.#text, from, this.#limit)) {
      if (place.regions === undefined || place.weak || place.to - from < 2) continue;
      const whole = /[省市县区州盟旗团]$/u.test(this.#text.slice(from, place.to));
      found.push({ from, to: place.to, sort: "known", place, headTo: place.to, area: whole ? "whole" : "short" });
    }
    const town = /^[\u4E00-\u9FFF]{1,6}?(镇|乡|街道|苏木)(?![政府人办党域村])/u.exec(
      this.#text.slice(from, Math.min(this.#limit, from + 10)),
    )?.[0];
    if (town !== undefined && !/[各乡镇有相]/u.test(town.slice(0, -1)) && !this.#isStopped(town, from)) {
      found.push({ from, to: from + town.length, sort: "known", headTo: from + town.length, area: "town" });
    }
    return found;
  }

  #isStopped(word: string, from: number): boolean {
    for (let at = from; at < from + word.length; at += 1) {
      if (this.#lexicon.words.longest(this.#text, at, this.#limit)?.value === "stop") return true;
    }
    return false;
  }

  /** 团市委, 共青团上海市委, 中共攀枝花市委, 武警江西总队. */
  #prefixed(from: number): AgencyParse[] {
    const found: AgencyParse[] = [];
    for (const prefix of [
      "中国共产主义青年团",
      "共青团",
      "团",
      "中国共产党",
      "中共",
      "武警",
      "中国人民政治协商会议",
      "政协",
    ]) {
      if (!this.#text.startsWith(prefix, from)) continue;
      for (const place of placesAt(this.#lexicon, this.#text, from + prefix.length, this.#limit)) {
        const rest = this.#text.slice(place.to, this.#limit);
        const add = (form: Form, length: number): void => {
          const to = place.to + length;
          if (this.#mayEnd(from, to))
            found.push(...this.#withTails({ from, to, sort: "known", place, form, headTo: to, prefix }));
        };
        if (prefix.endsWith("团")) {
          const word = /^(委员会|工委|委)(?!托|派|任)/u.exec(rest)?.[0];
          if (word !== undefined) add(YOUTH_LEAGUE, word.length);
        } else if (prefix === "武警") {
          const word = /^(总队|支队|大队|中队)/u.exec(rest)?.[0];
          if (word !== undefined) add(ARMED_POLICE(word), word.length);
        } else if (prefix.endsWith("政协") || prefix.endsWith("会议")) {
          const word = /^委员会/u.exec(rest)?.[0];
          const form = this.#lexicon.forms.get("政协");
          if (word !== undefined && form !== undefined) add(form, word.length);
        } else {
          found.push(...this.#formed(place.to, place, from).map((parse) => ({ ...parse, prefix })));
        }
      }
    }
    return found;
  }

  /** A place with a form or a shape after it. */
  #placed(from: number): AgencyParse[] {
    const found: AgencyParse[] = [];
    for (const place of placesAt(this.#lexicon, this.#text, from, this.#limit)) {
      found.push(...this.#formed(place.to, place, from));
      const group = groupAt(this.#groups, this.#lexicon, this.#text, place.to, this.#limit);
      const headed = PLACED_GROUP.test(this.#text.slice(place.to, place.to + 2));
      if (group !== undefined && headed && !place.weak) {
        found.push({ from, to: group, sort: "group", place, headTo: place.to });
      }
      if (place.weak || place.relative === "国家") continue;
      found.push(...this.#shaped(from, place.to, place));
    }
    return found;
  }

  /** Forms of the lexicon and joined stems that begin at `at`. */
  #formed(at: number, place: Place | undefined, from: number): AgencyParse[] {
    const found: AgencyParse[] = [];
    const withPlace = place === undefined ? {} : { place };
    for (const { to, value: form } of this.#lexicon.forms.all(this.#text, at, this.#limit)) {
      if ((form.needsPlace && place === undefined) || !this.#mayEnd(at, to)) continue;
      const sort = form.field && place === undefined ? "group" : "known";
      const parse: AgencyParse = { from, to, sort, form, headTo: to, ...withPlace };
      found.push(...(form.owner ? this.#withTails(parse) : [parse]));
    }
    if (this.#options.fields === true) {
      for (const { to, value: form } of this.#lexicon.fields.all(this.#text, at, this.#limit)) {
        found.push({ from, to, sort: "known", form, headTo: to, ...withPlace });
      }
    }
    const joined = this.#joined(at);
    if (joined !== undefined) {
      found.push(
        ...this.#withTails({ from, to: joined.to, sort: "known", form: joined.form, headTo: joined.to, ...withPlace }),
      );
    }
    return found;
  }

  /** 环境与国土资源局, 财政金融局: stems joined, then a rank. */
  #joined(at: number): { to: number; form: Form } | undefined {
    let best: { to: number; form: Form } | undefined;
    const walk = (from: number, official: string, depth: number): void => {
      for (const { to, value: stem } of this.#lexicon.stems.all(this.#text, from, this.#limit)) {
        const name = official + stem;
        const rank = /^(委员会|管理局|局|厅|办公室|委|办|服务中心)(?!员|长|派|托|法|理|公)/u.exec(
          this.#text.slice(to, Math.min(this.#limit, to + 8)),
        )?.[0];
        if (rank !== undefined && depth > 0 && (best === undefined || to + rank.length > best.to)) {
          const full = rank === "委" ? "委员会" : rank === "办" ? "办公室" : rank;
          best = {
            to: to + rank.length,
            form: { ...YOUTH_LEAGUE, names: `{place}${name}${full}`, kind: "government", needsPlace: false },
          };
        }
        if (depth >= 3) continue;
        walk(to, name, depth + 1);
        const conjunction = /^[和与]/u.exec(this.#text.slice(to, to + 1))?.[0];
        if (conjunction !== undefined) walk(to + 1, name + conjunction, depth + 1);
      }
    };
    walk(at, "", 0);
    return best;
  }

  /** A head as it is, and with departments of its own after it: 市公安局交警支队, 市委网信处. */
  #withTails(head: AgencyParse): AgencyParse[] {
    const found: AgencyParse[] = [head];
    const { headTo } = head;
    const rest = this.#text.slice(headTo, headTo + 2);
    if (GROUP_TAIL.test(rest)) {
      const group = groupAt(this.#groups, this.#lexicon, this.#text, headTo, this.#limit);
      if (group !== undefined) found.push({ ...head, to: group, sort: "group" });
      return found;
    }
    const subordinates = /^及所属(各?机关|机关|各?单位|各机关学校)/u.exec(
      this.#text.slice(headTo, Math.min(this.#limit, headTo + 8)),
    )?.[0];
    if (subordinates !== undefined) return [...found, { ...head, to: headTo + subordinates.length, sort: "group" }];
    if (head.place === undefined && head.form !== undefined && head.form.internal) return found;
    if (this.#beginsBody(headTo)) return found;
    for (const shape of this.#shapes(headTo, true)) {
      if (SOFT_RANK.test(shape.rank)) continue;
      found.push({ ...head, to: shape.to, rank: shape.rank });
    }
    return found;
  }

  /** Names that only their shape tells. */
  #shaped(from: number, at: number, place?: Place): AgencyParse[] {
    const proper =
      place !== undefined ||
      placesAt(this.#lexicon, this.#text, at, this.#limit).some(({ regions }) => regions !== undefined);
    return this.#shapes(at, place !== undefined).flatMap(({ to, rank }) => {
      const soft = proper ? /^(部门|单位|机构|企业)$/u.test(rank) : SOFT_RANK.test(rank);
      const parse: AgencyParse = {
        from,
        to,
        sort: soft ? "group" : "shaped",
        headTo: to,
        rank,
        ...(place === undefined ? {} : { place }),
      };
      const members = /^(各|有关|相关)?成员单位/u.exec(this.#text.slice(to, Math.min(this.#limit, to + 6)))?.[0];
      return members === undefined ? [parse] : [parse, { ...parse, to: to + members.length, sort: "group" as const }];
    });
  }

  #shapes(at: number, follows = false): Shape[] {
    return shapesAt(this.#lexicon, this.#text, at, this.#limit, (next) => this.#beginsBody(next), { follows });
  }

  /** True where a body with a place, or one that the gazetteers know, begins: the name before it has ended. */
  #beginsBody(at: number): boolean {
    if (this.#lexicon.national.longest(this.#text, at, this.#limit) !== undefined) return true;
    if (/^(各|有关|相关|其他|会同|市委|省委|区委|县委)/u.test(this.#text.slice(at, at + 2))) return true;
    if ((this.#groups.whole.longest(this.#text, at, this.#limit)?.to ?? at) - at > 3) return true;
    for (const place of placesAt(this.#lexicon, this.#text, at, this.#limit)) {
      if (place.weak) continue;
      const form = this.#lexicon.forms.longest(this.#text, place.to, this.#limit);
      if (form !== undefined) return true;
      if (place.relative !== undefined && this.#lexicon.stems.longest(this.#text, place.to, this.#limit) !== undefined)
        return true;
    }
    const form = this.#lexicon.forms.longest(this.#text, at, this.#limit);
    if (form === undefined || form.value.needsPlace || form.value.internal || form.value.field) return false;
    return form.value.kind === "government" && /[局委厅]$|委员会$/u.test(this.#text.slice(at, form.to));
  }

  #group(from: number): AgencyParse[] {
    const found: AgencyParse[] = [];
    const add = (to: number | undefined): void => {
      if (to !== undefined && this.#mayEnd(from, to)) found.push({ from, to, sort: "group", headTo: from });
    };
    add(groupAt(this.#groups, this.#lexicon, this.#text, from, this.#limit));
    for (const head of this.#groups.heads.all(this.#text, from, this.#limit)) {
      if (!EACH.test(this.#text.slice(from, head.to))) continue;
      add(this.#shapes(head.to, true).at(-1)?.to);
      add(this.#lexicon.forms.longest(this.#text, head.to, this.#limit)?.to);
      for (const division of this.#groups.divisions.all(this.#text, head.to, this.#limit)) {
        add(this.#lexicon.forms.longest(this.#text, division.to, this.#limit)?.to);
      }
    }
    const each = this.#text.slice(from, Math.min(this.#limit, from + 8)).indexOf("各");
    if (
      each > 1 &&
      !this.#isStopped(this.#text.slice(from, from + each), from) &&
      /^[\u4E00-\u9FFF]+$/u.test(this.#text.slice(from, from + each))
    ) {
      add(groupAt(this.#groups, this.#lexicon, this.#text, from + each, this.#limit));
    }
    return found;
  }

  /** 宣传部（网宣办）, 市财政局（市国资委）, 各有关部门（单位）: brackets that belong to the name. */
  #withBracket(parse: AgencyParse): AgencyParse {
    if (this.#text.charAt(parse.to) !== "（" || parse.to >= this.#limit) return parse;
    const close = this.#text.indexOf("）", parse.to);
    if (close < 0 || close >= this.#limit || close - parse.to > 32) return parse;
    const inside = this.#text.slice(parse.to + 1, close);
    if (!this.#isOwnBracket(inside, parse)) return parse;
    return { ...parse, to: close + 1, bracketFrom: parse.to };
  }

  #isOwnBracket(inside: string, parse: AgencyParse): boolean {
    if (
      /^(单位|部门|局|委|办|处|室|集团|总商会|筹|党组|党委|管委会|办事处|社|队|所|站|中心|本级|机关|行政学院|国家行政学院)$/u.test(
        inside,
      )
    )
      return true;
    if (/^[A-Za-z]+$/u.test(inside)) return false;
    const parts = inside.split(/[、，]/u);
    return parts.every((part) => {
      const reading = new Reading(this.#lexicon, this.#groups, part, part.length, {});
      return (
        part.length > 1 &&
        reading.at(0).some(({ to, sort }) => to === part.length && (sort !== "group" || parse.sort === "group"))
      );
    });
  }

  #mayEnd(from: number, to: number): boolean {
    return mayEnd(this.#lexicon, this.#text, this.#text.slice(from, to), to, this.#limit);
  }
}
