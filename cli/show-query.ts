import type { QueryParameter, SavedQuery } from "../queries/catalog.ts";
import { formatTable, printable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** A saved query as a person reads it: what it answers, what it takes, what it gives, and its words. */
export function formatSavedQuery(query: SavedQuery, { words, language, out }: Terminal): string {
  const { bold, dim } = out.colors;
  const { queries } = words;
  const entry = (label: string, value: string): string => `${bold(label)}  ${printable(value)}\n`;
  const parameters = query.parameters.map((parameter) => [
    parameter.name,
    parameter.title[language],
    parameter.type,
    initially(parameter, queries.required),
    Object.entries(parameter.values ?? {})
      .map(([value, name]) => (language === "zh" ? `${value} ${name}` : value))
      .join(words.listSeparator),
  ]);
  const columns = query.columns.map((column) => [column.name, column[language]]);
  const sections = [
    `${bold(query.name)}  ${printable(query.title[language])}\n${printable(query.description[language])}\n` +
      entry(queries.tags, query.tags.join(words.listSeparator)) +
      entry(queries.view, query.view) +
      entry(queries.file, query.file),
    parameters.length === 0
      ? `${queries.noParameters}\n`
      : formatTable([queries.parameter, queries.title, queries.type, queries.initially, queries.values], parameters, out.columns, bold), // biome-ignore format: one idea
    formatTable([queries.column, queries.title], columns, out.columns, bold),
    `${dim("// Cypher")}\n${query.cypher.split("\n").map(printable).join("\n")}\n`,
  ];
  return sections.join("\n");
}

function initially(parameter: QueryParameter, required: string): string {
  if (parameter.default !== undefined) return String(parameter.default);
  return parameter.required ? required : "";
}
