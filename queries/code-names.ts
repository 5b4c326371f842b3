import type { Ontology } from "../graph/schema/ontology.ts";

interface CodeName {
  readonly zh: string;
  readonly en: string;
}

/** `massOrganization` as a person reads it: mass organization. */
const spelled = (code: string): string => code.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

/** The names of the codes that a column holds: `edges`, `nodes`, or a property such as `Agency.kind`. */
export function codeNames(ontology: Ontology, codes: string): ReadonlyMap<string, CodeName> {
  if (codes === "edges") return new Map(ontology.edges.map(({ type, zh, en }) => [type, { zh, en }]));
  if (codes === "nodes") return new Map(ontology.nodes.map(({ label, zh, en }) => [label, { zh, en }]));
  const [label, property = ""] = codes.split(".");
  const values = ontology.nodes.find((node) => node.label === label)?.properties[property]?.values ?? {};
  return new Map(Object.entries(values).map(([value, zh]) => [value, { zh, en: spelled(value) }]));
}

/** Whether the ontology has a name for the code. */
export const isKnownCode = (ontology: Ontology, codes: string, value: string): boolean =>
  codeNames(ontology, codes).has(value);
