import type { Fact, Located, Masthead, Proof } from "../../graph/model/reading.ts";

/** What the masthead states 版头事实: who issued, signed, receives and gets copies. */
export function mastheadFacts(masthead: Masthead): Fact[] {
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
    ...addressed(addressees, false),
    ...addressed(copies, true),
  ];
}

/** 签发人 signs for the issuing body; where several issue together the text does not say which. */
const bodyOf = (issuers: readonly Located[]): { body: string } | Record<string, never> => {
  const only = issuers.length === 1 ? issuers[0] : undefined;
  return only === undefined ? {} : { body: only.text };
};

const addressed = (places: readonly Located[], copy: boolean): Fact[] =>
  places.map((place, i) => {
    const previous = places[i - 1]?.text;
    return {
      predicate: "ADDRESSED_TO",
      subject: { kind: "self" },
      object: { kind: "agency", surface: place.text, ...(previous === undefined ? {} : { previous }) },
      properties: { mention: place.text, ...(copy ? { copy } : {}) },
      proof: proofOf(place, copy ? "masthead-copy" : "masthead-addressee"),
    };
  });

const proofOf = ({ span }: Located, rule: string): Proof => ({
  span,
  quote: span,
  rule,
  confidence: 0.98,
  inferred: false,
});
