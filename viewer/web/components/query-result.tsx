import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Cell } from "../../../queries/results/readable.ts";
import type { CatalogQuery, DownloadFormat, QueryPayload, QueryRequest } from "../../server/api.ts";
import type { Thing } from "../data/network.ts";
import {
  type Matrix,
  matrixOf,
  type ShownColumn,
  shownColumns,
  type Sorting,
  sortedPlaces,
} from "../data/result-table.ts";
import { words } from "../state/language.ts";
import { download, downloadResult, type Fault, type Run } from "../state/queries.ts";
import { network, select, selectedId } from "../state/session.ts";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";

const FORMATS: readonly DownloadFormat[] = ["xlsx", "csv", "json"];

interface QueryResultProps {
  run: Run | undefined;
  view: CatalogQuery["view"];
  /** Of the files. */
  name: string;
}

/** Query result 查询结果: how many rows, files to take away, and the table. */
export function QueryResult({ run, view, name }: QueryResultProps) {
  const { queries } = words.value;
  if (run === undefined) return null;
  if (run.state === "running" && run.before !== undefined) {
    const { payload, request } = run.before;
    return <Done key={name} payload={payload} request={request} view={view} name={name} busy />;
  }
  if (run.state === "running") {
    return (
      <p class="query-wait" role="status">
        {queries.running}
      </p>
    );
  }
  if (run.state === "failed") return <QueryFault fault={run.fault} />;
  return <Done key={name} payload={run.payload} request={run.request} view={view} name={name} />;
}

function QueryFault({ fault: { message, hint } }: { fault: Fault }) {
  return (
    <div class="query-fault" role="alert">
      <p>{message}</p>
      {hint === undefined ? null : <p class="meta">{hint}</p>}
    </div>
  );
}

function Done({
  payload,
  request,
  view,
  name,
  busy = false,
}: { payload: QueryPayload; request: QueryRequest; busy?: boolean } & Omit<QueryResultProps, "run">) {
  const { queries } = words.value;
  const asMatrix = useSignal(view === "matrix");
  const matrix = view === "matrix" ? matrixOf(payload) : undefined;
  const { rows, truncated, warnings } = payload;
  return (
    <section class="query-result" aria-label={queries.result} aria-busy={busy}>
      <header class="result-head">
        <p role="status">
          {busy ? queries.running : truncated ? queries.firstRows(rows.length) : queries.rows(rows.length)}
        </p>
        {matrix === undefined ? null : (
          <div class="segments" role="radiogroup" aria-label={queries.shape}>
            {[true, false].map((value) => (
              <button
                type="button"
                role="radio"
                key={String(value)}
                aria-checked={asMatrix.value === value}
                onClick={() => {
                  asMatrix.value = value;
                }}
              >
                {value ? queries.matrix : queries.table}
              </button>
            ))}
          </div>
        )}
        {rows.length === 0 || busy ? null : <Downloads request={request} name={name} />}
      </header>
      {typeof download.value === "object" ? <QueryFault fault={download.value} /> : null}
      {warnings.map((warning) => (
        <p class="query-warning" key={warning}>
          {warning}
        </p>
      ))}
      {rows.length === 0 ? (
        <p class="query-none">{queries.none}</p>
      ) : matrix !== undefined && asMatrix.value ? (
        <MatrixTable matrix={matrix} />
      ) : (
        <ResultTable payload={payload} bars={view === "chart"} />
      )}
    </section>
  );
}

function Downloads({ request, name }: { request: QueryRequest; name: string }) {
  const { queries } = words.value;
  return (
    <div class="downloads">
      {FORMATS.map((format) => (
        <button
          type="button"
          class="plain-button"
          key={format}
          aria-label={queries.downloadAs(queries.formats[format])}
          title={queries.downloadAs(queries.formats[format])}
          disabled={download.value === format}
          onClick={() => void downloadResult(request, format, name)}
        >
          {format === "xlsx" ? <Icon name="download" /> : null}
          {queries.formats[format]}
        </button>
      ))}
    </div>
  );
}

function ResultTable({ payload, bars }: { payload: QueryPayload; bars: boolean }) {
  const sorting = useSignal<Sorting | undefined>(undefined);
  const columns = shownColumns(payload);
  const order = useMemo(() => sortedPlaces(payload.rows, sorting.value), [payload, sorting.value]);
  const nodes = new Map(payload.nodes.map(([row, column, id]) => [`${row} ${column}`, id]));
  const sort = (at: number, isNumeric: boolean): void => {
    const { value } = sorting;
    /* Numbers from the most, words from the first; the other way round; then as the query has them. */
    if (value?.at !== at) sorting.value = { at, descending: isNumeric };
    else sorting.value = value.descending === isNumeric ? { at, descending: !isNumeric } : undefined;
  };
  return (
    <div class="result-scroll scroll" tabIndex={0} role="region" aria-label={words.value.queries.result}>
      <table class="result-table">
        <thead>
          <tr>
            {columns.map(({ at, heading, isNumeric }) => (
              <th key={at} scope="col" class={isNumeric ? "figure" : undefined} aria-sort={sortedAs(sorting.value, at)}>
                <button type="button" title={words.value.queries.sort} onClick={() => sort(at, isNumeric)}>
                  {heading}
                  {sorting.value?.at === at ? <Icon name={sorting.value.descending ? "down" : "up"} /> : null}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((place) => (
            <tr key={place}>
              {columns.map((column) => (
                <ResultCell
                  key={column.at}
                  column={column}
                  row={payload.rows[place] ?? []}
                  node={nodes.get(`${place} ${column.at}`)}
                  most={bars && column.isNumeric ? mostIn(payload.rows, column.at) : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sortedAs = (sorting: Sorting | undefined, at: number): "none" | "ascending" | "descending" =>
  sorting?.at !== at ? "none" : sorting.descending ? "descending" : "ascending";

const mostIn = (rows: QueryPayload["rows"], at: number): number =>
  rows.reduce((most, row) => Math.max(most, typeof row[at] === "number" ? row[at] : 0), 0);

interface ResultCellProps {
  column: ShownColumn;
  row: readonly Cell[];
  /** Id of the node that is the cell's value. */
  node: string | undefined;
  /** Where the cell has a bar: the number that would fill it. */
  most: number | undefined;
}

function ResultCell({ column: { at, idAt, isNumeric }, row, node, most }: ResultCellProps) {
  const value = row[at] ?? null;
  const id = node ?? (idAt === undefined ? value : row[idAt]);
  const thing = typeof id === "string" ? network.value?.byId.get(id) : undefined;
  if (thing !== undefined) {
    return (
      <td class={isNumeric ? "figure" : undefined}>
        <ThingLink thing={thing} text={textOf(value)} />
      </td>
    );
  }
  if (isNumeric) {
    return (
      <td class="figure">
        {textOf(value)}
        {most === undefined || typeof value !== "number" || value <= 0 ? null : (
          <span class="bar" style={{ width: `${Math.round((value / most) * 100)}%` }} />
        )}
      </td>
    );
  }
  const text = textOf(value);
  if (text.length <= SHORT) return <td class="nowrap">{text}</td>;
  if (text.length <= LONG) return <td>{text}</td>;
  return (
    <td>
      <span class="clamped" title={text}>
        {text}
      </span>
    </td>
  );
}

/** In characters: what stays in one line, a document's number for one, and what may need more lines than a row should have. */
const SHORT = 18;
const LONG = 48;
/** A thing of the graph, which opens beside the table. */
function ThingLink({ thing, text }: { thing: Thing; text: string }) {
  const shown = text === "" ? thing.name : text;
  return (
    <button
      type="button"
      class="thing-link"
      title={thing.name}
      aria-pressed={selectedId.value === thing.id}
      onClick={() => select(thing.id)}
    >
      <Mark kind={thing.kind} />
      <span class={shown.length > LONG ? "clamped" : undefined}>{shown}</span>
    </button>
  );
}

const textOf = (value: Cell): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? words.value.values.yes : words.value.values.no;
  return typeof value === "number" ? value.toLocaleString("en-US", { useGrouping: false }) : value;
};

function MatrixTable({ matrix: { corner, columns, rows, most } }: { matrix: Matrix }) {
  return (
    <div class="result-scroll scroll" tabIndex={0} role="region" aria-label={words.value.queries.result}>
      <table class="result-table matrix">
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((name) => (
              <th key={name} scope="col" class="figure" title={name}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, id, values }) => {
            const thing = typeof id === "string" ? network.value?.byId.get(id) : undefined;
            return (
              <tr key={String(id ?? name)}>
                <th scope="row">{thing === undefined ? name : <ThingLink thing={thing} text={name} />}</th>
                {columns.map((column, at) => (
                  <td key={column} class="figure">
                    {values[at] === undefined ? null : (
                      <span class="heat" style={{ "--heat": `${Math.round(8 + (values[at] / most) * 40)}%` }}>
                        {values[at]}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
