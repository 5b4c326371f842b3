import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CeyuanError } from "../graph/model/errors.ts";
import { packageRoot } from "../graph/package-root.io.ts";
import { Catalog } from "./catalog.ts";
import { parseSavedQuery, type SavedQuery } from "./header.ts";

const NAME = /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}-]*$/u;

function readFolder(folder: string): SavedQuery[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".cypher"));
  } catch (cause) {
    throw new CeyuanError("catalog-missing", `没有查询目录 (there is no folder of queries): ${folder}`, { cause });
  }
  return names.sort().map((fileName) => {
    const file = join(folder, fileName);
    const name = basename(fileName, ".cypher");
    if (!NAME.test(name)) {
      throw new CeyuanError(
        "catalog-invalid",
        `${file}:1: 文件名只能用小写字母、数字、汉字和连字符 (invalid file name)`,
      );
    }
    return parseSavedQuery(name, file, readFileSync(file, "utf8"));
  });
}

/** Loads the bundled library, or the given folders. Throws `CeyuanError` naming file and line of what is invalid. */
export function loadCatalog(folders: readonly string[] = [join(packageRoot(), "queries")]): Catalog {
  const queries = new Map<string, SavedQuery>();
  for (const query of folders.flatMap(readFolder)) {
    const taken = queries.get(query.name);
    if (taken !== undefined) {
      throw new CeyuanError("catalog-invalid", `${query.file}:1: 查询名重复，见 ${taken.file} (the name is taken)`);
    }
    queries.set(query.name, query);
  }
  return new Catalog([...queries.values()]);
}
