import type { Diagnostic, DocumentDiagnostic } from "../../graph/model/diagnostic.ts";
import type { NodeData } from "../../graph/model/graph-data.ts";
import type { DocumentReading } from "../../graph/model/reading.ts";
import type { ResolvedFact } from "../../graph/model/resolved-fact.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { createAgencyResolver } from "./agencies/index.ts";
import { addAgencyLinks } from "./agency-links.ts";
import { DocumentScope } from "./document-scope.ts";
import { createDocumentIndex } from "./documents/index.ts";
import { cluesOf, placeOf } from "./home-of.ts";
import { NodeTable } from "./node-table.ts";

export interface ResolvedCorpus {
  readonly nodes: readonly NodeData[];
  readonly facts: readonly ResolvedFact[];
  readonly diagnostics: readonly DocumentDiagnostic[];
}

/**
 * Resolve 归一: gives every mention of a corpus its canonical id. A unique candidate or none: what is unsure keeps an id of
 * its own and is listed (ARCHITECTURE rule 5). Readings are taken in the given order; the result does not depend on
 * anything else.
 */
export function resolveCorpus(readings: readonly DocumentReading[], knowledge: Knowledge): ResolvedCorpus {
  const agencies = createAgencyResolver(knowledge);
  const homes = readings.map((reading) => agencies.homeOf(cluesOf(reading)));
  const documents = createDocumentIndex(readings, knowledge, (index) => placeOf(homes[index], readings[index]));
  const table = new NodeTable();
  const facts: ResolvedFact[] = [];
  const diagnostics: DocumentDiagnostic[] = [];
  readings.forEach((reading, index) => {
    const home = homes[index];
    if (home === undefined) return;
    const report = (diagnostic: Diagnostic): void => {
      diagnostics.push({ ...diagnostic, file: reading.source.name });
    };
    reading.diagnostics.forEach(report);
    const scope = new DocumentScope({ reading, index, home, agencies, documents, table, report });
    facts.push(...scope.resolve());
  });
  facts.push(...addAgencyLinks(table, agencies));
  for (const { index, diagnostic } of documents.diagnostics)
    diagnostics.push({ ...diagnostic, file: readings[index]?.source.name ?? "" });
  return { nodes: table.all(), facts, diagnostics };
}
