import type { Command } from "commander";
import { resolveNode } from "../../queries/resolve-node.ts";
import { examples } from "../help.ts";
import type { GlobalOptions } from "../program.ts";
import { isAddress, withQueryStore } from "../query-store.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface RemoveOptions extends GlobalOptions {
  readonly dryRun: boolean;
}

export function registerRemove(program: Command, terminal: Terminal): void {
  const { remove: says, help } = terminal.words;
  const command = program.command("remove").description(says.description).usage(`<document> ${help.usage.options}`);
  command
    .argument("<document>", says.document)
    .option("--dry-run", says.dryRun, false)
    .action(async (document: string) => {
      await remove(document, command.optsWithGlobals<RemoveOptions>(), terminal);
    })
    .addHelpText("after", `\n${says.notes}`)
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan remove 沪工总发〔2018〕22号 --store neo4j://localhost:7687 --dry-run",
        "ceyuan remove doc/沪工总发〔2018〕22号 --store neo4j://10.0.0.5#全市",
      ]),
    );
}

async function remove(given: string, { store: target, dryRun }: RemoveOptions, terminal: Terminal): Promise<void> {
  const { remove: says } = terminal.words;
  if (!isAddress(target)) throw new UsageError(says.ofServer, says.ofServerHint);
  await withQueryStore(target, async (store, signal) => {
    const document = await resolveNode(store, DOCUMENT, given);
    const { nodes, edges } = await store.removeDocument(document, { dryRun, signal });
    const say = dryRun ? says.would : says.done;
    await terminal.out.write(`${say(document, nodes.removed, edges.removed)}\n`);
  });
}

const DOCUMENT = { name: "document", type: "document", required: true, title: { zh: "文件", en: "Document" } } as const;
