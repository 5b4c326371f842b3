import { createRequire } from "node:module";

/** Divisions of the country as the package china-area-data lists them: parent code → code → name; 86 is the root. */
export type AreaData = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const loadAreaData = (): AreaData => createRequire(import.meta.url)("china-area-data/data.json") as AreaData;
