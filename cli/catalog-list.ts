import type { Catalog, QueryParameter, SavedQuery } from "../queries/catalog.ts";
import { writeOutput } from "./output-file.ts";
import { formatResult, type ResultFormat } from "./query-result.ts";
import type { Terminal } from "./terminal.ts";

interface ListOptions {
  readonly tag?: string | undefined;
  readonly format: ResultFormat;
  readonly output?: string | undefined;
}

/** Lists the saved queries with what they answer; for programs with all that their headers say. */
export async function printCatalog(
  catalog: Catalog,
  { tag, format, output }: ListOptions,
  terminal: Terminal,
): Promise<void> {
  const { words, out } = terminal;
  const queries = tag === undefined ? catalog.queries : catalog.withTag(tag);
  const content = await formatCatalog(queries, format, output !== undefined, terminal);
  if (output === undefined) await out.write(content);
  else await writeOutput(output, content, words);
}

async function formatCatalog(
  queries: readonly SavedQuery[],
  format: ResultFormat,
  toFile: boolean,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(queries, null, 2)}\n`;
  if (format === "jsonl") return queries.map((query) => `${JSON.stringify(query)}\n`).join("");
  const { words, language } = terminal;
  const { name, title, parameters, tags, required } = words.queries;
  const describe = (parameter: QueryParameter): string => {
    if (parameter.default !== undefined) return `${parameter.name}=${String(parameter.default)}`;
    return parameter.required ? `${parameter.name} (${required})` : parameter.name;
  };
  const rows = queries.map((query) => [
    query.name,
    query.title[language],
    query.parameters.map(describe).join(", "),
    query.tags.join(words.listSeparator),
  ]);
  const result = { columns: [name, title, parameters, tags], rows, truncated: false };
  return await formatResult(result, format, { title: words.queries.listed, columns: [], toFile }, terminal);
}
