import { z } from "zod";
import { CeyuanError } from "../graph/model/errors.ts";
import { readYaml } from "../graph/schema/yaml-data.ts";
import { returnedColumns, usedParameters } from "../graph/stores/cypher/return-items.ts";

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const PARAMETER_TYPES = [
  "string",
  "integer",
  "date",
  "boolean",
  "list",
  "agency",
  "leader",
  "document",
  "task",
] as const;

const parameterSchema = z
  .strictObject({
    type: z.enum(PARAMETER_TYPES),
    default: z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]).optional(),
    required: z.boolean().default(true),
    /** Values to choose from, with their Chinese names. */
    values: z.record(z.string(), z.string()).optional(),
    /** A query whose rows (value, label) fill a menu; nodes have one of their own (`pickers.ts`). */
    picker: z.string().min(1).optional(),
    zh: z.string().min(1),
    en: z.string().min(1),
  })
  .refine(({ type, default: value }) => value === undefined || fits(type, value), "default does not fit the type");

function fits(type: (typeof PARAMETER_TYPES)[number], value: string | number | boolean | string[]): boolean {
  if (type === "integer") return typeof value === "number";
  if (type === "boolean") return typeof value === "boolean";
  return type === "list" ? Array.isArray(value) : typeof value === "string";
}

const columnSchema = z.strictObject({
  ...bilingual.shape,
  /** Where the ontology names the codes that stand in it: `edges`, `nodes` or `Agency.kind`. */
  codes: z
    .string()
    .regex(/^(?:edges|nodes|[A-Z]\w*\.[a-z]\w*)$/u)
    .optional(),
});

/** What comes of the bundled samples with the defaults: how many rows, and some of what stands in the first. */
const expectSchema = z.strictObject({
  rows: z.int().min(0),
  first: z.record(z.string(), z.union([z.null(), z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});

const headerSchema = z.strictObject({
  title: bilingual,
  description: bilingual,
  tags: z.array(z.string().regex(/^[a-z][a-z-]*$/u)).min(1),
  /** How the result is best looked at. */
  view: z.enum(["table", "graph", "chart", "matrix"]).default("table"),
  parameters: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/u), parameterSchema).default({}),
  columns: z.record(z.string().min(1), columnSchema),
  expect: expectSchema.optional(),
});

type Header = z.output<typeof headerSchema>;

export interface QueryParameter {
  readonly name: string;
  readonly type: (typeof PARAMETER_TYPES)[number];
  readonly default?: string | number | boolean | readonly string[] | undefined;
  readonly required: boolean;
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly picker?: string | undefined;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Expectation 预期: what comes of the bundled samples with the defaults. */
export type Expectation = z.output<typeof expectSchema>;

export interface QueryColumn {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly codes?: string | undefined;
}

/** SavedQuery 保存的查询: one `.cypher` file of the library. */
export interface SavedQuery {
  /** The file's name without `.cypher`. */
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  readonly tags: readonly string[];
  readonly view: Header["view"];
  readonly parameters: readonly QueryParameter[];
  readonly columns: readonly QueryColumn[];
  readonly expect?: Expectation | undefined;
  readonly cypher: string;
  /** Where it was read from, for messages. */
  readonly file: string;
}

const FENCE = /^\/\/ ?---\s*$/u;

const invalid = (file: string, line: number, message: string): CeyuanError =>
  new CeyuanError("catalog-invalid", `${file}:${line}: ${message}`, {
    hint: "见 queries/ 中的样例 (see the queries of the library for how a header looks)",
  });

function splitHeader(file: string, lines: readonly string[]): { yaml: string; end: number } {
  if (!FENCE.test(lines[0] ?? ""))
    throw invalid(file, 1, "缺少头部，首行应为 // --- (a header beginning // --- is missing)");
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) throw invalid(file, 1, "头部没有结束的 // --- (the header does not end with // ---)");
  const body = lines.slice(1, end);
  const stray = body.findIndex((line) => !line.startsWith("//"));
  if (stray >= 0) throw invalid(file, stray + 2, "头部每行应以 // 开头 (each line of the header begins with //)");
  return { yaml: body.map((line) => line.replace(/^\/\/ ?/u, "")).join("\n"), end };
}

const missingFrom = (names: readonly string[], others: readonly string[]): string | undefined =>
  names.find((name) => !others.includes(name));

const faultOfPicker = (picker: string): string | undefined =>
  returnedColumns(picker).join() === "value,label" && usedParameters(picker).length === 0
    ? undefined
    : "应 RETURN … AS value, … AS label，且不用参数 (must return value and label, and take no parameters)";

function faultOfExpect({ rows, first }: Expectation, columns: readonly string[]): string | undefined {
  const unnamed = missingFrom(Object.keys(first ?? {}), columns);
  if (unnamed !== undefined) return `expect.first：没有 ${unnamed} 这一列 (no such column)`;
  return (rows === 0) === (first === undefined) ? undefined : "expect.first：有行必写，无行不写 (where there are rows)";
}

/** Reads one file of the library. Throws `CeyuanError` (`catalog-invalid`) naming file and line. */
export function parseSavedQuery(name: string, file: string, text: string): SavedQuery {
  const lines = text.split(/\r?\n/u);
  const { yaml, end } = splitHeader(file, lines);
  const read = readYaml(yaml, headerSchema);
  if ("fault" in read) throw invalid(file, read.fault.line + 1, read.fault.message);
  const { title, description, tags, view, parameters, columns, expect } = read.data;
  const cypher = lines
    .slice(end + 1)
    .join("\n")
    .trim();
  const lineOf = (key: string, within: string): number => {
    const start = lines.findIndex((line) => line.startsWith(`// ${within}:`));
    const found = lines.findIndex((line, index) => index > start && line.trimStart().startsWith(`//   ${key}:`));
    return (found < 0 ? start : found) + 1;
  };
  if (cypher === "") throw invalid(file, end + 2, "缺少查询语句 (the query itself is missing)");
  const used = usedParameters(cypher);
  const [declared, named, returned] = [Object.keys(parameters), Object.keys(columns), returnedColumns(cypher)];
  const undeclared = missingFrom(used, declared);
  if (undeclared !== undefined) throw invalid(file, end + 2, `参数 $${undeclared} 未声明 (not declared)`);
  const unused = missingFrom(declared, used);
  if (unused !== undefined) throw invalid(file, lineOf(unused, "parameters"), `参数 ${unused} 未使用 (not used)`);
  if (named.join("\n") !== returned.join("\n")) {
    const message = `columns 应与 RETURN 一致 (must be what RETURN names): ${returned.join(", ")}`;
    throw invalid(file, lineOf(missingFrom(named, returned) ?? "", "columns"), message);
  }
  for (const [key, { picker }] of Object.entries(parameters)) {
    const fault = picker === undefined ? undefined : faultOfPicker(picker);
    if (fault !== undefined) throw invalid(file, lineOf(key, "parameters"), `参数 ${key} 的 picker ${fault}`);
  }
  const fault = expect === undefined ? undefined : faultOfExpect(expect, named);
  if (fault !== undefined) throw invalid(file, lineOf("first", "expect"), fault);
  return {
    name,
    title,
    description,
    tags,
    view,
    parameters: Object.entries(parameters).map(([key, { zh, en, ...rest }]) => ({
      name: key,
      ...rest,
      title: { zh, en },
    })),
    columns: Object.entries(columns).map(([key, names]) => ({ name: key, ...names })),
    expect,
    cypher,
    file,
  };
}
