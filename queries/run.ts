import type { Parameter, QueryOptions, QueryResult, Store } from "../graph/stores/store.ts";
import type { SavedQuery } from "./header.ts";
import { checkNames, type Given, invalid, isNodeParameter, toParameter } from "./parameters.ts";
import { resolveNode } from "./resolve-node.ts";

export type { Given } from "./parameters.ts";

/** The parameters of a run: what was given, checked and converted, or else the defaults. */
export async function parametersOf(
  store: Store,
  query: SavedQuery,
  given: Readonly<Record<string, Given>>,
): Promise<Record<string, Parameter>> {
  checkNames(query, given);
  const parameters: Record<string, Parameter> = {};
  for (const parameter of query.parameters) {
    const value = given[parameter.name] ?? parameter.default;
    if (value === undefined || (value === "" && !parameter.required)) {
      if (parameter.required) {
        throw invalid(parameter, "没有给出 (is missing)", `--param ${parameter.name}=… （${parameter.title.en}）`);
      }
      parameters[parameter.name] = null;
      continue;
    }
    const converted = toParameter(parameter, value);
    parameters[parameter.name] = isNodeParameter(parameter)
      ? await resolveNode(store, parameter, converted as string)
      : converted;
  }
  return parameters;
}

/** Runs a saved query. Throws `CeyuanError` (`parameter-invalid`) naming the nearest valid value, and what the store throws. */
export async function runSavedQuery(
  store: Store,
  query: SavedQuery,
  given: Readonly<Record<string, Given>> = {},
  options: QueryOptions = {},
): Promise<QueryResult> {
  return await store.query(query.cypher, await parametersOf(store, query, given), options);
}
