import type { TableHeader } from "../../recognize/tables/index.ts";
import { gluedRows } from "./glued-table.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement } from "./statement.ts";
import { type Cell, cellsOf } from "./table-cells.ts";
import { rowStatement } from "./table-row.ts";
import { withUnlistedBodies } from "./unlisted-bodies.ts";

/**
 * Task tables flattened to text 展平的任务表 (FIELD.md §2): a heading row with role columns, then rows a cell a line, on one
 * line, or with nothing left between cells. A cell's place counts only where the cell holds what its column says.
 */
export function findTableStatements(text: string, lexicon: AssignmentLexicon): DutyStatement[] {
  const headers = lexicon.tables.headers(text);
  return headers.flatMap((header, i) => {
    const region = { from: header.span.to, to: headers[i + 1]?.span.from ?? text.length };
    if (header.parted === "none") return gluedRows(text, region, lexicon, header);
    const cells = withUnlistedBodies(cellsOf(text, region, header.parted, lexicon), header);
    return rowsOf(cells, header).flatMap((row) => rowStatement(text, row, header) ?? []);
  });
}

/** Rows that an extract of a table leaves out: 5, 7, 8, 12. */
const LONGEST_GAP = 5;

/**
 * A row begins at the next number, in a cell of its own or before the task's words (3.开放书房), or, where rows are not
 * numbered, at words behind the bodies of the row before.
 */
function rowsOf(cells: readonly Cell[], header: TableHeader): Cell[][] {
  const hasColumn = header.columns.some(({ kind }) => kind === "number") && cells.some(({ kind }) => kind === "number");
  const numbered = hasColumn || isMarked(cells);
  const startsLater = hasColumn && !cells.some((cell) => numberOf(cell) === 1);
  const maySkip = hasColumn && !trailsWithText(header);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let number = 0;
  for (const cell of cells) {
    const hasBodies = row.some(({ kind }) => kind === "body" || kind === "person");
    const value = hasColumn ? numberOf(cell) : markerOf(cell);
    const isFirst = startsLater && number === 0 && value > 0;
    const skips = maySkip && hasBodies && value > number && value <= number + LONGEST_GAP;
    const isNext = value === number + 1 || (value === 1 && hasBodies) || isFirst || skips;
    if (numbered ? isNext : cell.kind === "text" && hasBodies && !trailsWithText(header)) {
      if (row.length > 0) rows.push(row);
      row = [];
      if (numbered) number = value;
    }
    row.push(cell);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const numberOf = ({ kind, words }: Cell): number => (kind === "number" ? Number.parseInt(words, 10) : Number.NaN);

const markerOf = ({ kind, words }: Cell): number =>
  kind === "text" ? Number.parseInt(MARKER.exec(words)?.[1] ?? "", 10) : Number.NaN;

const MARKER = /^(\d{1,3})[.．、](?!\d)/u;

/** True where the tasks themselves are numbered, from 1 on: 1.开放书房 市文广旅局 2.修缮校舍 市教育局. */
function isMarked(cells: readonly Cell[]): boolean {
  let next = 1;
  for (const cell of cells) if (markerOf(cell) === next) next++;
  return next > 2;
}

/** True where a column of words stands behind the role columns: words there do not begin a row. */
const trailsWithText = ({ columns }: TableHeader): boolean => {
  const last = columns.findLastIndex(({ role }) => role !== undefined);
  return columns.slice(last + 1).some(({ kind }) => kind === "other" || kind === "task");
};
