import type { DocumentReading } from "../../graph/model/reading.ts";
import type { Home, HomeClues } from "./agencies/index.ts";

/** What a reading tells of where its document is at home. */
export function cluesOf({ tree: { masthead }, normalized }: DocumentReading): HomeClues {
  return {
    issuers: masthead.issuers.map(({ text }) => text),
    number: masthead.number?.text,
    addressees: masthead.addressees.map(({ text }) => text),
    title: masthead.title?.text,
    text: normalized.text,
  };
}

/** What tells one place's 《实施意见》 from another's: the issuing body or the region. */
export const placeOf = (home: Home | undefined): string | undefined =>
  home?.house ?? (home?.region === "" ? undefined : home?.region);
