import type { Marker, MarkerPosition, MarkerStyle } from "./marker-lexer.ts";
import { MarkerPlaces } from "./marker-places.ts";
import { HEADING_STYLES, INLINE, RANK, RUN_ON, SKIPPING } from "./marker-styles.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

/** A marker that counts, with how deep it stands in its zone (0: top). */
export interface Accepted {
  readonly marker: Marker;
  readonly depth: number;
  /** Why its ordinal is not the next one, where it is not. */
  readonly oddity?: "gap" | "repeat" | "restart";
}

interface Level {
  readonly style: MarkerStyle;
  readonly position: MarkerPosition;
  ordinal: number;
  /** Path label of the last marker, for outlines such as 1.2.1. */
  label: string;
}

/** No document nests deeper; a marker that would is text. */
const DEEPEST = 20;

/**
 * Tells the markers that count from the look-alikes (FIELD.md §1). At the beginning of a line a marker counts where its
 * ordinal is sensible; elsewhere only where it continues a sequence that is open, or begins one that goes on.
 * Near-linear: each look-up is a binary search.
 */
export function trackSequences(markers: readonly Marker[], text: string, patterns: OutlinePatterns): Accepted[] {
  return new Tracker(markers, text, patterns).run();
}

class Tracker {
  readonly #markers: readonly Marker[];
  readonly #text: string;
  readonly #patterns: OutlinePatterns;
  readonly #places: MarkerPlaces;
  readonly #levels: Level[] = [];
  readonly #atLine: ReadonlySet<MarkerStyle>;
  readonly #lastSeen = new Map<MarkerStyle, number>();
  readonly #accepted: Accepted[] = [];

  constructor(markers: readonly Marker[], text: string, patterns: OutlinePatterns) {
    this.#markers = markers;
    this.#text = text;
    this.#patterns = patterns;
    this.#atLine = new Set(markers.filter(({ position }) => position === "line").map(({ style }) => style));
    this.#places = new MarkerPlaces(markers);
  }

  run(): Accepted[] {
    this.#markers.forEach((marker, i) => {
      const last = this.#accepted.at(-1)?.marker;
      if (last !== undefined && marker.from < last.to) return;
      if (marker.style.startsWith("heading")) this.#open(marker, i);
      else if (marker.style === "turn") this.#turn(marker, i);
      else if (marker.style === "words") this.#words(marker, i);
      else if (marker.style.startsWith("decimal")) this.#decimal(marker, i);
      else this.#step(marker, i);
    });
    return this.#accepted;
  }

  #step(marker: Marker, i: number): void {
    if (this.#continues(marker, i)) return;
    const { style, ordinal, position } = marker;
    const level = this.#levels.findLastIndex((open) => open.style === style);
    if (ordinal === 1) {
      if (!this.#begins(marker, i)) return;
      if (level < 0) this.#open(marker, i);
      else this.#restart(marker, i, level);
      return;
    }
    if (level < 0) {
      const missed = ordinal - (this.#lastSeen.get(style) ?? ordinal) - 1;
      const runsOn =
        (missed === 0 && (position !== "run" || this.#afterHeading(marker))) ||
        (missed === 1 &&
          (position === "stop" || position === "gap") &&
          SKIPPING.has(style) &&
          this.#places.isSupported(i));
      const first =
        position === "line" &&
        style !== "say" &&
        (this.#lastSeen.get(style) === undefined || this.#places.isSupported(i));
      if (runsOn && position !== "comma") this.#open(marker, i, missed === 0 ? undefined : "gap");
      else if (first) this.#open(marker, i, this.#lastSeen.size === 0 ? undefined : "gap");
      return;
    }
    const open = this.#levels[level];
    if (open === undefined || style === "say") return;
    const skips = ordinal > open.ordinal && ordinal - open.ordinal <= (position === "line" ? 4 : 2);
    const atLine = position === "line" && (skips || (ordinal === open.ordinal && open.position === "line"));
    const inText =
      skips && position !== "run" && position !== "comma" && this.#places.isSupported(i) && SKIPPING.has(style);
    if (atLine || inText) this.#accept(marker, level, ordinal > open.ordinal ? "gap" : "repeat");
  }

  /** Goes on with an open sequence: the deepest of its style that stands alike, or else the deepest. */
  #continues(marker: Marker, i: number): boolean {
    const fits = (open: Level): boolean => open.style === marker.style && open.ordinal + 1 === marker.ordinal;
    const alike = (open: Level): boolean => (open.position === "line") === (marker.position === "line");
    let level = this.#levels.findLastIndex((open) => fits(open) && alike(open));
    if (level < 0) level = this.#levels.findLastIndex(fits);
    const open = this.#levels[level];
    if (open === undefined) return false;
    if (!this.#mayContinue(open, marker, i)) return false;
    this.#accept(marker, level);
    return true;
  }

  #mayContinue(open: Level, marker: Marker, i: number): boolean {
    if (marker.position === "line") return true;
    if (open.position === "line") {
      if (marker.position === "run" || marker.position === "comma") return false;
      const again = this.#places.next(marker.style, marker.ordinal, i);
      const after = this.#places.next(marker.style, marker.ordinal + 1, i);
      const better = again !== undefined && (after === undefined || again < after) ? this.#markers[again] : undefined;
      return better?.position !== "line";
    }
    if (marker.position === "comma")
      return marker.style === "say" || marker.style === "digitBracket" || marker.style === "circle";
    return (
      marker.position !== "run" ||
      (HEADING_STYLES.has(marker.style) && marker.style !== "say") ||
      marker.style === "circle"
    );
  }

  /** May a sequence begin here? */
  #begins(marker: Marker, i: number): boolean {
    switch (marker.position) {
      case "line":
        return marker.style !== "say" || this.#places.isSupported(i);
      case "stop":
      case "gap":
        return this.#places.isSupported(i) || this.#afterHeading(marker) || this.#isFirst(marker);
      case "comma":
        return marker.style === "say" && this.#places.isSupported(i);
      case "run":
        if (this.#afterHeading(marker)) return marker.style !== "say" || this.#places.isSupported(i);
        if (this.#atLine.has(marker.style) || this.#outranks(marker)) return false;
        return RUN_ON.has(marker.style) && this.#places.isSupported(i);
      default:
        return false;
    }
  }

  /** 现提出以下意见：一、… opens the outline of its zone. */
  #isFirst(marker: Marker): boolean {
    return (
      this.#accepted.length === 0 &&
      marker.style === "han" &&
      this.#patterns.follows.test(this.#text.slice(Math.max(0, marker.from - 16), marker.from))
    );
  }

  /** A marker of higher rank than one that is open. */
  #outranks(marker: Marker): boolean {
    return this.#levels.some((open) => RANK[open.style] > RANK[marker.style]);
  }

  #restart(marker: Marker, i: number, level: number): void {
    const open = this.#levels[level];
    if (open === undefined) return;
    const pending = this.#places.isPending(open.style, open.ordinal, i);
    const nested = marker.position !== "line" && (pending || open.position === "line");
    if (nested) this.#open(marker, i, undefined, true);
    else if (marker.position !== "run" || this.#afterHeading(marker))
      this.#accept(marker, level, INLINE.has(marker.style) ? undefined : "restart");
  }

  /** Opens a level below the open ones that it cannot close. */
  #open(marker: Marker, i: number, oddity?: Accepted["oddity"], nested = false): void {
    if (!nested) this.#closeFor(marker, i);
    if (this.#levels.length >= DEEPEST) return;
    this.#levels.push({ style: marker.style, position: marker.position, ordinal: marker.ordinal, label: marker.label });
    this.#note(marker, this.#levels.length - 1, oddity);
  }

  /** Closes levels of lower rank, but for one whose list goes on behind: an unusual order of shapes. */
  #closeFor(marker: Marker, i: number): void {
    const rank = RANK[marker.style];
    for (let top = this.#levels.at(-1); top !== undefined; top = this.#levels.at(-1)) {
      const below = rank < 0 ? RANK[top.style] >= rank : RANK[top.style] > rank;
      if (!below || (rank >= 0 && marker.ordinal === 1 && this.#places.isPending(top.style, top.ordinal, i))) return;
      this.#levels.pop();
    }
  }

  #accept(marker: Marker, level: number, oddity?: Accepted["oddity"]): void {
    this.#levels.length = level + 1;
    const open = this.#levels[level];
    if (open !== undefined) {
      open.ordinal = marker.ordinal;
      open.label = marker.label;
    }
    this.#note(marker, level, oddity);
  }

  #note(marker: Marker, depth: number, oddity?: Accepted["oddity"]): void {
    this.#lastSeen.set(marker.style, marker.ordinal);
    this.#accepted.push(oddity === undefined ? { marker, depth } : { marker, depth, oddity });
  }

  #turn(marker: Marker, i: number): void {
    if (this.#lastSeen.get("say") === undefined) return;
    const next = this.#places.next("say", 1, i);
    const first = next === undefined ? undefined : this.#markers[next];
    if (first === undefined || first.from - marker.from > 800 || !this.#places.isSupported(next ?? i)) return;
    const top = this.#levels.findIndex((open) => open.style === "say" || open.style === "turn");
    if (top >= 0) this.#levels.length = top;
    this.#levels.push({ style: "turn", position: "line", ordinal: 0, label: marker.label });
    this.#note(marker, this.#levels.length - 1);
  }

  /** A heading of its own words stands above the list that begins anew beneath it. */
  #words(marker: Marker, i: number): void {
    const below = this.#markers[i + 1]?.style;
    const list = this.#levels.findIndex((open) => open.style === below);
    if (list >= 0) this.#levels.length = list;
    if (this.#levels.at(-1)?.style === "words") this.#levels.pop();
    if (this.#levels.length >= DEEPEST) return;
    this.#levels.push({ style: "words", position: "line", ordinal: 0, label: marker.label });
    this.#note(marker, this.#levels.length - 1);
  }

  /** 1.2.1 stands below 1.2, and 1.2 below 1; it begins with 1 and goes on one by one. */
  #decimal(marker: Marker, i: number): void {
    const parent = marker.label.slice(0, marker.label.lastIndexOf("."));
    const above = this.#levels.findLastIndex(
      (open) => open.label === parent && (open.style === "digit" || open.style.startsWith("decimal")),
    );
    const same = this.#levels.findLastIndex((open) => open.style === marker.style);
    const open = this.#levels[same];
    const sameParent = open !== undefined && open.label.slice(0, open.label.lastIndexOf(".")) === parent;
    const goesOn = sameParent && marker.ordinal > open.ordinal && marker.ordinal - open.ordinal <= 2;
    const begins = marker.ordinal === 1 && (above >= 0 || marker.position === "line" || this.#places.isSupported(i));
    if (!goesOn && !begins) return;
    if (goesOn) this.#accept(marker, same);
    else if (above < 0 && same >= 0) this.#accept(marker, same, "restart");
    else if (above < 0) this.#open(marker, i);
    else {
      this.#levels.length = above + 1;
      this.#levels.push({
        style: marker.style,
        position: marker.position,
        ordinal: marker.ordinal,
        label: marker.label,
      });
      this.#note(marker, this.#levels.length - 1);
    }
  }

  /** The words since the marker before are a heading whose line break is lost. */
  #afterHeading(marker: Marker): boolean {
    const last = this.#accepted.at(-1)?.marker;
    if (last === undefined || RANK[last.style] >= RANK[marker.style] || !HEADING_STYLES.has(marker.style)) return false;
    if (marker.from - last.to > 120) return false;
    const words = this.#text
      .slice(last.to, marker.from)
      .replace(/&[a-z]+;/gu, "")
      .trim();
    return (
      words.length >= 2 &&
      words.length <= 45 &&
      !/[。；;！？!?\n]/u.test(words.slice(0, -1)) &&
      (words.match(/，/gu) ?? []).length <= 2
    );
  }
}
