/**
 * Kills builds at random moments and checks, after each, that the store opens, is whole and has lost nothing reported done.
 * `npx tsx bench/kills.ts [kills, 50] [nodes, 3000] [seed]`; ends with 1 where anything was lost.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { toJson } from "../graph/exports/json.ts";
import { openBuild, writeBuild } from "../graph/stores/workspace.io.ts";
import { buildInputOf, grownGraph } from "../test/graph/stores/build-input.ts";

const given = process.argv.slice(2).map(Number);
const [kills = 50, size = 3000, seed = Math.floor(Math.random() * 2 ** 31)] = given;
console.log(`kills ${kills}, nodes from ${size}, seed ${seed}`);

/** Numbers in 0 … 1, the same for the same seed. */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = numbers(seed);
const script = fileURLToPath(new URL("../test/graph/stores/build-process.ts", import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const folder = mkdtempSync(join(tmpdir(), "ceyuan-kills-"));
const store = join(folder, "store");

interface Killed {
  /** Builds reported done before the kill, in order. */
  readonly done: readonly string[];
  readonly begun: boolean;
}

/** Lets another process write builds and kills it `delay` after it began the first. */
async function killAfter(delay: number, first: number): Promise<Killed> {
  const child = spawn(process.execPath, ["--import", tsx, script, store, String(first), String(size)]);
  let output = "";
  let errors = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes("start")) timer ??= setTimeout(() => child.kill("SIGKILL"), delay);
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const guard = setTimeout(() => child.kill("SIGKILL"), 60_000);
  const signal = await new Promise((resolve) => child.once("close", (_code, by) => resolve(by)));
  clearTimeout(guard);
  clearTimeout(timer);
  if (signal !== "SIGKILL") throw new Error(`the builds ended by themselves:\n${errors}`);
  return { done: [...output.matchAll(/(?<=^done )\w+$/gmu)].map(([id]) => id), begun: output.includes("start") };
}

/** What is wrong with the store after a kill; nothing where all is well. */
async function faultsOf(before: string, done: readonly string[], first: number): Promise<string[]> {
  const build = await openBuild(store);
  const graph = await build.graph();
  const database = await build.openStore();
  const { nodes, edges } = await database.statistics();
  const { rows } = await database.query("MATCH (n:Agency) WHERE n.id = $id RETURN n.name AS name", {
    id: graph.nodes.at(-1)?.id ?? "",
  });
  await database.close();
  const last = done.at(-1) ?? before;
  // A kill between the switch and the report leaves the build that was under way.
  const underWay = size + first + done.length;
  const isUnderWay = graph.nodes.length === underWay && toJson(grownGraph(underWay)) === (await build.graphJson());
  return [
    [build.id === last || isUnderWay, `${build.id} is in force, ${last} was reported done`],
    [nodes === graph.nodes.length && edges === graph.edges.length, "the database holds another graph"],
    [rows.length === 1, "a node is not found"],
    [await build.isIntact(), "a file is not what was stored"],
  ].flatMap(([isWell, fault]) => (isWell === true ? [] : [String(fault)]));
}

async function timeOfBuild(): Promise<number> {
  const started = performance.now();
  await writeBuild(store, buildInputOf(grownGraph(size - 1)));
  return performance.now() - started;
}

// A build in a process that has just started takes longer than in this one.
const span = 4 * (await timeOfBuild());
let before = (await openBuild(store)).id;
const outcome = { lost: 0, kept: 0, switched: 0, done: 0 };
for (let round = 0; round < kills; round++) {
  const delay = random() * span;
  const first = (round + 1) * 1000;
  const { done, begun } = await killAfter(delay, first);
  const faults = begun ? await faultsOf(before, done, first) : ["no build was begun"];
  const { id } = await openBuild(store);
  outcome.done += done.length;
  if (faults.length > 0) outcome.lost++;
  else if (id === before) outcome.kept++;
  else outcome.switched++;
  for (const fault of faults) console.log(`kill ${round} after ${delay.toFixed(0)} ms: ${fault}`);
  before = id;
}

const { build } = await writeBuild(store, buildInputOf(grownGraph(20)));
const leftovers = readdirSync(store).filter((name) => name !== "builds" && name !== "current");
const hidden = readdirSync(join(store, "builds")).filter((name) => name.startsWith("."));
const opens = (await openBuild(store)).id === build.id;
console.log(
  `${kills} kills within ${span.toFixed(0)} ms: ${outcome.lost} lost anything; ${outcome.kept} left the graph as it was, ` +
    `${outcome.switched} a newer one; ${outcome.done} builds were reported done; the next build ${opens ? "works" : "FAILS"}, ` +
    `left behind: ${[...leftovers, ...hidden].join(", ") || "nothing"}`,
);
rmSync(folder, { recursive: true, force: true });
process.exitCode = outcome.lost === 0 && opens ? 0 : 1;
