import type { Value } from "../value.ts";

/** What the engine hides in a node or edge beside its properties; `id` stands beside them. */
const HIDDEN_AND_ID: ReadonlySet<string> = new Set(["_id", "_labels", "_type", "_source", "_target", "id"]);
const NONE: ReadonlySet<string> = new Set();

type Raw = Readonly<Record<string, unknown>>;
/** Gives our id of a node by the engine's number for it. */
export type NodeIds = (internal: number) => string;

export const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));

const entries = (raw: Raw, drop: ReadonlySet<string>, ids: NodeIds): Record<string, Value> => {
  const out: Record<string, Value> = {};
  for (const key of Object.keys(raw)) if (!drop.has(key)) out[key] = toValue(raw[key], ids);
  return out;
};

function fromObject(raw: Raw, ids: NodeIds): Value {
  const { _id: internal, _labels: labels, _type: type, _source: source, _target: target } = raw;
  if (typeof internal === "number" && Array.isArray(labels)) {
    const id = raw["id"] === undefined ? `#${internal}` : textOf(raw["id"]);
    return { id, label: textOf(labels[0] ?? ""), properties: entries(raw, HIDDEN_AND_ID, ids) };
  }
  if (typeof internal === "number" && typeof type === "string") {
    return {
      id: raw["id"] === undefined ? `#${internal}` : textOf(raw["id"]),
      type,
      source: ids(source as number),
      target: ids(target as number),
      properties: entries(raw, HIDDEN_AND_ID, ids),
    };
  }
  const [tag, ...more] = Object.keys(raw);
  if (tag?.startsWith("$") === true && more.length === 0) return textOf(raw[tag]);
  return entries(raw, NONE, ids);
}

/** Turns the engine's value into ours (see `Value`). */
export function toValue(raw: unknown, ids: NodeIds): Value {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "boolean" || typeof raw === "string") return raw;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw === "bigint") return Number.isSafeInteger(Number(raw)) ? Number(raw) : raw.toString();
  if (raw instanceof Date) return raw.toISOString();
  if (raw instanceof Uint8Array) return Buffer.from(raw).toString("base64");
  if (raw instanceof Float32Array) return [...raw];
  if (Array.isArray(raw)) return raw.map((item) => toValue(item, ids));
  return fromObject(raw as Raw, ids);
}

/** Roughly how many bytes a value takes on its way to the reader. */
export function sizeOf(value: Value): number {
  if (typeof value === "string") return 2 + value.length * 2;
  if (value === null || typeof value !== "object") return 8;
  let size = 2;
  if (Array.isArray(value)) for (const item of value as readonly Value[]) size += sizeOf(item) + 1;
  else for (const [key, item] of Object.entries(value)) size += key.length + 4 + sizeOf(item as Value);
  return size;
}
