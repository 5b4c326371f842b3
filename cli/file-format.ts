import { extname } from "node:path";

/** The format that was asked for, else the one that the output's ending names, else the usual one. */
export function formatOf<Format extends string>(
  formats: readonly Format[],
  usual: Format,
  { format, output }: { readonly format?: Format; readonly output?: string },
): Format {
  if (format !== undefined) return format;
  const ending = output === undefined ? "" : extname(output).slice(1).toLowerCase();
  return formats.find((name) => name === ending) ?? usual;
}
