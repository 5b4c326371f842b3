/**
 * Span 区间: a half-open range, in UTF-16 code units of the decoded source text (byte-order mark dropped, nothing else
 * changed). Where a stage works on normalised text it says `CleanSpan`; `NormalizedText.toSource` turns one into the other.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** CleanSpan 净文区间: a half-open range in UTF-16 code units of the normalised text. */
export interface CleanSpan {
  readonly from: number;
  readonly to: number;
}

/** True where `inner` lies within `outer`, ends included. */
export const covers = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;
