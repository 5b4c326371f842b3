import type { EdgeData, GraphData, NodeData } from "../../graph/model/graph-data.ts";
import type { DocumentReading, Edit, Fact, SourceText } from "../../graph/model/reading.ts";
import type { Span } from "../../graph/model/span.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type AgencyResolution, createAgencyResolver } from "../resolve/agencies/index.ts";
import { createDocumentIndex } from "../resolve/documents/index.ts";
import { cluesOf, placeOf } from "../resolve/home-of.ts";
import { readDocument } from "./read-document.ts";
import { type RuleName, ruleNamed } from "./rule-names.ts";

/** Explanation 解释: why an edge stands in the graph, from the exact words to the ids of its ends. */
export interface Explanation {
  readonly edge: EdgeData;
  readonly source: NodeData;
  readonly target: NodeData;
  readonly rule: RuleName;
  /** Where the mention stands; absent for what no text states. */
  readonly place?: Place;
  /** Repairs of the normaliser inside the quoted words. */
  readonly edits: readonly Edit[];
  /** How the surface form became a canonical name, in words. */
  readonly steps: readonly string[];
}

export interface Place {
  readonly file: string;
  readonly span: Span;
  /** From 1, by line feeds of the source text. */
  readonly line: number;
  readonly before: string;
  readonly mention: string;
  readonly after: string;
}

const CONTEXT = 40;

/**
 * Explains one edge by reading its document again: the stages are pure, so the reading is the one the graph came from.
 * `sources` are the texts of the build in its order; documents are resolved over all of them.
 */
export function explainEdge(
  graph: GraphData,
  edge: EdgeData,
  sources: readonly SourceText[],
  knowledge: Knowledge,
): Explanation | undefined {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
  if (source === undefined || target === undefined) return undefined;
  const rule = ruleNamed(String(edge.properties["rule"] ?? ""), knowledge);
  const sha256 = nodes.get(String(edge.properties["doc"] ?? ""))?.properties["sha256"];
  const index = sources.findIndex((text) => text.sha256 === sha256);
  const text = sources[index];
  const { from, to } = edge.properties;
  if (text === undefined || typeof from !== "number" || typeof to !== "number")
    return { edge, source, target, rule, edits: [], steps: [] };
  const reading = readDocument(text, knowledge);
  const fact = factAt(reading, edge, { from, to });
  const quoted = fact === undefined ? { from, to } : reading.normalized.toSource(fact.proof.quote);
  return {
    edge,
    source,
    target,
    rule,
    place: placeAt(text, { from, to }),
    edits: reading.normalized.edits.filter((edit) => edit.from < quoted.to && quoted.from < edit.to),
    steps: fact === undefined ? [] : stepsOf(fact, index, sources, reading, knowledge),
  };
}

function factAt(reading: DocumentReading, edge: EdgeData, span: Span): Fact | undefined {
  return reading.facts.find(({ predicate, proof }) => {
    const place = reading.normalized.toSource(proof.span);
    return predicate === edge.type && place.from === span.from && place.to === span.to;
  });
}

function placeAt({ name, text }: SourceText, span: Span): Place {
  return {
    file: name,
    span,
    line: text.slice(0, span.from).split("\n").length,
    before: text.slice(Math.max(0, span.from - CONTEXT), span.from),
    mention: text.slice(span.from, span.to),
    after: text.slice(span.to, span.to + CONTEXT),
  };
}

/** The steps of a resolution and what came of the surface form. */
const becomes = (surface: string, { steps, name, resolved }: AgencyResolution): readonly string[] => [
  ...steps,
  `${surface} → ${resolved ? name : "未归并"}`,
];

function stepsOf(
  fact: Fact,
  index: number,
  sources: readonly SourceText[],
  reading: DocumentReading,
  knowledge: Knowledge,
): readonly string[] {
  const agencies = createAgencyResolver(knowledge);
  const home = agencies.homeOf(cluesOf(reading));
  const named = [fact.subject, fact.object].find(
    ({ kind }) => kind !== "task" && kind !== "clause" && kind !== "self" && kind !== "target",
  );
  switch (named?.kind) {
    case "agency":
      return [
        ...home.steps,
        ...becomes(
          named.surface,
          agencies.resolve(named.surface, home, { layer: named.layer, previous: named.previous }),
        ),
      ];
    case "person":
      return named.body === undefined
        ? home.steps
        : [...home.steps, ...becomes(named.body, agencies.resolve(named.body, home))];
    case "document":
    case "article": {
      const ref = named.kind === "article" ? named.document : named;
      const readings = sources.map((text, i) => (i === index ? reading : readDocument(text, knowledge)));
      const documents = createDocumentIndex(readings, knowledge, (i) => {
        const at = readings[i];
        return at === undefined ? undefined : placeOf(agencies.homeOf(cluesOf(at)), at);
      });
      const { key, steps } = documents.resolve(ref, index);
      return [...steps, `${ref.number ?? `《${ref.title ?? ""}》`} → ${key}`];
    }
    case undefined:
    default:
      return home.steps;
  }
}
