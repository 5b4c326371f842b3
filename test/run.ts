/**
 * The test command: checks and tests as suites, each check counted as one test. Says what was skipped and why; the last
 * line is the sum over all suites. Fails where anything failed or a suite that must run did not.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { packageRoot } from "../graph/package-root.io.ts";
import type { Outcome } from "./house/outcome-reporter.ts";

const root = packageRoot();
const inCi = process.env["CI"] === "true";

/** Each runs to its end whatever became of the others. */
const CHECKS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ["types of the program", "tsc", ["-p", "."]],
  ["types of the page", "tsc", ["-p", "viewer/web"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "biome", ["format", "."]],
  ["dead code", "knip", []],
];

const outcomes: Outcome[] = [];
for (const [name, command, args] of CHECKS) outcomes.push(await check(name, command, args));
outcomes.push(...(await runTests()));
report(outcomes);

async function check(name: string, command: string, args: readonly string[]): Promise<Outcome> {
  const from = performance.now();
  const { code, output } = await run(command, args, "pipe");
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${command} ${args.join(" ")}) ${seconds} s`);
  if (code !== 0) console.log(output);
  return { file: "checks", name, state: code === 0 ? "passed" : "failed" };
}

async function runTests(): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "ceyuan-test-"));
  const path = join(folder, "outcomes.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./test/house/outcome-reporter.ts"];
    const { code } = await run("vitest", ["run", ...reporters], "inherit", { CEYUAN_TEST_OUTCOMES: path });
    const ran = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Outcome[]) : [];
    const named = new Set(ran.map(({ file }) => file));
    const silent = testFiles().filter((file) => !named.has(file));
    const failures = silent.map((file): Outcome => ({ file, name: "ran at least one test", state: "failed" }));
    if (code !== 0 && !ran.some(({ state }) => state === "failed")) {
      failures.push({ file: "vitest", name: `ended with ${code}`, state: "failed" });
    }
    return [...ran, ...failures];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function testFiles(): string[] {
  const names = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.test\.tsx?$/u.test(name)).map((name) => `test/${name.replaceAll("\\", "/")}`);
}

/** On the CI machine a browser and a Neo4j server are part of the deal: a test that finds none has failed there. */
function judged(outcome: Outcome): Outcome {
  const said = `${outcome.reason} ${outcome.name}`;
  const lacks = outcome.state === "skipped" && /chromium|browser|no Neo4j server/iu.test(said);
  return inCi && lacks ? { ...outcome, state: "failed" } : outcome;
}

function line({ file, name, reason }: Outcome): string {
  return `  ${file}: ${name}${reason === undefined ? "" : ` — ${reason}`}`;
}

function report(all: readonly Outcome[]): void {
  const final = all.map(judged);
  const those = (state: Outcome["state"]): readonly Outcome[] => final.filter((outcome) => outcome.state === state);
  if (those("skipped").length > 0) console.log(["\nSkipped:", ...those("skipped").map(line)].join("\n"));
  const unsteady = final.filter(({ state, retries = 0 }) => state === "passed" && retries > 0);
  if (unsteady.length > 0) console.log(["\nPassed only when tried again:", ...unsteady.map(line)].join("\n"));
  if (those("failed").length > 0) console.log(["\nFailed:", ...those("failed").map(line)].join("\n"));
  process.exitCode = those("failed").length === 0 ? 0 : 1;
  console.log(
    `\n${those("passed").length} passed, ${those("failed").length} failed, ${those("skipped").length} skipped`,
  );
}

async function run(
  command: string,
  args: readonly string[],
  output: "pipe" | "inherit",
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    shell: process.platform === "win32",
    stdio: ["ignore", output, output],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      resolve({ code: 1, output: String(error) });
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
