import type { AgencyRef, Fact, Located, Masthead, PersonRef, Proof } from "../../graph/model/reading.ts";
import type { Lexicon } from "../recognize/lexicon.ts";

/** What the masthead states 版头事实: who issued, signed, receives and gets copies. */
export function mastheadFacts(masthead: Masthead, lexicon: Lexicon): Fact[] {
  const { issuers, signer, addressees, copies } = masthead;
  return [
    ...issuers.map(
      (issuer, i): Fact => ({
        predicate: "ISSUED",
        subject: { kind: "agency", surface: issuer.text },
        object: { kind: "self" },
        properties: { mention: issuer.text, rank: i + 1 },
        proof: proofOf(issuer, "masthead-issuer"),
      }),
    ),
    ...(signer === undefined
      ? []
      : [
          {
            predicate: "SIGNED",
            subject: { kind: "person", name: signer.text, ...bodyOf(issuers) },
            object: { kind: "self" },
            properties: { mention: signer.text },
            proof: proofOf(signer, "masthead-signer"),
          } satisfies Fact,
        ]),
    ...addressed(addressees, false, lexicon),
    ...addressed(copies, true, lexicon),
  ];
}

/** 签发人 signs for the issuing body; where several issue together the text does not say which. */
const bodyOf = (issuers: readonly Located[]): { body: string } | Record<string, never> => {
  const only = issuers.length === 1 ? issuers[0] : undefined;
  return only === undefined ? {} : { body: only.text };
};

function addressed(places: readonly Located[], copy: boolean, lexicon: Lexicon): Fact[] {
  let head: string | undefined;
  return places.map((place): Fact => {
    const previous = head;
    if (head === undefined || lexicon.agencies.standsAlone(place.text)) head = place.text;
    return {
      predicate: "ADDRESSED_TO",
      subject: { kind: "self" },
      object: addresseeOf(place.text, previous, lexicon),
      properties: { mention: place.text, ...(copy ? { copy } : {}) },
      proof: proofOf(place, copy ? "masthead-copy" : "masthead-addressee"),
    };
  });
}

/** A body or, in replies to proposals, a person: 王某某委员. */
function addresseeOf(
  text: string,
  previous: string | undefined,
  { agencies, persons }: Lexicon,
): AgencyRef | PersonRef {
  const person = agencies.accepts(text) === undefined ? persons.in(text) : undefined;
  if (person !== undefined) return { kind: "person", name: person.name };
  return { kind: "agency", surface: text, ...(previous === undefined ? {} : { previous }) };
}

const proofOf = ({ span }: Located, rule: string): Proof => ({
  span,
  quote: span,
  rule,
  confidence: 0.98,
  inferred: false,
});
