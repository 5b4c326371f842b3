/**
 * What `npm start` runs in a checkout: `ceyuan start` from the sources, after the page has been built where its sources
 * are newer than it. Not part of the package, which holds both built.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../graph/package-root.io.ts";
import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

const root = packageRoot();

if (changedSince(join(root, "viewer", "web")) > builtAt(join(root, "dist", "viewer", "index.html"))) {
  const { status } = spawnSync("npm", ["run", "--silent", "build:viewer"], {
    cwd: root,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(1);
}
const argv = ["start", ...process.argv.slice(2)];
process.exitCode = await run(argv, openTerminal(argv, process.env));

function builtAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function changedSince(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Math.max(1, ...entries.map((name) => statSync(join(folder, name)).mtimeMs));
}
