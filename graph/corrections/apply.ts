import type { EdgeData, GraphData, NodeData, Properties } from "../model/graph-data.ts";
import { agencyId, IdRegister } from "../model/ids.ts";
import type { SourceText } from "../model/reading.ts";
import type { Correction, CorrectionEffect } from "./corrections.ts";
import { Lookup } from "./lookup.ts";

export interface Corrected {
  readonly graph: GraphData;
  readonly effects: readonly CorrectionEffect[];
}

/**
 * Replays corrections on a graph, in the order of the file. Pure: the same graph, corrections and texts give the same
 * result. A correction that finds nothing changes nothing and says so in its effect.
 */
export function applyCorrections(
  graph: GraphData,
  corrections: readonly Correction[],
  sources: readonly SourceText[],
): Corrected {
  if (corrections.length === 0) return { graph, effects: [] };
  const state = new CorrectedGraph(graph, sources);
  const effects = corrections.map((correction) => ({ line: correction.line, ...state.apply(correction) }));
  return { graph: state.graph(), effects };
}

type Effect = Omit<CorrectionEffect, "line">;

class CorrectedGraph {
  readonly #nodes: Map<string, NodeData>;
  readonly #sources: readonly SourceText[];
  #edges: EdgeData[];

  constructor(graph: GraphData, sources: readonly SourceText[]) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.#edges = [...graph.edges];
    this.#sources = sources;
  }

  apply({ words }: Correction): Effect {
    if ("same" in words) return this.#same(words.same);
    if ("different" in words) return this.#different(words.different);
    if ("rename" in words) return this.#rename(words.rename.from, words.rename.to);
    if ("drop" in words) return this.#drop(words.drop);
    return this.#add(words.add);
  }

  graph(): GraphData {
    const used = new Set(this.#edges.flatMap(({ source, target }) => [source, target]));
    const nodes = [...this.#nodes.values()].filter(({ id, label }) => label !== "Agency" || used.has(id));
    return { nodes: nodes.sort((a, b) => compare(a.id, b.id)), edges: renumbered(this.#edges) };
  }

  get #lookup(): Lookup {
    return new Lookup(this.#nodes);
  }

  #same(names: readonly string[]): Effect {
    const ids = names.map((name) => this.#lookup.agency(name));
    const [first] = ids;
    const missing = names.filter((_, i) => ids[i] === undefined);
    if (first === undefined || missing.length > 0)
      return nothing(`没有单位“${missing.join("、")}”`, `no body “${missing.join(", ")}”`);
    let changed = 0;
    for (const id of ids.slice(1)) if (id !== undefined && id !== first) changed += this.#merge(id, first);
    return {
      changed,
      message: `${names.slice(1).join("、")} 并入 ${names[0] ?? ""}，改动 ${changed} 条关系`,
      english: `merged ${names.slice(1).join(", ")} into ${names[0] ?? ""}; relations changed: ${changed}`,
    };
  }

  #different(words: { agency: string; document: string; mention: string; name?: string | undefined }): Effect {
    const agency = this.#lookup.agency(words.agency);
    const document = this.#lookup.document(words.document);
    if (agency === undefined) return nothing(`没有单位“${words.agency}”`, `no body “${words.agency}”`);
    if (document === undefined) return nothing(`没有文件“${words.document}”`, `no document “${words.document}”`);
    const key = document.replace(/^doc\//u, "");
    const own = words.name === undefined ? `agency/?${key}/${words.mention}` : agencyId(words.name);
    const changed = this.#repoint(
      agency,
      own,
      ({ properties }) => properties["doc"] === document && properties["mention"] === words.mention,
    );
    if (changed === 0) {
      return nothing(
        `${words.document} 中没有写作“${words.mention}”的 ${words.agency}`,
        `${words.document} does not call ${words.agency} “${words.mention}”`,
      );
    }
    this.#ensureAgency(own, words.name ?? words.mention, words.name !== undefined);
    return {
      changed,
      message: `${words.document} 中的“${words.mention}”不再算作 ${words.agency}，改动 ${changed} 条关系`,
      english: `“${words.mention}” in ${words.document} is no longer ${words.agency}; relations changed: ${changed}`,
    };
  }

  #rename(from: string, to: string): Effect {
    const old = this.#lookup.agency(from);
    if (old === undefined) return nothing(`没有单位“${from}”`, `no body “${from}”`);
    const id = agencyId(to);
    this.#ensureAgency(id, to, true, this.#nodes.get(old));
    const changed = this.#merge(old, id);
    return {
      changed,
      message: `${from} 改称 ${to}，改动 ${changed} 条关系`,
      english: `renamed ${from} to ${to}; relations changed: ${changed}`,
    };
  }

  #drop(id: string): Effect {
    const kept = this.#edges.filter((edge) => edge.id !== id);
    const changed = this.#edges.length - kept.length;
    this.#edges = kept;
    return changed === 0
      ? nothing(`没有关系 ${id}`, `no relation ${id}`)
      : { changed, message: `删去关系 ${id}`, english: `dropped the relation ${id}` };
  }

  #add(words: {
    type: "LEADS" | "RESPONSIBLE_FOR" | "PARTICIPATES_IN";
    agency: string;
    task: string;
    mention: string;
    quote: string;
  }): Effect {
    const task = this.#nodes.get(words.task);
    if (task?.label !== "Task") return nothing(`没有任务 ${words.task}`, `no task ${words.task}`);
    const document = this.#lookup.documentOf(String(task.properties["source"]));
    const text = this.#sources.find(({ sha256 }) => sha256 === document?.properties["sha256"])?.text;
    const at = text?.indexOf(words.quote) ?? -1;
    const inside = words.quote.indexOf(words.mention);
    if (document === undefined || at < 0 || inside < 0)
      return nothing(
        `原文中没有“${words.quote}”，或其中没有“${words.mention}”`,
        `the text does not hold “${words.quote}”, or that does not hold “${words.mention}”`,
      );
    const id = this.#lookup.agency(words.agency) ?? agencyId(words.agency);
    this.#ensureAgency(id, words.agency, true);
    const from = at + inside;
    const properties = {
      confidence: 1,
      doc: document.id,
      from,
      inferred: false,
      mention: words.mention,
      quote: words.quote,
      rule: "correction",
      to: from + words.mention.length,
    };
    this.#edges.push({
      id: `${words.type}|${id}|${task.id}`,
      type: words.type,
      source: id,
      target: task.id,
      properties,
    });
    const title = String(task.properties["title"]);
    return {
      changed: 1,
      message: `补上 ${words.agency} 与 ${title} 的关系`,
      english: `added the relation of ${words.agency} to ${title}`,
    };
  }

  /** Moves all edges of one body to another and keeps its names as aliases. */
  #merge(from: string, into: string): number {
    const [old, whole] = [this.#nodes.get(from), this.#nodes.get(into)];
    if (old === undefined || whole === undefined || from === into) return 0;
    const aliases = [
      ...listOf(whole.properties["aliases"]),
      ...listOf(old.properties["aliases"]),
      String(old.properties["name"]),
    ];
    const names = [...new Set(aliases)].filter((alias) => alias !== whole.properties["name"]).sort();
    this.#nodes.set(into, { ...whole, properties: { ...whole.properties, aliases: names } });
    this.#nodes.delete(from);
    const changed = this.#repoint(from, into, () => true);
    this.#edges = this.#edges.filter(({ source, target }) => source !== target);
    return changed;
  }

  #repoint(from: string, to: string, wanted: (edge: EdgeData) => boolean): number {
    let changed = 0;
    this.#edges = this.#edges.map((edge) => {
      if ((edge.source !== from && edge.target !== from) || !wanted(edge)) return edge;
      changed++;
      const swap = (id: string): string => (id === from ? to : id);
      return { ...edge, source: swap(edge.source), target: swap(edge.target) };
    });
    return changed;
  }

  #ensureAgency(id: string, name: string, resolved: boolean, like?: NodeData): void {
    if (this.#nodes.has(id)) return;
    const { kind, level, region } = like?.properties ?? {};
    const inherited = Object.fromEntries(
      Object.entries({ kind, level, region }).filter(([, value]) => value !== undefined),
    ) as Properties;
    this.#nodes.set(id, { id, label: "Agency", properties: { ...inherited, name, resolved } });
  }
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const nothing = (message: string, english: string): Effect => ({
  changed: 0,
  message: `没有起作用：${message}`,
  english: `without effect: ${english}`,
});
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids again from type and ends, `~n` in text order, as when the graph was assembled. */
function renumbered(edges: readonly EdgeData[]): EdgeData[] {
  const offset = ({ properties }: EdgeData): number =>
    typeof properties["from"] === "number" ? properties["from"] : 0;
  const inOrder = [...edges].sort(
    (a, b) =>
      compare(String(a.properties["doc"] ?? ""), String(b.properties["doc"] ?? "")) ||
      offset(a) - offset(b) ||
      compare(a.id, b.id),
  );
  const ids = new IdRegister();
  const named = inOrder.map((edge) => ({ ...edge, id: ids.take(`${edge.type}|${edge.source}|${edge.target}`) }));
  return named.sort((a, b) => compare(a.id, b.id));
}
