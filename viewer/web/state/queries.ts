import { batch, signal } from "@preact/signals";
import { SourceError } from "../data/source.ts";
import type { CatalogQuery, Choice, DownloadFormat, QueryPayload, QueryRequest } from "../../server/api.ts";
import { offer } from "../data/offer.ts";
import { language } from "./language.ts";
import { source, view } from "./session.ts";

/** The reader's own statement, where a saved query would be named. */
export const OWN = "cypher";

export interface Fault {
  readonly message: string;
  readonly hint: string | undefined;
}

interface Result {
  readonly state: "done";
  readonly payload: QueryPayload;
  readonly request: QueryRequest;
}

/** A run 运行: under way (the result before it stays in sight), done or failed. */
export type Run =
  | { readonly state: "running"; readonly stop: () => void; readonly before: Result | undefined }
  | Result
  | { readonly state: "failed"; readonly fault: Fault };

/** The library; loaded when the view is first opened. */
export const catalog = signal<readonly CatalogQuery[] | "failed" | undefined>(undefined);
/** Name of the open query, `OWN` for a statement of the reader's own, or nothing. */
export const openQueryName = signal<string | undefined>(undefined);
/** What the reader wrote or chose, by parameter; what is not here stands at its default. */
export const given = signal<Readonly<Record<string, string>>>({});
export const statement = signal("");
export const run = signal<Run | undefined>(undefined);
/** Menus of the open query, by parameter; nothing until they are there. */
export const menus = signal<Readonly<Record<string, readonly Choice[]>> | undefined>(undefined);
/** A file that is being made, or why it could not be. */
export const download = signal<DownloadFormat | Fault | undefined>(undefined);

export async function loadCatalog(): Promise<void> {
  if (Array.isArray(catalog.peek())) return;
  const loaded = await source
    .peek()
    ?.queries.catalog()
    .catch(() => undefined);
  catalog.value = loaded?.queries ?? "failed";
}

/** Goes to a query of the library, with what is to stand in its form. */
export function openQuery(name: string | undefined, values: Readonly<Record<string, string>> = {}): void {
  stopRun();
  batch(() => {
    view.value = "queries";
    openQueryName.value = name;
    given.value = values;
    menus.value = undefined;
    run.value = undefined;
    download.value = undefined;
  });
}

/** Takes a statement into the editor, to be changed. */
export function editStatement(text: string, values: Readonly<Record<string, string>> = {}): void {
  openQuery(OWN, values);
  statement.value = text;
}

export function give(name: string, value: string): void {
  given.value = { ...given.value, [name]: value };
}

/** Fetches the menus of a query's parameters; a menu that cannot be had is an empty one. */
export async function loadMenus(query: CatalogQuery): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const from = source.peek()?.queries;
  const entries = query.parameters.map(async ({ name, type, picker, values }) => {
    const hasMenu = values !== undefined || picker !== undefined || NODE_TYPES.has(type);
    const choices = hasMenu && from !== undefined ? await from.choices(query.name, name).catch(() => []) : [];
    return [name, choices] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const NODE_TYPES: ReadonlySet<string> = new Set(["agency", "leader", "document", "task"]);

/** What stands in a field before the reader touches it: the default, where this graph has it. */
function initialValue({ type, default: value }: CatalogQuery["parameters"][number], menu: readonly Choice[]): string {
  if (value === undefined) return "";
  if (typeof value === "object") return value.join(",");
  const text = String(value);
  if (menu.length === 0) return NODE_TYPES.has(type) ? "" : text;
  return choiceOf(menu, text)?.value ?? "";
}

/** The entry of a menu that words stand for: its value, its label, or the end of an id. */
export const choiceOf = (menu: readonly Choice[], text: string): Choice | undefined =>
  menu.find(({ value }) => value === text) ??
  menu.find(({ label }) => label === text) ??
  menu.find(({ value }) => value.endsWith(`/${text}`));

/** What stands in the fields of the open query now. */
export function valuesOf(query: CatalogQuery): Record<string, string> {
  return Object.fromEntries(
    query.parameters.map((parameter) => [
      parameter.name,
      given.value[parameter.name] ?? initialValue(parameter, menus.value?.[parameter.name] ?? []),
    ]),
  );
}

/** Whether everything that must be given is. */
export const isComplete = (query: CatalogQuery, values: Readonly<Record<string, string>>): boolean =>
  query.parameters.every(({ name, required, type }) => !required || type === "list" || values[name] !== "");

export function stopRun(): void {
  if (run.value?.state === "running") run.value.stop();
}

/** Runs a request; a run that is under way is stopped. */
export async function runRequest(request: QueryRequest): Promise<void> {
  const from = source.peek()?.queries;
  if (from === undefined) return;
  const before = run.peek();
  stopRun();
  const control = new AbortController();
  const running: Run = {
    state: "running",
    stop: () => control.abort(),
    before: before?.state === "done" ? before : before?.state === "running" ? before.before : undefined,
  };
  run.value = running;
  download.value = undefined;
  try {
    const payload = await from.run(request, control.signal);
    if (run.value === running) run.value = { state: "done", payload, request };
  } catch (error) {
    if (run.value === running)
      run.value = control.signal.aborted ? running.before : { state: "failed", fault: faultOf(error) };
  }
}

/** Makes a file of a result and offers it. */
export async function downloadResult(request: QueryRequest, format: DownloadFormat, name: string): Promise<void> {
  const from = source.peek()?.queries;
  if (from === undefined) return;
  download.value = format;
  try {
    offer(await from.download({ ...request, language: language.value }, format), `${name}.${format}`);
    download.value = undefined;
  } catch (error) {
    download.value = faultOf(error);
  }
}

const faultOf = (error: unknown): Fault => ({
  message: error instanceof Error && error.message !== "" ? error.message : String(error),
  hint: error instanceof SourceError ? error.hint : undefined,
});
