import type { TableHeader } from "../../recognize/tables/index.ts";
import type { Cell } from "./table-cells.ts";

const LONGEST_NAME = 24;
const SHORTEST_TASK = 30;
/** A sentence, a heading between rows (二、城市建设) or a note behind the table (附件2) is no body. */
const NO_NAME = /[。，；,;：:、\d]|^[（(]?[一二三四五六七八九十]+[）)]/u;

/**
 * Bodies that no list knows 未收录的单位: where a column of persons stands right before the last column, of bodies, a short
 * cell between the persons and the next row's number or sentences is what the last column holds: 临江新城, 湖滨片区.
 */
export function withUnlistedBodies(cells: readonly Cell[], { columns }: TableHeader): readonly Cell[] {
  const last = columns.at(-1);
  if (last?.kind !== "body" || last.role === undefined || columns.at(-2)?.kind !== "person") return cells;
  return cells.map((cell, i) => {
    const isShort = cell.kind === "text" && cell.words.length <= LONGEST_NAME && !NO_NAME.test(cell.words);
    if (!isShort || cells[i - 1]?.kind !== "person" || !opensRow(cells[i + 1])) return cell;
    return { ...cell, kind: "body" as const };
  });
}

const opensRow = (cell: Cell | undefined): boolean =>
  cell === undefined || cell.kind === "number" || (cell.kind === "text" && cell.words.length >= SHORTEST_TASK);
