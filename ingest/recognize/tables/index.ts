import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { Tables } from "../../knowledge/tables.ts";
import type { LabelRecognizer } from "../labels/index.ts";

/** Column 栏: one column of a heading row; role columns say who stands in them. */
export interface Column {
  readonly span: CleanSpan;
  readonly kind: "number" | "task" | "deadline" | "other" | "body" | "person";
  readonly role?: Role;
  /** A heading that no list knows; it is one only where known headings stand on both sides. */
  readonly unlisted?: true;
}

/** TableHeader 表头: the heading row of a task table flattened to text, and how its cells are parted. */
export interface TableHeader {
  readonly span: CleanSpan;
  readonly columns: readonly Column[];
  /** lines: a cell a line; spaces: cells on one line; none: nothing is left between them. */
  readonly parted: "lines" | "spaces" | "none";
}

const MOST_UNLISTED = 2;

/** Behind a gap, and not where several unlisted headings stand already: those were words of another kind. */
const mayBeUnlisted = (columns: readonly Column[], at: number): boolean =>
  at > (columns.at(-1)?.span.to ?? at) && !columns.slice(-MOST_UNLISTED).every((column) => column.unlisted === true);

export interface TableRecognizer {
  headers(text: string): TableHeader[];
}

const FEWEST_COLUMNS = 3;
/** 工 作 任 务: letters set apart to fill the column. */
const spaced = (word: string): string => [...word].join("\\s?");

/** Finds heading rows: 序号 or a task column, then further known columns, a role column among them. */
export function createTableRecognizer(tables: Tables, labels: LabelRecognizer): TableRecognizer {
  const kinds = new Map<string, Column["kind"]>();
  for (const kind of ["other", "deadline", "task", "number"] as const)
    for (const word of tables[kind]) kinds.set(word, kind);
  const words = [...kinds.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const known = new RegExp(`(?:${words.map(spaced).join("|")})`, "uy");
  const start = new RegExp(`(?:${[...tables.number, ...tables.task].map(spaced).join("|")})`, "gu");
  const unit = /\s?[（(][^（）()\n]{1,30}[）)]/uy;
  const cell = /\p{Script=Han}{2,12}(?:[（(]\p{Script=Han}{1,8}[）)])?(?=[\s|｜│]|$)/uy;

  /** 处置主责部门, 市直牵头单位: a cell that ends in a label; 各项分值: a heading that no list knows. */
  const unlisted = (text: string, from: number): Column | undefined => {
    cell.lastIndex = from;
    const to = from + (cell.exec(text)?.[0].length ?? 0);
    for (let at = from + 1; at < to - 1; at++) {
      const label = labels.column(text, at);
      if (label?.to === to) return { span: { from, to }, kind: label.holder, role: label.role };
    }
    return to > from ? { span: { from, to }, kind: "other", unlisted: true } : undefined;
  };

  const columnAt = (text: string, from: number): Column | undefined => {
    const label = labels.column(text, from);
    known.lastIndex = from;
    const word = known.exec(text)?.[0];
    if (label !== undefined && label.to - from >= (word?.length ?? 0)) {
      return { span: { from, to: label.to }, kind: label.holder, role: label.role };
    }
    const kind = word === undefined ? undefined : kinds.get(word.replace(/\s/gu, ""));
    return word === undefined || kind === undefined ? undefined : { span: { from, to: from + word.length }, kind };
  };

  const headerAt = (text: string, from: number): TableHeader | undefined => {
    const columns: Column[] = [];
    let at = from;
    let lines = 0;
    let spaces = 0;
    for (;;) {
      const column = columnAt(text, at) ?? (mayBeUnlisted(columns, at) ? unlisted(text, at) : undefined);
      if (column === undefined) break;
      unit.lastIndex = column.span.to;
      at = column.span.to + (unit.exec(text)?.[0].length ?? 0);
      columns.push(column);
      const gap = /^[\s|｜│]*/u.exec(text.slice(at, at + 6))?.[0] ?? "";
      if (/^[：:]/u.test(text.charAt(at))) return undefined;
      if (gap.includes("\n")) lines++;
      else if (gap !== "") spaces++;
      at += gap.length;
    }
    columns.length = columns.findLastIndex((column) => column.unlisted !== true) + 1;
    const to = columns.at(-1)?.span.to ?? from;
    if (columns.length < FEWEST_COLUMNS || !columns.some(({ role }) => role !== undefined)) return undefined;
    const parted = lines >= columns.length - 2 ? "lines" : spaces >= columns.length - 2 ? "spaces" : "none";
    return { span: { from, to }, columns, parted };
  };

  return {
    headers(text) {
      const found: TableHeader[] = [];
      let done = 0;
      for (const match of text.matchAll(start)) {
        if (match.index < done) continue;
        const header = headerAt(text, match.index);
        if (header === undefined) continue;
        found.push(header);
        done = header.span.to;
      }
      return found;
    },
  };
}
