/**
 * Kind 种类: what is known of a value before the query runs. `any` where nothing is: a property, a parameter.
 * `raw` marks a node or edge on a way on which Grafeo loses it and hands out its internal number.
 */
export interface Kind {
  readonly name:
    | "any"
    | "null"
    | "boolean"
    | "integer"
    | "float"
    | "string"
    | "temporal"
    | "node"
    | "edge"
    | "path"
    | "map"
    | "list";
  /** Of the elements of a list. */
  readonly of?: Kind;
  /** Of the entries of a map that is written out. */
  readonly entries?: ReadonlyMap<string, Kind>;
  /** True for a list or map that holds a null for certain. */
  readonly holdsNull?: boolean;
  /** Where it may be of several kinds: `scalars` if text and numbers are among them. */
  readonly mixed?: "scalars" | "kinds";
  readonly raw?: boolean;
}

export const ANY: Kind = { name: "any" };
export const NULL: Kind = { name: "null" };
export const BOOLEAN: Kind = { name: "boolean" };
export const INTEGER: Kind = { name: "integer" };
export const FLOAT: Kind = { name: "float" };
export const STRING: Kind = { name: "string" };
export const TEMPORAL: Kind = { name: "temporal" };
export const NODE: Kind = { name: "node" };
export const EDGE: Kind = { name: "edge" };
export const PATH: Kind = { name: "path" };
export const MAP: Kind = { name: "map" };
export const listOf = (of: Kind): Kind => ({ name: "list", of });

export const isNumber = ({ name }: Kind): boolean => name === "integer" || name === "float";
export const isEntity = ({ name }: Kind): boolean => name === "node" || name === "edge";

/** Text beside a number: Grafeo takes '1' for 1. */
export const isMixed = (a: Kind, b: Kind): boolean =>
  (a.name === "string" && isNumber(b)) || (isNumber(a) && b.name === "string");

/** What either of two values is. */
export function join(a: Kind, b: Kind): Kind {
  if (a.name === "null") return b;
  if (b.name === "null") return a;
  const raw = a.raw === true || b.raw === true;
  if (a.name === b.name) {
    const holdsNull = a.holdsNull === true || b.holdsNull === true;
    const of = a.of !== undefined && b.of !== undefined ? join(a.of, b.of) : undefined;
    return {
      name: a.name,
      ...(of === undefined ? {} : { of }),
      ...(holdsNull ? { holdsNull } : {}),
      ...(raw ? { raw } : {}),
    };
  }
  if (isNumber(a) && isNumber(b)) return FLOAT;
  const known = a.name !== "any" && b.name !== "any" ? "kinds" : undefined;
  const mixed = isMixed(a, b) ? "scalars" : (a.mixed ?? b.mixed ?? known);
  return {
    name: "any",
    ...(raw ? { raw } : {}),
    ...(mixed === undefined ? {} : { mixed }),
  };
}

export const joinAll = (kinds: readonly Kind[]): Kind => (kinds.length === 0 ? ANY : kinds.reduce(join));

/** The same, with every node and edge in it marked as lost. */
export function asRaw(kind: Kind): Kind {
  if (isEntity(kind)) return { ...kind, raw: true };
  return kind.of === undefined ? kind : { ...kind, of: asRaw(kind.of) };
}

export const holdsRaw = (kind: Kind): boolean =>
  kind.raw === true ||
  (kind.of !== undefined && holdsRaw(kind.of)) ||
  [...(kind.entries?.values() ?? [])].some(holdsRaw);

/** True where a null is somewhere inside for certain. */
export const holdsNull = (kind: Kind): boolean =>
  kind.holdsNull === true || (kind.of !== undefined && holdsNull(kind.of));
