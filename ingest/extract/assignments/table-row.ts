import type { Role } from "../../knowledge/roles.ts";
import type { Column, TableHeader } from "../../recognize/tables/index.ts";
import type { DutyStatement, Holder } from "./statement.ts";
import type { Cell, CellMember } from "./table-cells.ts";

const SHORT = 12;
/** A person with a telephone number beside is whom to call. */
const PHONE = /^[\d\-—Xx*]{6,}$/u;

/** One row of a flattened table: the task's words, and the bodies and persons of the columns that hold such. */
export function rowStatement(text: string, row: readonly Cell[], header: TableHeader): DutyStatement | undefined {
  const cells = row.filter((cell, i) => !(cell.kind === "person" && PHONE.test(row[i + 1]?.words ?? "")));
  const named = cells.findIndex(({ kind }) => kind !== "number");
  const first = cells.findIndex(
    ({ kind }, i) => i > named && (kind === "body" || kind === "person" || kind === "label"),
  );
  if (first < 0) return undefined;
  const words = cells
    .slice(0, first)
    .filter(({ kind, words: said }, i) => (kind === "text" || i === named) && said.length >= 2);
  const task = taskCell(words, header);
  const lastWords = words.at(-1);
  if (task === undefined || lastWords === undefined) return undefined;
  const holders = holdersOf(text, cells.slice(first), header);
  const from = cells[first]?.span.from ?? 0;
  const time = cells.findLast(({ kind }) => kind === "deadline")?.span.to ?? 0;
  const to = Math.max(time, holders.at(-1)?.span.to ?? from);
  if (holders.length === 0) return undefined;
  return {
    span: { from, to },
    quote: { from: task.span.from, to: Math.min(to, task.span.from + 400) < from ? from : to },
    rule: "table-row",
    holders,
    task: { from: task.span.from, to: lastWords.span.to },
  };
}

/** The most specific cell (ANNOTATION rule 3): the name where a column gives names, else the last words before the roles. */
function taskCell(words: readonly Cell[], { columns }: TableHeader): Cell | undefined {
  const leading = columns.filter(({ kind }) => kind === "task");
  const isName = words.length < leading.length + 2 || isHeadingOf(words);
  return leading.length > 1 && words.length > 1 && isName && namesFirst(columns) ? words[0] : words.at(-1);
}

const LONGEST_NAME = 24;

/** A few words, then sentences over several lines: a cell that was wrapped, with its name before it. */
const isHeadingOf = ([name, ...rest]: readonly Cell[]): boolean =>
  name !== undefined &&
  name.words.length <= LONGEST_NAME &&
  !SENTENCE.test(name.words) &&
  rest.some(({ words }) => SENTENCE.test(words));

const SENTENCE = /[。；，]/u;

const namesFirst = (columns: readonly Column[]): boolean => {
  const first = columns.find(({ kind }) => kind === "task");
  return first !== undefined && first.span.to - first.span.from === 4;
};

function holdersOf(text: string, cells: readonly Cell[], header: TableHeader): Holder[] {
  const columns = header.columns.filter(({ role }) => role !== undefined);
  const holders: Holder[] = [];
  let next = 0;
  let current: Pick<Column, "kind" | "role" | "span"> | undefined;
  cells.forEach((cell, i) => {
    if (cell.kind === "label" && cell.label !== undefined) {
      current = { kind: cell.label.holder, role: cell.label.role, span: cell.label.span };
      return;
    }
    const kind = kindOf(cell, cells[i - 1], cells[i + 1]);
    if (kind === undefined) return;
    const ahead = columns.findIndex((column, at) => at >= next && column.kind === kind);
    const isRun =
      cells[i - 1] !== undefined &&
      current?.kind === kind &&
      header.parted === "spaces" &&
      !anotherBefore(columns, next, kind);
    const fromLabel = current?.kind === kind && cells.slice(0, i).some((earlier) => earlier.kind === "label");
    if (!isRun && !fromLabel && ahead >= 0) {
      current = columns[ahead];
      next = ahead + 1;
    }
    const column = current?.kind === kind ? current : columns.findLast((one) => one.kind === kind);
    if (column?.role === undefined) return;
    holders.push(...cellHolders(text, cell, column.role, column));
  });
  return holders;
}

/** True where the next role column is of this kind too: a further cell belongs to that one. */
const anotherBefore = (columns: readonly Column[], next: number, kind: string): boolean => columns[next]?.kind === kind;

/** A short unknown cell between two lists of bodies is one of them. */
function kindOf(cell: Cell, before: Cell | undefined, after: Cell | undefined): "body" | "person" | undefined {
  if (cell.kind === "body" || cell.kind === "person") return cell.kind;
  const between = cell.kind === "text" && before?.kind === "body" && after?.kind === "body";
  return between && cell.words.length <= SHORT ? "body" : undefined;
}

function cellHolders(text: string, cell: Cell, role: Role, column: Pick<Column, "span">): Holder[] {
  const common = {
    role,
    cue: column.span,
    roleText: text.slice(column.span.from, column.span.to),
    list: column.span.from,
    explicit: role !== "responsible",
  };
  if (cell.kind === "person") {
    return cell.persons.map(({ span, name }, i) => ({
      ...common,
      kind: "person" as const,
      span,
      surface: name,
      rank: i + 1,
      confidence: 0.85,
    }));
  }
  const members: readonly CellMember[] =
    cell.members.length > 0 ? cell.members : [{ span: cell.span, certainty: "unknown", part: 0 }];
  return members.map(({ told, ...member }, i) => ({
    ...common,
    ...(told === undefined ? {} : asTold(text, told)),
    kind: "body" as const,
    span: member.span,
    surface: text.slice(member.span.from, member.span.to),
    rank: i + 1,
    confidence: member.certainty === "unknown" ? 0.6 : 0.88,
  }));
}

/** 市发改委牵头，市财政局配合 in a column of bodies: what the cell says counts, not the column. */
const asTold = (
  text: string,
  { span, role }: NonNullable<CellMember["told"]>,
): Pick<Holder, "role" | "cue" | "roleText" | "explicit"> => ({
  role,
  cue: span,
  roleText: text.slice(span.from, span.to),
  explicit: role !== "responsible",
});
