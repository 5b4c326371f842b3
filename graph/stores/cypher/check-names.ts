import type { Clause, Expression } from "./ast.ts";
import type { Finding, RuleName } from "./findings.ts";
import { mentions } from "./search-expression.ts";

type Projection = Extract<Clause, { type: "project" }>;

const AGGREGATES = new Set([
  "count",
  "sum",
  "avg",
  "min",
  "max",
  "collect",
  "stdev",
  "stdevp",
  "percentilecont",
  "percentiledisc",
]);

const aggregates = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const { type, name } = value as { type?: unknown; name?: unknown };
  if (type === "call" && AGGREGATES.has((name as string).toLowerCase())) return true;
  return Object.values(value).some(aggregates);
};

/** A variable, or a property of one. */
const isPlain = (value: Expression): boolean =>
  value.type === "variable" || (value.type === "property" && value.base.type === "variable");

/**
 * What goes wrong where a projection renames variables 改名. `RETURN x AS y ORDER BY -x` does not order; and where the old name
 * is given to another value (`x AS y, count(*) AS x`), grouping and DISTINCT take the one for the other.
 */
export function checkNames({ last, star, distinct, items, order }: Projection): Finding[] {
  const at = (rule: RuleName, { from, to }: { readonly from: number; readonly to: number }): Finding => ({
    rule,
    from,
    to,
  });
  const names = new Set(items.map(({ name }) => name));
  const isOwn = ({ value, name }: (typeof items)[number]): boolean => value.type === "variable" && value.name === name;
  const renamed = new Set(
    items.filter((item) => !isOwn(item)).flatMap(({ value }) => (value.type === "variable" ? [value.name] : [])),
  );
  const isGrouped = items.some(({ value }) => aggregates(value));
  const given = items.filter((item) => !isOwn(item) && item.name !== undefined && renamed.has(item.name));
  const mixed = given.filter(({ value }) => aggregates(value)).map((item) => at("swapped-names", item));
  const swapped = new Set(distinct ? given.flatMap(({ name }) => name ?? []) : []);
  const lost = new Set(last && !star && !distinct && !isGrouped ? [...renamed].filter((name) => !names.has(name)) : []);
  const ordered = order.flatMap((value) => {
    const mixedUp = mentions(value, swapped);
    if (mixedUp !== undefined) return [at("swapped-names", mixedUp)];
    const old = isPlain(value) ? undefined : mentions(value, lost);
    return old === undefined ? [] : [at("order-by-old-name", old)];
  });
  return [...mixed, ...ordered];
}
