import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { AssignmentLexicon } from "./lexicon.ts";

/** Member 成员: one body of a list, in its surface form. */
export interface Member {
  readonly span: CleanSpan;
  readonly certainty: "known" | "shaped" | "group" | "unknown";
  /** Which part of the list, from 0: parts are set apart by ， and ；. */
  readonly part: number;
  /** True where a sign stands before it: ★市财政局. */
  readonly marked?: true;
  /** Surface form of the member before it, whose prefix it may inherit. */
  readonly previous?: string;
}

/** Members that share a role by the words behind them; without a predicate the label or convention decides. */
export interface HolderGroup {
  readonly members: readonly Member[];
  readonly predicate?: { readonly span: CleanSpan; readonly role: Role };
  /** True where the role stands in a bracket behind a name, 市发改委（牵头）: it says nothing of the names before. */
  readonly noted?: true;
  /** What stands right behind the predicate: 负责解释, 牵头制定实施细则. */
  readonly object?: CleanSpan;
}

export interface HolderList {
  readonly groups: readonly HolderGroup[];
  /** Pieces between separators that are no bodies, predicates or fillers. */
  readonly debris: readonly CleanSpan[];
  /** Where reading ended. */
  readonly to: number;
}

/** Signs that a document's rule may give a meaning: 带★的为牵头单位. */
export const MARKS = "*＊★☆▲△◆●";
const MARKED = new RegExp(`[${MARKS}]`, "u");
const SEPARATOR = new RegExp(`[\\s、，,；;。/·|${MARKS}]+`, "uy");
const PIECE = new RegExp(`[^\\s、，,；;。/|${MARKS}]+`, "uy");
const PLAUSIBLE = /^[\p{Script=Han}A-Za-z0-9“”"·（）()〔〕[\]‹›]{2,24}$/u;
const LONGEST_NAME = 32;
const OPEN_QUOTE = /[“"‘]$/u;
const OPENING = /[（(]/u;
const CLOSING = /[）)]/u;
const NOTE = /^[（(][^（）()\n。；;、]{2,12}[）)]/u;
const LONGEST_NOTE = 16;
const GOES_ON = /^(?:[、，,；;]|$)/u;

const sticky = (pattern: RegExp, text: string, from: number): string | undefined => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
};

export interface HolderOptions {
  /** Read only as far as bodies, separators and predicates go (a list without a bracket around it). */
  readonly stopAtDebris: boolean;
  /** Take pieces that no rule knows for names, where the list's bounds leave no doubt that it is one. */
  readonly acceptUnknown: boolean;
  /** In running prose: words between a body and a predicate part the two. */
  readonly prose?: boolean;
}

/**
 * Holders 责任主体: reads a list of bodies with the predicates among them: A、B牵头，C、D和E按职责分工配合. A predicate
 * gives its role to all members since the one before; behind 会同 members take part. Total; linear in the region.
 */
export function parseHolders(
  text: string,
  region: CleanSpan,
  lexicon: AssignmentLexicon,
  options: HolderOptions,
): HolderList {
  const reader = new HolderReader(text, region, lexicon, options);
  return reader.read();
}

class HolderReader {
  readonly #text: string;
  readonly #limit: number;
  readonly #lexicon: AssignmentLexicon;
  readonly #options: HolderOptions;
  readonly #groups: HolderGroup[] = [];
  readonly #debris: CleanSpan[] = [];
  #at: number;
  #pending: Member[] = [];
  #companions: { members: Member[]; cue: CleanSpan } | undefined;
  #previous: string | undefined;
  /** True right behind a predicate: what follows without a separator is its object, not a member. */
  #closed = false;
  #end: number;
  #part = 0;

  constructor(text: string, region: CleanSpan, lexicon: AssignmentLexicon, options: HolderOptions) {
    this.#text = text;
    this.#limit = region.to;
    this.#lexicon = lexicon;
    this.#options = options;
    this.#at = region.from;
    this.#end = region.from;
  }

  read(): HolderList {
    while (this.#at < this.#limit && this.#step());
    this.#flush();
    return { groups: this.#groups, debris: this.#debris, to: this.#end };
  }

  #step(): boolean {
    const separator = sticky(SEPARATOR, this.#text, this.#at);
    if (separator !== undefined) {
      if (this.#options.stopAtDebris && separator.includes("。")) return false;
      if (/[，,；;]/u.test(separator)) this.#part++;
      this.#at += separator.length;
      this.#closed = false;
      return true;
    }
    return (
      this.#bracket() || this.#predicate() || this.#companion() || this.#member() || this.#words() || this.#piece()
    );
  }

  /** A bracket around further members: 國發會、（所屬各機關). */
  #bracket(): boolean {
    if (this.#note()) return true;
    const char = this.#text.charAt(this.#at);
    const opens =
      OPENING.test(char) && this.#lexicon.agencies.match(this.#text, this.#at + 1, this.#limit) !== undefined;
    if (!opens && !(CLOSING.test(char) && this.#at > 0)) return false;
    this.#at++;
    return true;
  }

  /**
   * 市发改委（牵头）、市教育局、市财政局（配合）: a role in a bracket behind a name. To lead or to answer is said of that name
   * alone, to help of the names before it in the same part of the list, too. Other words in such a bracket are an aside
   * where the list goes on behind it: 市林业局（主要领导负总责）、市财政局.
   */
  #note(): boolean {
    const last = this.#pending.at(-1);
    const words = NOTE.exec(this.#text.slice(this.#at, Math.min(this.#limit, this.#at + LONGEST_NOTE)))?.[0];
    if (last?.span.to !== this.#at || words === undefined || this.#companions !== undefined) return false;
    const span = { from: this.#at + 1, to: this.#at + words.length - 1 };
    const role = this.#noted(span);
    const to = this.#at + words.length;
    if (role === undefined) {
      if (!GOES_ON.test(this.#text.slice(to, Math.min(this.#limit, to + 1)))) return false;
      if (this.#lexicon.agencies.match(this.#text, span.from, span.to) !== undefined) return false;
      this.#at = to;
      return true;
    }
    const first =
      role === "participate" ? this.#pending.findIndex(({ part }) => part === last.part) : this.#pending.length - 1;
    if (first > 0) this.#groups.push({ members: this.#pending.slice(0, first) });
    this.#groups.push({ members: this.#pending.slice(first), predicate: { span, role }, noted: true });
    this.#pending = [];
    this.#advance(to);
    return true;
  }

  #noted(span: CleanSpan): Role | undefined {
    const predicate = this.#lexicon.predicates.at(this.#text, span.from);
    if (predicate?.span.to === span.to) return predicate.role;
    const label = this.#lexicon.labels.heading(this.#text.slice(span.from, span.to));
    return label?.holder === "body" ? label.role : undefined;
  }

  #predicate(): boolean {
    if (this.#pending.length === 0 && this.#companions === undefined) return false;
    const predicate = this.#lexicon.predicates.at(this.#text, this.#at);
    if (predicate === undefined || predicate.span.to > this.#limit) return false;
    if (this.#pending.length > 0) this.#groups.push({ members: this.#pending, predicate });
    if (this.#companions !== undefined) {
      const { members, cue } = this.#companions;
      this.#groups.push({ members, predicate: { span: cue, role: "participate" } });
    }
    this.#pending = [];
    this.#companions = undefined;
    this.#closed = true;
    this.#advance(predicate.span.to);
    return true;
  }

  #companion(): boolean {
    if (this.#pending.length === 0) return false;
    const end = this.#lexicon.predicates.companionAt(this.#text, this.#at);
    if (end === undefined || this.#lexicon.agencies.match(this.#text, end, this.#limit) === undefined) return false;
    this.#companions ??= { members: [], cue: { from: this.#at, to: end } };
    this.#advance(end);
    return true;
  }

  #member(): boolean {
    if (this.#closed) return false;
    let from = this.#at;
    if (this.#pending.length > 0 || this.#companions !== undefined) {
      const conjunction = sticky(this.#lexicon.holders.conjunction, this.#text, from);
      if (conjunction !== undefined) from += conjunction.length;
    }
    const match = this.#lexicon.agencies.match(this.#text, from, this.#limit);
    const broken = this.#brokenName(from, match?.to);
    if (broken !== undefined) {
      this.#push({ from, to: broken }, "known");
      return true;
    }
    if (match === undefined) return false;
    if (match.kind !== "known") {
      const cut = this.#cutAtConjunction(from, match.to);
      if (cut !== undefined) {
        this.#push({ from, to: cut.to }, cut.kind);
        return true;
      }
    }
    const tail =
      match.kind === "shaped"
        ? (this.#lexicon.holders.adverbTail.exec(this.#text.slice(from, match.to))?.[0].length ?? 0)
        : 0;
    this.#push({ from, to: this.#ownBracket(match.to - tail) }, match.kind);
    return true;
  }

  /** 市人力资源 社会保障局: a name that a lost line break has parted; its end, where the joined words are a known name. */
  #brokenName(from: number, matched: number | undefined): number | undefined {
    const words = this.#text.slice(from, Math.min(this.#limit, from + LONGEST_NAME));
    const gap = words.indexOf(" ");
    if (gap < 1 || (matched !== undefined && matched > from + gap)) return undefined;
    // 市总工会 团市委: two names, not one that a break has parted.
    const next = this.#lexicon.agencies.match(this.#text, from + gap + 1, this.#limit);
    if (matched === from + gap && next !== undefined) return undefined;
    const joined = this.#lexicon.agencies.match(words.slice(0, gap) + words.slice(gap + 1), 0);
    return joined?.kind === "known" && joined.to > gap ? from + joined.to + 1 : undefined;
  }

  /** 市财政局及各区（县）人民政府: one name to a grammar of shapes, two where both halves are names. */
  #cutAtConjunction(from: number, to: number): { to: number; kind: Member["certainty"] } | undefined {
    for (let cut = from + 3; cut < to - 2; cut++) {
      if (!this.#lexicon.holders.joint.test(this.#text.slice(cut, cut + 2))) continue;
      const kind = this.#lexicon.agencies.accepts(this.#text.slice(from, cut));
      const next = this.#lexicon.agencies.accepts(this.#text.slice(cut + 1, to));
      if (kind !== undefined && kind !== "group" && next !== undefined) return { to: cut, kind };
    }
    return undefined;
  }

  /** 市经信局（市大数据局）: a bracket right behind a name that holds another name belongs to it. */
  #ownBracket(to: number): number {
    const own = /^[（(][^（）()\n]{2,12}[）)]/u.exec(this.#text.slice(to, Math.min(this.#limit, to + 16)))?.[0];
    if (own === undefined) return to;
    const isName =
      this.#lexicon.agencies.accepts(own.slice(1, -1)) !== undefined || this.#lexicon.holders.secondName.test(own);
    return isName ? to + own.length : to;
  }

  #push(span: CleanSpan, certainty: Member["certainty"]): void {
    const member = {
      span,
      certainty,
      part: this.#part,
      ...(MARKED.test(this.#text.charAt(span.from - 1)) ? { marked: true as const } : {}),
      ...(this.#previous === undefined ? {} : { previous: this.#previous }),
    };
    (this.#companions?.members ?? this.#pending).push(member);
    const surface = this.#text.slice(span.from, span.to);
    if (this.#previous === undefined || this.#lexicon.agencies.standsAlone(surface)) this.#previous = surface;
    this.#advance(span.to);
  }

  #words(): boolean {
    const hasMembers = this.#pending.length > 0 || this.#companions !== undefined;
    const words =
      (hasMembers ? sticky(this.#lexicon.holders.openEnd, this.#text, this.#at) : undefined) ??
      sticky(this.#lexicon.holders.filler, this.#text, this.#at);
    if (words === undefined) return false;
    if (words.startsWith("等")) this.#advance(this.#at + words.length);
    else this.#at += words.length;
    return true;
  }

  #piece(): boolean {
    const { adverbTail, openTail, bodyTail, implausible } = this.#lexicon.holders;
    const piece = (sticky(PIECE, this.#text, this.#at) ?? this.#text.charAt(this.#at)).slice(0, this.#limit - this.#at);
    const span = { from: this.#at, to: this.#at + piece.length };
    if (this.#closed) return this.#object(span);
    const whole = this.#at === 0 || /[\s、，,；;：:为是（(〔[]/u.test(this.#text.charAt(this.#at - 1));
    const name = { from: span.from, to: span.from + piece.length - this.#predicateTail(span) };
    const words = this.#text.slice(name.from, name.to).replace(adverbTail, "").replace(openTail, "");
    if (
      this.#options.acceptUnknown &&
      whole &&
      !OPEN_QUOTE.test(words) &&
      PLAUSIBLE.test(words) &&
      (bodyTail.test(words) || !implausible.test(words))
    ) {
      this.#push({ from: name.from, to: name.from + words.length }, "unknown");
      return true;
    }
    this.#debris.push(span);
    if (this.#options.prose === true) {
      this.#pending = [];
      this.#companions = undefined;
    }
    this.#at = span.to;
    return !this.#options.stopAtDebris;
  }

  #object(span: CleanSpan): boolean {
    const last = this.#groups.at(-1);
    if (last !== undefined) this.#groups[this.#groups.length - 1] = { ...last, object: span };
    this.#at = span.to;
    return !this.#options.stopAtDebris;
  }

  /** Length of the predicate that ends the piece, as in 征地部牵头 where no rule knows 征地部. */
  #predicateTail(span: CleanSpan): number {
    for (let from = span.from + 2; from < span.to; from++) {
      if (this.#lexicon.predicates.at(this.#text, from)?.span.to === span.to) return span.to - from;
    }
    return 0;
  }

  #advance(to: number): void {
    this.#at = to;
    this.#end = to;
  }

  #flush(): void {
    if (this.#pending.length > 0) this.#groups.push({ members: this.#pending });
    if (this.#companions !== undefined) {
      const { members, cue } = this.#companions;
      this.#groups.push({ members, predicate: { span: cue, role: "participate" } });
    }
  }
}
