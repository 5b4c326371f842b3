import type { CatalogQuery } from "../../server/api.ts";

/** Questions that each of the three readers asks first, by names of the library; one that is not there is left out. */
export const FIRST_QUESTIONS = {
  staff: ["agency-duties", "unassigned-tasks", "tasks-without-lead", "deadlines-ahead", "directive-clauses"],
  analyst: ["agency-workload", "agency-role-matrix", "tasks-with-several-leads", "city-comparison", "targets-by-year"],
  researcher: ["co-leadership", "document-families", "lineage-down", "brokers", "unimplemented-articles"],
} as const;

export type Reader = keyof typeof FIRST_QUESTIONS;

/** What a query is about is its first tag; those that are about the same stand together. */
const SUBJECTS = ["agency", "task", "document", "leader", "region", "quality"];

export interface Subject {
  readonly tag: string;
  readonly queries: readonly CatalogQuery[];
}

/** The library by subject, those that hold the words or carry the tag. */
export function subjectsOf(queries: readonly CatalogQuery[], words: string): Subject[] {
  const wanted = words.trim().toLowerCase();
  const found = wanted === "" ? queries : queries.filter((query) => haystackOf(query).includes(wanted));
  const subjects = new Map<string, CatalogQuery[]>();
  for (const query of found) {
    const tag = query.tags[0] ?? "";
    subjects.set(tag, [...(subjects.get(tag) ?? []), query]);
  }
  const rank = (tag: string): number => (SUBJECTS.includes(tag) ? SUBJECTS.indexOf(tag) : SUBJECTS.length);
  return [...subjects]
    .map(([tag, members]) => ({ tag, queries: members }))
    .toSorted((a, b) => rank(a.tag) - rank(b.tag) || (a.tag < b.tag ? -1 : 1));
}

const haystackOf = ({ name, title, description, tags }: CatalogQuery): string =>
  [name, title.zh, title.en, description.zh, description.en, ...tags].join("\n").toLowerCase();

/** Names of `$parameters` in a statement, in their order; those in strings and comments do not count. */
export function parametersIn(statement: string): string[] {
  const bare = statement.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/.*|\/\*[^]*?\*\//gu, " ");
  return [...new Set([...bare.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, name = ""]) => name))];
}

/** Where an error stands in the statement, as the message says: `line 3, column 8`. */
export function placeOfError(message: string, statement: string): number | undefined {
  const [, line, column] = /line (\d+), column (\d+)/u.exec(message) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const before = statement.split("\n").slice(0, Number(line) - 1);
  const place = before.reduce((sum, text) => sum + text.length + 1, 0) + Number(column) - 1;
  return place <= statement.length ? place : undefined;
}
