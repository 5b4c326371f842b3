import type { QueryOptions, Store } from "../graph/stores/store.ts";
import type { QueryParameter } from "./header.ts";
import { cellText } from "./results/cell.ts";

/** One entry of a menu. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What there is to choose from where a header names no picker of its own, by the parameter's type. */
const PICKERS: Readonly<Partial<Record<QueryParameter["type"], string>>> = {
  agency: `MATCH (n:Agency) RETURN n.id AS value, n.name AS label ORDER BY label, value`,
  leader: `MATCH (n:Leader) RETURN n.id AS value, n.name AS label ORDER BY label, value`,
  document: `MATCH (n:Document)
    RETURN n.id AS value, coalesce(n.number + ' ', '') + coalesce(n.title, '') AS label ORDER BY label, value`,
  task: `MATCH (n:Task) RETURN n.id AS value, n.title AS label ORDER BY value`,
};

/** Choices 选项: what a form offers for a parameter; empty where anything may be written. */
export async function choicesOf(store: Store, parameter: QueryParameter, options?: QueryOptions): Promise<Choice[]> {
  if (parameter.values !== undefined) {
    return Object.entries(parameter.values).map(([value, label]) => ({ value, label }));
  }
  const picker = parameter.picker ?? PICKERS[parameter.type];
  if (picker === undefined) return [];
  const { rows } = await store.query(picker, {}, options);
  return rows.map(([value = "", label = value]) => ({
    value: cellText(value, "zh"),
    label: cellText(label, "zh"),
  }));
}
