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

/** What tells one place's 《实施意见》 from another's: the issuing body or the region; of a central document its issuer. */
export function placeOf(home: Home | undefined, reading: DocumentReading | undefined): string | undefined {
  const place = home?.house ?? (home?.region === "" ? undefined : home?.region);
  return place ?? (home?.level === "central" ? reading?.tree.masthead.issuers[0]?.text : undefined);
}
