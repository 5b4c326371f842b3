import type { Properties, PropertyValue } from "../model/graph-data.ts";
import { literal, quoted } from "./cypher-literals.ts";

/** Rows in a statement: few enough for the parser of a database, many enough to be quick. */
const BATCH = 500;

type Row = Properties;

/** A column: its name in the statement, and what of it the rows hold. */
interface Column {
  readonly key: string;
  readonly name: string;
  readonly isFloat: boolean;
  readonly hasPlain: boolean;
  readonly hasLists: boolean;
}

function columnsOf(rows: readonly Row[], floats: ReadonlySet<string>): Column[] {
  const kinds = new Map<string, { plain: boolean; lists: boolean }>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      const kind = kinds.get(key) ?? { plain: false, lists: false };
      kinds.set(key, kind);
      if (typeof value === "object") kind.lists = true;
      else kind.plain = true;
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { plain, lists }], index) => ({
      key,
      name: `c${index}`,
      isFloat: floats.has(key),
      hasPlain: plain,
      hasLists: lists,
    }));
}

const list = (values: readonly (PropertyValue | undefined)[], name: string, isFloat = false): string =>
  `  [${values.map((value) => literal(value, isFloat)).join(", ")}] AS ${name}`;

/** The values of a column: lists as all their texts, one after the other, with where each begins and ends. */
function literalsOf({ key, name, isFloat, hasPlain, hasLists }: Column, rows: readonly Row[]): string[] {
  const values = rows.map((row) => row[key]);
  const plain = values.map((value) => (typeof value === "object" ? undefined : value));
  const lists = hasPlain ? [list(plain, name, isFloat)] : [];
  if (!hasLists) return lists;
  const texts: string[] = [];
  const begins: (number | undefined)[] = [];
  const ends: (number | undefined)[] = [];
  for (const value of values) {
    const isList = typeof value === "object";
    begins.push(isList ? texts.length : undefined);
    if (isList) texts.push(...value);
    ends.push(isList ? texts.length : undefined);
  }
  return [...lists, list(texts, `${name}t`), list(begins, `${name}b`), list(ends, `${name}e`)];
}

/** The value of a column in row `i`. */
function valueOf({ name, hasPlain, hasLists }: Column): string {
  const plain = hasPlain ? `${name}[i]` : "null";
  return hasLists ? `CASE WHEN ${name}b[i] IS NULL THEN ${plain} ELSE ${name}t[${name}b[i]..${name}e[i]] END` : plain;
}

/**
 * Statements that do something for each of many rows 表. The rows stand in columns, each a list of literals: a database takes
 * such a list as one parameter and so plans one statement for all batches, where maps or lists of lists would be new to it
 * each time.
 */
export function* forEachRow(
  rows: readonly Row[],
  floats: ReadonlySet<string>,
  doing: (value: (key: string) => string, map: (without: readonly string[]) => string) => string,
): Generator<string> {
  const columns = columnsOf(rows, floats);
  const values = new Map(columns.map((column) => [column.key, valueOf(column)]));
  const value = (key: string): string => values.get(key) ?? "null";
  const map = (without: readonly string[]): string =>
    `{${columns
      .filter(({ key }) => !without.includes(key))
      .map(({ key }) => `${quoted(key)}: ${value(key)}`)
      .join(", ")}}`;
  const done = doing(value, map);
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const literals = columns.flatMap((column) => literalsOf(column, batch));
    yield `WITH\n${literals.join(",\n")}\nUNWIND range(0, ${batch.length - 1}) AS i\n${done};\n`;
  }
}
