/** Reads CSV as Neo4j's import does: doubled quotes, line breaks inside; with `absent`, an empty cell is nothing. */
export function readCsv(text: string): string[][];
export function readCsv(text: string, absent: true): (string | undefined)[][];
export function readCsv(text: string, absent = false): (string | undefined)[][] {
  const rows: (string | undefined)[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gu;
  let row: (string | undefined)[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? (plain === "" && absent ? undefined : plain));
    if (end === "\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
