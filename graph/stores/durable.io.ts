import { existsSync, mkdirSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a directory and those above it. Not by Node's own `recursive`: it never returns where the system answers "no such
 * file" to a new name in a directory that is there, as Linux does under /proc.
 */
export function makeDirectory(path: string, mode = 0o777): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  try {
    mkdirSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw error;
    makeDirectory(dirname(path), mode);
    makeDirectory(path, mode);
  }
}

/** Writes a file so that it survives a power cut once this returns. */
export async function writeDurably(file: string, content: string): Promise<void> {
  makeDirectory(dirname(file));
  const handle = await open(file, "w");
  try {
    await handle.writeFile(content, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes renames and new names in a directory durable, where the system lets a directory be opened. */
export async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows opens no directories; there a rename is durable by itself.
  }
}

/** Replaces a file at once: readers see the old content or the new, never a part. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const fresh = `${file}.new-${process.pid}`;
  await writeDurably(fresh, content);
  await rename(fresh, file);
  await syncDirectory(dirname(file));
}
