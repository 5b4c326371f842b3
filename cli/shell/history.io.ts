import { appendFileSync, chmodSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { makeDirectory } from "../../graph/stores/durable.io.ts";

const KEPT = 1000;

/** Where the user's settings are: XDG's folder, Windows' own, else ~/.config. */
export function historyFile(env: NodeJS.ProcessEnv): string {
  const own = env["XDG_CONFIG_HOME"] || (process.platform === "win32" ? env["APPDATA"] : undefined);
  return join(own || join(env["HOME"] || homedir(), ".config"), "ceyuan", "history");
}

/**
 * History 历史: the lines typed at the shell, kept in a file that its owner alone can read. A shell that cannot keep them
 * works all the same.
 */
export class History {
  readonly #file: string;
  /** The newest first. */
  readonly lines: readonly string[];

  private constructor(file: string, lines: readonly string[]) {
    this.#file = file;
    this.lines = lines;
  }

  static open(file: string): History {
    try {
      const all = readFileSync(file, "utf8").split("\n").filter(Boolean);
      const kept = all.slice(-KEPT);
      chmodSync(file, 0o600);
      if (all.length > 2 * KEPT) writeFileSync(file, `${kept.join("\n")}\n`, { mode: 0o600 });
      return new History(file, kept.reverse());
    } catch {
      return new History(file, []);
    }
  }

  /** Adds a line at once, so that shells side by side keep what each was told. */
  add(line: string): void {
    if (line.trim() === "" || /[\r\n]/u.test(line)) return;
    try {
      makeDirectory(dirname(this.#file), 0o700);
      appendFileSync(this.#file, `${line}\n`, { mode: 0o600 });
    } catch {
      // Not worth a word: the shell works without.
    }
  }
}
