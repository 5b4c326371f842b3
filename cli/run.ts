import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../graph/package-root.io.ts";
import { reportFailure } from "./failure.ts";
import { chooseLanguage } from "./language.ts";
import { createProgram } from "./program.ts";
import { openTerminal } from "./terminal.ts";

/** Runs one command line and gives its exit code. */
export async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const terminal = openTerminal(chooseLanguage(argv, env), env);
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string };
  try {
    await createProgram(terminal, version).parseAsync([...argv], { from: "user" });
    return process.exitCode === undefined ? 0 : Number(process.exitCode);
  } catch (error) {
    return reportFailure(error, terminal, argv.includes("--verbose"));
  }
}
