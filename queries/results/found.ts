import type { Ontology } from "../../graph/schema/ontology.ts";
import { foundText } from "../../graph/stores/search-rank.ts";
import type { QueryResult } from "../../graph/stores/store.ts";
import type { NodeValue, Value } from "../../graph/stores/value.ts";
import type { Language } from "./cell.ts";

/** Characters of a text on either side of the words that were found in it. */
const AROUND = 16;

/** Search result 检索结果: what was found as rows: kind, name, the words where they stand, id. */
export function foundRows(nodes: readonly NodeValue[], words: string, ontology: Ontology): QueryResult {
  const rows = nodes.map((node) => {
    const name = nameOf(node);
    const text = foundText(node, words, ontology);
    return [node.label, name, text === name ? null : excerpt(text, words.trim()), node.id];
  });
  return { columns: ["label", "name", "found", "id"], rows, truncated: false };
}

/** The same with the kinds in the reader's language. */
export function withKindNames(result: QueryResult, language: Language, { nodes }: Ontology): QueryResult {
  const names = new Map(nodes.map((node) => [node.label, node[language]]));
  const inWords = (label: Value | undefined): Value =>
    typeof label === "string" ? (names.get(label) ?? label) : (label ?? null);
  return { ...result, rows: result.rows.map(([label, ...rest]) => [inWords(label), ...rest]) };
}

/** What a node is called; nothing where it has but a text. */
function nameOf({ properties }: NodeValue): string | null {
  const names = ["name", "title", "heading", "label", "path"].map((property) => properties[property]);
  return names.find((name): name is string => typeof name === "string" && name !== "") ?? null;
}

function excerpt(text: string, words: string): string {
  const at = text.indexOf(words);
  const before = Array.from(text.slice(0, at));
  const after = Array.from(text.slice(at + words.length));
  const left = before.length > AROUND ? ["…", ...before.slice(-AROUND)] : before;
  const right = after.length > AROUND ? [...after.slice(0, AROUND), "…"] : after;
  return [...left, words, ...right].join("").replace(/\s+/gu, " ");
}
