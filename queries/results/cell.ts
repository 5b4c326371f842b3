import { isEdgeValue, isNodeValue, isPathValue, type NodeValue, type Value } from "../../graph/stores/value.ts";

export type Language = "zh" | "en";

const SEPARATOR: Readonly<Record<Language, string>> = { zh: "、", en: ", " };

/** A value of a query's result as a person reads it: a node by its name, a list with its members in a row. */
export function cellText(value: Value, language: Language): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (isListValue(value)) return value.map((member) => cellText(member, language)).join(SEPARATOR[language]);
  if (isNodeValue(value)) return nodeText(value);
  if (isEdgeValue(value)) return value.type;
  if (isPathValue(value)) return value.nodes.map(nodeText).join(" → ");
  return JSON.stringify(value);
}

const isListValue = (value: object): value is readonly Value[] => Array.isArray(value);

function nodeText({ id, properties }: NodeValue): string {
  const name = [properties["name"], properties["title"], properties["label"], properties["text"]].find(
    (candidate) => typeof candidate === "string" && candidate !== "",
  );
  return typeof name === "string" ? name : id;
}
