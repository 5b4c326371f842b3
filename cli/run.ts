import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../graph/package-root.io.ts";
import { reportFailure } from "./failure.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line and gives its exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string };
  try {
    const program = await createProgram(argv, terminal, version);
    await program.parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    return reportFailure(error, terminal, argv.includes("--verbose"));
  }
}
