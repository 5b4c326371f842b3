import { CeyuanError } from "../graph/model/errors.ts";
import type { Parameter } from "../graph/stores/store.ts";
import type { QueryParameter, SavedQuery } from "./header.ts";
import { didYouMean } from "../graph/model/nearest.ts";

/** A value as the user gives it: words of a command line, or what a form holds. */
export type Given = string | number | boolean | readonly string[];

export type NodeParameterType = "agency" | "leader" | "document" | "task";

export const isNodeParameter = (parameter: QueryParameter): parameter is QueryParameter & { type: NodeParameterType } =>
  ["agency", "leader", "document", "task"].includes(parameter.type);

const TRUE = new Set(["true", "yes", "y", "1", "是", "真"]);
const FALSE = new Set(["false", "no", "n", "0", "否", "假"]);

export const invalid = (parameter: QueryParameter, message: string, hint?: string): CeyuanError =>
  new CeyuanError(
    "parameter-invalid",
    `参数 ${parameter.name}（${parameter.title.zh}）${message}`,
    hint === undefined ? {} : { hint },
  );

const plain = (text: string): string => text.normalize("NFKC").trim();

function toInteger(parameter: QueryParameter, given: Given): number {
  const text = plain(String(given));
  const value = Number(text);
  if (!/^[+-]?\d+$/u.test(text) || !Number.isSafeInteger(value)) {
    const rounded = Math.round(Number.parseFloat(text));
    throw invalid(
      parameter,
      `应为整数 (must be an integer): ${String(given)}`,
      Number.isSafeInteger(rounded) ? `例如 ${parameter.name}=${rounded} (for example)` : undefined,
    );
  }
  return value;
}

/** 2026-03-01, 2026/3/1, 2026年3月1日, as the graph writes dates. */
function toDate(parameter: QueryParameter, given: Given): string {
  const text = plain(String(given));
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso;
  const whole = /^(\d{4})(?:\D+(\d{1,2}))?\D*$/u.exec(text);
  const near = `${whole?.[1] ?? "2026"}-${(whole?.[2] ?? "1").padStart(2, "0")}-01`;
  throw invalid(
    parameter,
    `应为日期 (must be a date): ${String(given)}`,
    `例如 ${parameter.name}=${near} (for example)`,
  );
}

function toBoolean(parameter: QueryParameter, given: Given): boolean {
  const text = plain(String(given)).toLowerCase();
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  throw invalid(
    parameter,
    `应为 true 或 false (must be true or false): ${String(given)}`,
    "是/否、yes/no、1/0 亦可 (these do too)",
  );
}

const toList = (given: Given): string[] =>
  (typeof given === "object" ? [...given] : String(given).split(/[,，、;；]/u))
    .map((item) => item.trim())
    .filter(Boolean);

/** One of the values to choose from, by its name or its Chinese name. */
function choose(parameter: QueryParameter, word: string): string {
  const values = parameter.values;
  if (values === undefined || word in values) return word;
  const found = Object.entries(values).find(([value, zh]) => zh === word || value.toLowerCase() === word.toLowerCase());
  if (found !== undefined) return found[0];
  const all = Object.entries(values).flat();
  throw invalid(
    parameter,
    `没有 ${word} 这个取值 (no such value)`,
    didYouMean(word, all) ?? `可取 ${all.join("、")} (one of these)`,
  );
}

/** Turns what was given into the value that the query takes; nodes are looked up later (`resolve-node.ts`). */
export function toParameter(parameter: QueryParameter, given: Given): Parameter {
  switch (parameter.type) {
    case "integer":
      return toInteger(parameter, given);
    case "date":
      return toDate(parameter, given);
    case "boolean":
      return toBoolean(parameter, given);
    case "list":
      return toList(given).map((word) => choose(parameter, word));
    case "string":
      return choose(parameter, String(given));
    default:
      return String(given).trim();
  }
}

/** Refuses names that the query does not have. */
export function checkNames(query: SavedQuery, given: Readonly<Record<string, Given>>): void {
  const names = query.parameters.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const known = names.length === 0 ? "该查询没有参数 (it has none)" : `可用 ${names.join("、")} (it has these)`;
  throw new CeyuanError("parameter-invalid", `查询 ${query.name} 没有参数 ${unknown} (no such parameter)`, {
    hint: didYouMean(unknown, names) ?? known,
  });
}
