/** Writes builds without end, each of another graph, until it is killed; prints a line for each one reported done. */
import { writeBuild } from "../../../graph/stores/workspace.io.ts";
import { buildInputOf, grownGraph } from "./build-input.ts";

const [store = "", first = "1", size = "500"] = process.argv.slice(2);
for (let round = Number(first); ; round++) {
  process.stdout.write(`start ${round}\n`);
  const { build } = await writeBuild(store, buildInputOf(grownGraph(Number(size) + round)));
  process.stdout.write(`done ${build.id}\n`);
}
