import neo4j, { type Node, type Path, type Relationship } from "neo4j-driver";
import type { Properties } from "../../model/graph-data.ts";
import type { Parameter, Parameters } from "../store.ts";
import type { EdgeValue, NodeValue, Value } from "../value.ts";

/** Beside `id`, what every node carries here: the graph that it belongs to. */
export const GRAPH = "graph";

/** Gives our id of a node by the server's. */
export type NodeIds = (elementId: string) => string;

type Raw = Readonly<Record<string, unknown>>;

/** Integers travel as integers; the driver would send every number as a float. */
const numberFor = (value: number): unknown => (Number.isSafeInteger(value) ? neo4j.int(value) : value);

function parameterFor(value: Parameter): unknown {
  if (typeof value === "number") return numberFor(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Parameter[]).map(parameterFor);
  return parametersFor(value as Parameters);
}

export const parametersFor = (parameters: Parameters): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, parameterFor(value)]));

/** Properties as they are stored; those that the ontology calls floats stay floats where they are whole. */
export function propertiesFor(properties: Properties, floats: ReadonlySet<string>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) {
    out[key] = typeof value === "number" && !floats.has(key) ? numberFor(value) : value;
  }
  return out;
}

const entries = (raw: Raw, drop: readonly string[], ids: NodeIds): Record<string, Value> => {
  const out: Record<string, Value> = {};
  for (const key of Object.keys(raw)) {
    if (!drop.includes(key) && raw[key] !== undefined) out[key] = toValue(raw[key], ids);
  }
  return out;
};

const ownId = (raw: Raw, elementId: string): string => (typeof raw["id"] === "string" ? raw["id"] : `#${elementId}`);

const nodeValue = ({ elementId, labels, properties }: Node, ids: NodeIds): NodeValue => ({
  id: ownId(properties, elementId),
  label: labels[0] ?? "",
  properties: entries(properties, ["id", GRAPH], ids),
});

const edgeValue = (edge: Relationship, ids: NodeIds): EdgeValue => ({
  id: ownId(edge.properties, edge.elementId),
  type: edge.type,
  source: ids(edge.startNodeElementId),
  target: ids(edge.endNodeElementId),
  properties: entries(edge.properties, ["id"], ids),
});

function fromObject(raw: object, ids: NodeIds): Value {
  if (neo4j.isInt(raw)) return raw.inSafeRange() ? raw.toNumber() : raw.toString();
  if (neo4j.isNode(raw)) return nodeValue(raw, ids);
  if (neo4j.isRelationship(raw)) return edgeValue(raw, ids);
  if (neo4j.isPath(raw)) {
    const nodes = [raw.start, ...raw.segments.map(({ end }) => end)].map((node) => nodeValue(node, ids));
    return { nodes, edges: raw.segments.map(({ relationship }) => edgeValue(relationship, ids)) };
  }
  if (raw instanceof Int8Array) return Buffer.from(raw).toString("base64");
  if (neo4j.isPoint(raw)) return entries(Object.fromEntries(Object.entries(raw)), [], ids);
  if (Object.getPrototypeOf(raw) === Object.prototype) return entries(raw as Raw, [], ids);
  // Dates, times and durations write themselves in ISO form.
  return (raw as { toString(): string }).toString().replace(/T$/u, "");
}

/** Turns the driver's value into ours (see `Value`). */
export function toValue(raw: unknown, ids: NodeIds): Value {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "boolean" || typeof raw === "string") return raw;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw === "bigint") return raw.toString();
  if (Array.isArray(raw)) return raw.map((item) => toValue(item, ids));
  return fromObject(raw, ids);
}

/** Collects, from the values of a result, the nodes whose id is known and the ends of edges whose id must be asked for. */
export function collectIds(raw: unknown, known: Map<string, string>, wanted: Set<string>): void {
  if (raw === null || typeof raw !== "object" || neo4j.isInt(raw)) return;
  if (Array.isArray(raw)) {
    for (const item of raw) collectIds(item, known, wanted);
  } else if (neo4j.isNode(raw)) known.set(raw.elementId, ownId(raw.properties, raw.elementId));
  else if (neo4j.isRelationship(raw)) wanted.add(raw.startNodeElementId).add(raw.endNodeElementId);
  else if (neo4j.isPath(raw)) {
    for (const node of pathNodes(raw)) collectIds(node, known, wanted);
  } else if (Object.getPrototypeOf(raw) === Object.prototype) {
    for (const item of Object.values(raw)) collectIds(item, known, wanted);
  }
}

const pathNodes = ({ start, segments }: Path): Node[] => [start, ...segments.map(({ end }) => end)];
