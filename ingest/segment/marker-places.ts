import type { Marker, MarkerStyle } from "./marker-lexer.ts";

/** Places of markers by style and ordinal: what is still to come behind a place. Each look-up is a binary search. */
export class MarkerPlaces {
  readonly #markers: readonly Marker[];
  readonly #places = new Map<string, number[]>();

  constructor(markers: readonly Marker[]) {
    this.#markers = markers;
    markers.forEach((marker, i) => {
      const key = `${marker.style}${marker.ordinal}`;
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, [i]);
      else places.push(i);
    });
  }

  /** The next marker of the style with the ordinal, behind place `i` of the list. */
  next(style: MarkerStyle, ordinal: number, i: number): number | undefined {
    const places = this.#places.get(`${style}${ordinal}`) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= i) low = middle + 1;
      else high = middle;
    }
    return places[low];
  }

  /** The following number, or of some styles the one behind it, comes before this one comes again. */
  isSupported(i: number): boolean {
    const marker = this.#markers[i];
    if (marker === undefined) return false;
    const { style, ordinal } = marker;
    const again = this.next(style, ordinal, i) ?? Number.POSITIVE_INFINITY;
    const following = this.next(style, ordinal + 1, i);
    if (following !== undefined && following < again) return true;
    const second = this.next(style, ordinal + 2, i);
    return /^han|^article$|^chapter$/u.test(style) && second !== undefined && second < again;
  }

  /** The number after `ordinal` is still to come, before its list begins anew. */
  isPending(style: MarkerStyle, ordinal: number, i: number): boolean {
    const following = this.next(style, ordinal + 1, i);
    const anew = this.next(style, 1, i);
    return following !== undefined && (anew === undefined || anew > following);
  }
}
