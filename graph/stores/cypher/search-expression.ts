import type { Expression } from "./ast.ts";
import { ANY, type Kind } from "./kinds.ts";

type Variable = Extract<Expression, { type: "variable" }>;

/** True where an expression may come to null: a missing property, a parameter, a value of which nothing is known. */
export const mayBeNull = (value: unknown, scope: ReadonlyMap<string, Kind>): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const { type, name } = value as { type?: unknown; name?: unknown };
  if (type === "property" || type === "index" || type === "parameter") return true;
  if (type === "variable") return (scope.get(name as string) ?? ANY).name === "any";
  return Object.values(value).some((inner) => mayBeNull(inner, scope));
};

/** The first place where an expression names one of the variables. */
export function mentions(value: unknown, names: ReadonlySet<string>): Variable | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, name } = value as { type?: unknown; name?: unknown };
  if (type === "variable" && names.has(name as string)) return value as Variable;
  for (const inner of Object.values(value)) {
    const found = mentions(inner, names);
    if (found !== undefined) return found;
  }
  return undefined;
}
