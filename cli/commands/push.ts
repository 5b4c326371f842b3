import type { Command } from "commander";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { type Changes, type Difference, sizeOfChanges } from "../../graph/stores/changes.ts";
import { Connection } from "../../graph/stores/neo4j/connection.ts";
import { graphOfBuild } from "../../graph/stores/neo4j/earlier-build.ts";
import { graphTarget } from "../../graph/stores/neo4j/open.ts";
import { type PushRequest, planPush, runPush } from "../../graph/stores/neo4j/push.ts";
import { openBuild } from "../../graph/stores/workspace.io.ts";
import { examples } from "../help.ts";
import { withInterrupt } from "../interrupt.ts";
import type { GlobalOptions } from "../program.ts";
import { Progress } from "../progress.ts";
import { formatTable } from "../table.ts";
import type { Terminal } from "../terminal.ts";

interface PushCommandOptions extends GlobalOptions {
  readonly to?: string;
  readonly graph?: string;
  readonly database?: string;
  readonly credentials?: string;
  readonly dryRun: boolean;
  readonly changed: boolean;
  readonly merge: boolean;
}

const DOCKER =
  "docker run --rm -p 7687:7687 -p 7474:7474 -v ceyuan-neo4j:/data -e NEO4J_AUTH=neo4j/$NEO4J_PASSWORD neo4j:5";

export function registerPush(program: Command, terminal: Terminal): void {
  const { push: says, help } = terminal.words;
  const command = program.command("push").description(says.description).usage(help.usage.options);
  command
    .option("--to <url>", says.to)
    .option("--graph <name>", says.graph)
    .option("--database <name>", says.database)
    .option("--credentials <file>", says.credentials)
    .option("--dry-run", says.dryRun, false)
    .option("--changed", says.changed, false)
    .option("--merge", says.merge, false)
    .action(async () => {
      await push(command.optsWithGlobals<PushCommandOptions>(), terminal);
    })
    .addHelpText("after", `\n${says.notes}\n  $ ${DOCKER}`)
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan push --to neo4j://localhost:7687",
        "ceyuan push --to neo4j+s://xxxx.databases.neo4j.io --credentials ~/aura.env --dry-run",
        "ceyuan push --to neo4j://10.0.0.5 --graph 全市 --changed",
      ]),
    );
}

/** Pushes the build in force and prints what came of it. */
async function push(options: PushCommandOptions, terminal: Terminal): Promise<void> {
  const { words, out, err } = terminal;
  const { push: says } = words;
  const from = performance.now();
  const target = graphTarget(options.to, process.env, options);
  const build = await openBuild(options.store);
  const graph = await build.graph();
  const progress = new Progress(err);
  await withInterrupt(async (signal) => {
    progress.show(says.connecting, 0, 1);
    const connection = await Connection.open(target.address).finally(() => progress.end());
    try {
      await err.write(`${says.target(target.graph, connection.address, connection.agent)}\n`);
      const request: PushRequest = {
        name: target.graph,
        graph,
        build: build.id,
        merge: options.merge,
        earlier: options.changed ? (id) => graphOfBuild(options.store, id) : undefined,
        signal,
        onProgress: (phase, done, total) => progress.show(says[phase], done, total),
      };
      const plan = await planPush(connection, request).finally(() => progress.end());
      if (plan.resumes) await err.write(`${says.resumes}\n`);
      await out.write(changeTable(plan.changes, terminal));
      if (options.dryRun) {
        await out.write(`${says.would(sizeOfChanges(plan.changes))}\n`);
        return;
      }
      await runPush(connection, request, plan).finally(() => progress.end());
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      const { nodes, edges } = plan.wanted;
      await out.write(
        plan.how === "nothing"
          ? `${says.nothing(target.graph)}\n`
          : `${out.colors.bold(says.done(target.graph, nodes.length, edges.length, seconds))}\n`,
      );
    } finally {
      await connection.close();
    }
  });
}

/** What is written of each label and type, those that change; empty where nothing does. */
function changeTable(changes: Changes, { words, language, out }: Terminal): string {
  const { push: says } = words;
  const ontology = loadOntology();
  const names = new Map([
    ...ontology.nodes.map((node) => [node.label, node[language]] as const),
    ...ontology.edges.map((edge) => [edge.type, edge[language]] as const),
  ]);
  const rows = [...counted(changes.nodes, ({ label }) => label), ...counted(changes.edges, ({ type }) => type)].map(
    ([kind, ...numbers]) => [names.get(kind) ?? kind, kind, ...numbers.map(String)],
  );
  if (rows.length === 0) return "";
  const header = [says.kinds, "", says.added, says.changedItems, says.removed];
  return formatTable(header, rows, out.columns, out.colors.bold);
}

function counted<Item>(
  { added, changed, removed }: Difference<Item>,
  kindOf: (item: Item) => string,
): [kind: string, added: number, changed: number, removed: number][] {
  const counts = new Map<string, [number, number, number]>();
  for (const [place, items] of [added, changed, removed].entries()) {
    for (const item of items) {
      const kind = kindOf(item);
      const row = counts.get(kind) ?? [0, 0, 0];
      row[place] = (row[place] ?? 0) + 1;
      counts.set(kind, row);
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, row]) => [kind, ...row]);
}
