import type { Parameter, Parameters, QueryOptions, QueryResult, Store } from "../graph/stores/store.ts";
import type { SavedQuery } from "../queries/catalog.ts";
import { parametersOf } from "../queries/run.ts";

/** What is to be run: a saved query, or a statement with the words of its parameters. */
export interface Statement {
  readonly saved: SavedQuery | undefined;
  readonly cypher: string;
  readonly given: Readonly<Record<string, string>>;
}

export async function runStatement(store: Store, statement: Statement, options: QueryOptions): Promise<QueryResult> {
  return await store.query(statement.cypher, await parametersFor(store, statement), options);
}

export async function explainStatement(store: Store, statement: Statement): Promise<string> {
  return await store.explain(statement.cypher, await parametersFor(store, statement));
}

const parametersFor = async (store: Store, { saved, given }: Statement): Promise<Parameters> =>
  saved === undefined ? plainParameters(given) : await parametersOf(store, saved, given);

/** Without a declaration a word is what JSON makes of it (5, true, ["甲"]), and else the word itself. */
const plainParameters = (given: Readonly<Record<string, string>>): Record<string, Parameter> =>
  Object.fromEntries(Object.entries(given).map(([name, word]) => [name, plainParameter(word)]));

function plainParameter(word: string): Parameter {
  try {
    return JSON.parse(word) as Parameter;
  } catch {
    return word;
  }
}
