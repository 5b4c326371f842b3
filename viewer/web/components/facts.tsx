import type { NodeData, NodeLabel, PropertyValue } from "../../../graph/model/graph-data.ts";
import type { Thing } from "../data/network.ts";
import { words } from "../state/language.ts";
import { propertyName, valueName } from "../state/names.ts";

/** Which properties are facts to a reader, and in which order; what the ontology adds later follows them. */
const ORDER: Readonly<Record<NodeLabel, readonly string[]>> = {
  Agency: ["shortName", "aliases", "kind", "level", "region"],
  Task: ["text", "kind", "deadline", "deadlineText"],
  Leader: ["posts"],
  Document: ["number", "enclosedTitle", "kind", "issuers", "date", "level", "region", "source"],
  Article: ["label", "paragraph", "item"],
  Target: ["text", "value", "comparator", "year", "baseline"],
  Clause: ["text", "path"],
};

/** Shown elsewhere in the panel, or of no use to a reader. */
const HIDDEN: ReadonlySet<string> = new Set([
  "id",
  "name",
  "title",
  "heading",
  "metric",
  "sha256",
  "from",
  "to",
  "ordinal",
  "depth",
  "marker",
  "ingested",
  "resolved",
  "otherIds",
  "deadlinePrecision",
]);
const ALSO_HIDDEN: Partial<Record<NodeLabel, ReadonlySet<string>>> = {
  Task: new Set(["source"]),
  Clause: new Set(["kind"]),
  Article: new Set(["number"]),
};

/** Facts 要素 of a thing, named by the ontology. */
export function Facts({ node, thing }: { node: NodeData; thing: Thing }) {
  const order = ORDER[node.label];
  const names = [...order, ...Object.keys(node.properties).filter((name) => !order.includes(name))];
  const rows = names.flatMap((name) => {
    const value = node.properties[name];
    if (value === undefined || HIDDEN.has(name) || ALSO_HIDDEN[node.label]?.has(name) === true) return [];
    const text = textOf(node.label, name, value);
    return text === "" || text === thing.name ? [] : [{ name, text, long: text.length > 40 }];
  });
  if (rows.length === 0) return null;
  return (
    <dl class="facts">
      {rows.map(({ name, text, long }) => (
        <div key={name} class={long ? "fact fact-long" : "fact"}>
          <dt>{propertyName(node.label, name)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(label: NodeLabel, name: string, value: PropertyValue): string {
  const { values } = words.value;
  if (typeof value === "string") return valueName(label, name, value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? values.yes : values.no;
  return value.join(values.separator);
}
