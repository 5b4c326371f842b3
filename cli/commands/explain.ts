import type { Command } from "commander";
import { CeyuanError } from "../../graph/model/errors.ts";
import type { EdgeData, GraphData } from "../../graph/model/graph-data.ts";
import type { SourceText } from "../../graph/model/reading.ts";
import { type Build, openBuild } from "../../graph/stores/workspace.io.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { explainEdge } from "../../ingest/pipeline/index.ts";
import { explanationLines } from "../explanation.ts";
import { examples } from "../help.ts";
import type { GlobalOptions } from "../program.ts";
import type { Terminal } from "../terminal.ts";

const MOST_SHOWN = 8;

export function registerExplain(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("explain").description(help.explain).usage(`<edge> ${help.usage.options}`);
  command
    .argument("<edge...>", help.explainEdge)
    .action(async (given: string[]) => {
      await explain(given, command.optsWithGlobals<GlobalOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, [
        'ceyuan explain "LEADS|agency/上海市总工会研究室|task/沪工总发〔2018〕22号#附件2/（一）"',
        "ceyuan explain OVERSEES 周奇 附件2/（五）",
      ]),
    );
}

async function explain(
  given: readonly string[],
  { store }: GlobalOptions,
  { words, language, out }: Terminal,
): Promise<void> {
  const build = await openBuild(store);
  const graph = await build.graph();
  const edges = edgesNamed(graph, given);
  const asked = given.join(" ");
  const [edge] = edges;
  if (edge === undefined)
    throw new CeyuanError("edge-unknown", words.explain.none(asked), { hint: words.explain.noneHint });
  if (edges.length > 1) {
    const shown = edges.slice(0, MOST_SHOWN).map(({ id }) => `  ${id}`);
    throw new CeyuanError("edge-ambiguous", words.explain.several(asked, edges.length), {
      hint: `\n${shown.join("\n")}`,
    });
  }
  const explanation = explainEdge(graph, edge, await sourcesOf(build), loadKnowledge());
  if (explanation !== undefined)
    await out.write(`${explanationLines(explanation, words, language, out.colors).join("\n")}\n`);
}

/** The edge of this id or all whose id, or the names of whose ends, hold every part. */
function edgesNamed(graph: GraphData, parts: readonly string[]): readonly EdgeData[] {
  const whole = graph.edges.find(({ id }) => id === parts.join(" "));
  if (whole !== undefined) return [whole];
  const names = new Map(
    graph.nodes.map(({ id, properties }) => [id, String(properties["name"] ?? properties["title"] ?? "")]),
  );
  return graph.edges.filter(({ id, source, target }) => {
    const words = `${id} ${names.get(source) ?? ""} ${names.get(target) ?? ""}`;
    return parts.every((part) => words.includes(part));
  });
}

async function sourcesOf(build: Build): Promise<SourceText[]> {
  return await Promise.all(
    build.manifest.inputs.map(async ({ name, sha256 }) => ({ name, sha256, text: await build.source(sha256) })),
  );
}
