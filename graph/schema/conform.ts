import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { edgeProperties, type Ontology, type PropertyType } from "./ontology.ts";

const fits = (value: PropertyValue, type: PropertyType["type"]): boolean => {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value);
    case "float":
      return typeof value === "number" && Number.isFinite(value);
    default:
      return Array.isArray(value) && value.every((item) => typeof item === "string");
  }
};

function* faultsOfProperties(
  owner: NodeData | EdgeData,
  known: Readonly<Record<string, PropertyType>>,
  required: (name: string, type: PropertyType) => boolean,
): Generator<string> {
  for (const [name, value] of Object.entries(owner.properties)) {
    const type = known[name];
    if (type === undefined) yield `${owner.id}: unknown property ${name}`;
    else if (!fits(value, type.type)) yield `${owner.id}: ${name} is no ${type.type}: ${JSON.stringify(value)}`;
  }
  for (const [name, type] of Object.entries(known)) {
    if (required(name, type) && owner.properties[name] === undefined) yield `${owner.id}: ${name} is missing`;
  }
}

/** Says where a graph departs from the ontology: labels, types, ends, properties, evidence. Nothing where it conforms. */
export function* faultsOf(graph: GraphData, ontology: Ontology): Generator<string> {
  const labels = new Map<string, string>();
  const nodeTypes = new Map(ontology.nodes.map((type) => [type.label, type]));
  const edgeTypes = new Map(ontology.edges.map((type) => [type.type, type]));
  for (const node of graph.nodes) {
    labels.set(node.id, node.label);
    const type = nodeTypes.get(node.label);
    if (type === undefined) yield `${node.id}: unknown label ${node.label}`;
    else yield* faultsOfProperties(node, type.properties, (_, property) => property.required);
  }
  for (const edge of graph.edges) {
    const type = edgeTypes.get(edge.type);
    if (type === undefined) {
      yield `${edge.id}: unknown type ${edge.type}`;
      continue;
    }
    const [from, to] = [labels.get(edge.source) ?? "nothing", labels.get(edge.target) ?? "nothing"];
    if (!type.ends.some(([a, b]) => a === from && b === to)) yield `${edge.id}: may not go from ${from} to ${to}`;
    const proven = type.evidence === "always" || edge.properties["doc"] !== undefined;
    yield* faultsOfProperties(edge, edgeProperties(ontology, type), (name, property) =>
      name in type.properties ? property.required : property.required && proven && type.evidence !== "never",
    );
  }
}
