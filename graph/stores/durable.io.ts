import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file so that it survives a power cut once this returns. */
export async function writeDurably(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
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
