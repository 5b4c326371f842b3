import type { Properties, PropertyValue } from "../model/graph-data.ts";

/** The type that all values of one property share in a file with typed columns. */
export type ColumnType = "string" | "integer" | "float" | "boolean" | "strings";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

const typeOf = (value: PropertyValue): ColumnType => {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "float";
  return "strings";
};

const wider = (a: ColumnType, b: ColumnType): ColumnType => {
  if (a === b) return a;
  const numbers = [a, b].every((type) => type === "integer" || type === "float");
  return numbers ? "float" : "string";
};

/**
 * The columns that a set of nodes or edges needs, by name: the types that the ontology gives (`known`), else the narrowest
 * that holds every value, text where nothing else does.
 */
export function columnsOf(
  rows: readonly { readonly properties: Properties }[],
  known: Readonly<Record<string, { readonly type: ColumnType }>> = {},
): Column[] {
  const types = new Map<string, ColumnType>();
  for (const { properties } of rows) {
    for (const [name, value] of Object.entries(properties)) {
      const own = typeOf(value);
      const before = types.get(name) ?? known[name]?.type ?? own;
      types.set(name, wider(before, own));
    }
  }
  return [...types].map(([name, type]) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The columns with a property named like a column of the format's own put out of its way. */
export const besideOwn = (own: readonly Column[], columns: readonly Column[]): Column[] => {
  const taken = new Set(own.map(({ name }) => name));
  return [
    ...own,
    ...columns.map((column) => (taken.has(column.name) ? { ...column, name: `${PREFIX}${column.name}` } : column)),
  ];
};

const PREFIX = "property:";

/** The property that a column holds. */
export const propertyOf = ({ name }: Column): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name);

/** The one line by which people know a node. */
export function captionOf({ id, properties }: { readonly id: string; readonly properties: Properties }): string {
  for (const key of ["name", "title", "enclosedTitle", "label", "number", "heading", "text"]) {
    const value = properties[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return id;
}

/** How much an edge counts: its confidence or score, else 1. */
export function weightOf({ properties }: { readonly properties: Properties }): number {
  const weight = properties["confidence"] ?? properties["score"];
  return typeof weight === "number" && weight > 0 ? weight : 1;
}
