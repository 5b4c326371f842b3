import { edgeProperties, type Ontology } from "../../graph/schema/ontology.ts";
import { isMark, type Token, tokenize } from "../../graph/stores/cypher/lexer.ts";
import type { Completion } from "./complete.ts";

const KEYWORDS =
  "MATCH|OPTIONAL MATCH|WHERE|RETURN|WITH|ORDER BY|SKIP|LIMIT|UNWIND|DISTINCT|AND|OR|NOT|IN|IS NULL|IS NOT NULL|" +
  "CONTAINS|STARTS WITH|ENDS WITH|CASE|WHEN|THEN|ELSE|END|AS|UNION|EXPLAIN|EXISTS|DESC|ASC|" +
  "count(|collect(|type(|labels(|coalesce(|size(|min(|max(|sum(|avg(|length(|nodes(|relationships(";

interface Names {
  readonly ontology: Ontology;
  readonly parameters: readonly string[];
}

/** Completes a statement by what stands before the cursor: labels, edge types, properties, parameters, keywords. */
export function completeCypher(text: string, { ontology, parameters }: Names): Completion {
  const tokens = tokenize(text);
  const last = tokens.at(-1);
  const touches = last !== undefined && last.to === text.length;
  if (touches && last.kind === "string") return { candidates: [], part: "" };
  if (touches && (last.kind === "parameter" || isMark(last, "$"))) {
    return { candidates: parameters.map((name) => `$${name}`), part: last.text };
  }
  const part = touches && last.kind === "word" ? last.text : "";
  const before = part === "" ? tokens : tokens.slice(0, -1);
  const open = innermost(before);
  const mark = before.at(-1);
  if (isMark(mark, ":", "|", "&", "!")) return { candidates: kindsIn(open, ontology), part };
  if (isMark(mark, ".")) {
    const owner = before.at(-2);
    return owner?.kind === "word" ? { candidates: propertiesOf(kindOf(owner.text, before), ontology), part } : { candidates: [], part }; // biome-ignore format: one idea
  }
  if (isMark(open?.token, "{") && isMark(mark, "{", ",")) {
    const kind = before[open === undefined ? -1 : open.at - 1];
    return { candidates: propertiesOf(kind?.kind === "word" ? kind.text : undefined, ontology), part };
  }
  const variables = before.filter((token, at) => token.kind === "word" && isMark(before[at + 1], ":"));
  const keywords = part !== "" && part === part.toLowerCase() ? KEYWORDS.toLowerCase() : KEYWORDS;
  return { candidates: [...variables.map((token) => token.text), ...keywords.split("|")], part };
}

interface Open {
  readonly token: Token;
  readonly at: number;
}

/** The bracket that the cursor stands in. */
function innermost(tokens: readonly Token[]): Open | undefined {
  const open: Open[] = [];
  for (const [at, token] of tokens.entries()) {
    if (isMark(token, "(", "[", "{")) open.push({ token, at });
    else if (isMark(token, ")", "]", "}")) open.pop();
  }
  return open.at(-1);
}

/** After a colon: edge types in square brackets, the values of a map in curly ones, else labels. */
function kindsIn(open: Open | undefined, { nodes, edges }: Ontology): string[] {
  if (isMark(open?.token, "{")) return [];
  return isMark(open?.token, "[") ? edges.map(({ type }) => type) : nodes.map(({ label }) => label);
}

/** The label or type that a variable was given: `(a:Agency`, `[r:LEADS`. */
function kindOf(variable: string, tokens: readonly Token[]): string | undefined {
  const at = tokens.findLastIndex((token, index) => token.text === variable && isMark(tokens[index + 1], ":"));
  const kind = tokens[at + 2];
  return at !== -1 && kind?.kind === "word" ? kind.text : undefined;
}

/** The properties of a label or edge type; all there are where it is none. */
function propertiesOf(kind: string | undefined, ontology: Ontology): string[] {
  const node = ontology.nodes.find(({ label }) => label === kind);
  const edge = ontology.edges.find(({ type }) => type === kind);
  const known =
    node?.properties ??
    (edge === undefined
      ? Object.assign({}, ...ontology.nodes.map(({ properties }) => properties), ...ontology.edges.map((type) => edgeProperties(ontology, type))) // biome-ignore format: one idea
      : edgeProperties(ontology, edge));
  return ["id", ...Object.keys(known as object)];
}
