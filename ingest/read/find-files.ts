import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { fileName, problems, type ReadProblem } from "./problem.ts";

export interface FoundFiles {
  /** Files to read, sorted by path. */
  readonly files: readonly string[];
  readonly problems: readonly ReadProblem[];
}

/** What the system says went wrong: EACCES, EIO … */
export const causeOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

/**
 * Finds the documents below the given files and folders. Folders are walked once each, however many links lead there;
 * hidden files and an office program's lock files (~$…) are passed over, other formats than .txt are listed.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const search = new Search();
  for (const path of paths) {
    const before = search.seen;
    const isFolder = await search.visit(path);
    if (isFolder && search.seen === before) search.problems.push(problems.folderEmpty(path));
  }
  const files = [...search.files.values()];
  return { files: files.sort(byPath), problems: search.problems };
}

const byPath = (a: string, b: string): number => {
  const [first, second] = [a, b].map((path) => resolve(path).replaceAll("\\", "/").normalize("NFC"));
  return (first ?? "") < (second ?? "") ? -1 : 1;
};

const isHidden = (name: string): boolean => name.startsWith(".") || name.startsWith("~$");

class Search {
  /** By real path, so that a file named twice is read once. */
  readonly files = new Map<string, string>();
  readonly problems: ReadProblem[] = [];
  readonly #folders = new Set<string>();
  /** How many files were met, readable or not. */
  seen = 0;

  /** Returns whether the path is a folder not seen before. */
  async visit(path: string): Promise<boolean> {
    const found = await this.#look(path);
    if (found === undefined) return false;
    const { stats, real } = found;
    if (stats.isDirectory()) {
      if (this.#folders.has(real)) return false;
      this.#folders.add(real);
      await this.#walk(path);
      return true;
    }
    this.seen++;
    const extension = extname(path).toLowerCase();
    if (!stats.isFile()) this.problems.push(problems.notAFile(path));
    else if (extension !== ".txt") this.problems.push(problems.formatNotRead(path, formatOf(path)));
    else if (!this.files.has(real)) this.files.set(real, path);
    return false;
  }

  async #walk(folder: string): Promise<void> {
    let names: string[];
    try {
      names = await readdir(folder);
    } catch (error) {
      this.seen++;
      this.problems.push(problems.folderUnreadable(folder, causeOf(error)));
      return;
    }
    for (const name of names.filter((entry) => !isHidden(entry)).sort()) await this.visit(join(folder, name));
  }

  async #look(path: string): Promise<{ stats: Stats; real: string } | undefined> {
    try {
      return { stats: await stat(path), real: await realpath(path) };
    } catch (error) {
      this.seen++;
      this.problems.push(await absence(path, causeOf(error)));
      return undefined;
    }
  }
}

async function absence(path: string, cause: string): Promise<ReadProblem> {
  if (cause !== "ENOENT" && cause !== "ENOTDIR" && cause !== "ELOOP") return problems.fileUnreadable(path, cause);
  const isLink = await lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
  return isLink ? problems.linkBroken(path) : problems.pathMissing(path);
}

const formatOf = (path: string): string =>
  extname(path) === "" ? `“${fileName(path)}”` : extname(path).slice(1).toUpperCase();
