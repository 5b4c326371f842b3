import type { Cell } from "../../../queries/results/readable.ts";
import type { QueryPayload } from "../../server/api.ts";

/** One column as the page shows it. */
export interface ShownColumn {
  /** Its place in the result. */
  readonly at: number;
  readonly name: string;
  readonly heading: string;
  /** The place of the column that holds the ids of what this one names. */
  readonly idAt: number | undefined;
  /** Holds numbers only, and at least one. */
  readonly isNumeric: boolean;
}

/** A table of a result: columns of ids go into the columns that they are the ids of. */
export function shownColumns({ columns, header, rows }: QueryPayload): ShownColumn[] {
  const ids = new Map<number, number>();
  columns.forEach((name, at) => {
    const stem = /^(.+)Id$/u.exec(name)?.[1];
    const named = stem === undefined ? -1 : namedBy(columns, stem);
    if (named >= 0 && !ids.has(named)) ids.set(named, at);
  });
  const hidden = new Set(ids.values());
  return columns.flatMap((name, at) =>
    hidden.has(at)
      ? []
      : [{ at, name, heading: header[at] ?? name, idAt: ids.get(at), isNumeric: isNumeric(rows, at) }],
  );
}

/** `taskId` goes with `task`, `firstId` with `firstAgency`, `nodeId` with `name`. */
function namedBy(columns: readonly string[], stem: string): number {
  const same = columns.indexOf(stem === "node" ? "name" : stem);
  if (same >= 0) return same;
  return columns.findIndex((name) => name.startsWith(stem) && /^[A-Z]/u.test(name.slice(stem.length)) && !name.endsWith("Id")); // biome-ignore format: one condition
}

function isNumeric(rows: QueryPayload["rows"], at: number): boolean {
  const values = rows.map((row) => row[at] ?? null).filter((value) => value !== null && value !== "");
  return values.length > 0 && values.every((value) => typeof value === "number");
}

export interface Sorting {
  readonly at: number;
  readonly descending: boolean;
}

/** Places of the rows in the order that was asked for; without one, the query's own. What is empty comes last. */
export function sortedPlaces(rows: QueryPayload["rows"], sorting: Sorting | undefined): number[] {
  const places = rows.map((_, place) => place);
  if (sorting === undefined) return places;
  const { at, descending } = sorting;
  const valueOf = (place: number): Cell => rows[place]?.[at] ?? null;
  const isEmpty = (value: Cell): boolean => value === null || value === "";
  return places.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right)) || a - b;
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : BY_SOUND.compare(String(left), String(right));
    return (descending ? -order : order) || a - b;
  });
}

const BY_SOUND = new Intl.Collator("zh-CN", { numeric: true });

/** A matrix: who is in the rows, what is in the columns, and how much of it. */
export interface Matrix {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly id: Cell;
    readonly values: readonly (number | undefined)[];
  }[];
  readonly most: number;
}

/** Lays a list of (row, column, number) out as a matrix; nothing where the result is not of that shape. */
export function matrixOf(payload: QueryPayload): Matrix | undefined {
  const shown = shownColumns(payload);
  const [first, second] = shown;
  const number = shown.findLast(({ isNumeric: is }) => is);
  if (first === undefined || second === undefined || number === undefined || number.at <= second.at) return undefined;
  const columns: string[] = [];
  const rows = new Map<string, { name: string; id: Cell; values: (number | undefined)[] }>();
  let most = 0;
  for (const row of payload.rows) {
    const name = String(row[first.at] ?? "");
    const column = String(row[second.at] ?? "");
    const id = first.idAt === undefined ? null : (row[first.idAt] ?? null);
    const value = row[number.at];
    if (typeof value !== "number") continue;
    let place = columns.indexOf(column);
    if (place < 0) place = columns.push(column) - 1;
    const key = String(id ?? name);
    const entry = rows.get(key) ?? { name, id, values: [] };
    entry.values[place] = (entry.values[place] ?? 0) + value;
    most = Math.max(most, entry.values[place] ?? 0);
    rows.set(key, entry);
  }
  return { corner: first.heading, columns, rows: [...rows.values()], most };
}
