import { join } from "node:path";
import type { Command } from "commander";
import { packageRoot } from "../graph/package-root.io.ts";
import { loadCatalog } from "../queries/catalog.io.ts";
import type { Catalog } from "../queries/catalog.ts";
import type { Terminal } from "./terminal.ts";

/** Lets a command take folders of queries of the user's own. */
export const takesLibrary = (command: Command, { words }: Terminal): Command =>
  command.option("--library <dir>", words.help.library, (folder: string, before: string[]) => [...before, folder], []);

/** The bundled queries and those of the user's folders. */
export const openLibrary = (folders: readonly string[]): Catalog =>
  loadCatalog([join(packageRoot(), "queries"), ...folders]);
