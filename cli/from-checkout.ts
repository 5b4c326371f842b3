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

const sources = ["viewer/web", "vite.config.ts", "package-lock.json"].map((name) => join(root, name));
if (Math.max(...sources.map(lastChange)) > lastChange(join(root, "dist", "viewer", "web", "index.html"))) {
  const { status } = spawnSync("npm", ["run", "--silent", "build:viewer"], {
    cwd: root,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(1);
}
const argv = ["start", ...process.argv.slice(2)];
process.exitCode = await run(argv, openTerminal(argv, process.env));

/** Of a file, or of the newest file in a folder; 0 where there is none. */
function lastChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
