import type { ResolvedFact } from "../../graph/assemble/index.ts";
import type { Diagnostic, DocumentDiagnostic } from "../../graph/model/diagnostic.ts";
import type { NodeData } from "../../graph/model/graph-data.ts";
import type { DocumentReading } from "../../graph/model/reading.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { createAgencyResolver, type Home } from "./agencies/index.ts";
import { addAgencyLinks } from "./agency-links.ts";
import { DocumentScope } from "./document-scope.ts";
import { createDocumentIndex } from "./documents/index.ts";
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
  const homes = readings.map(({ tree: { masthead }, normalized }) =>
    agencies.homeOf({
      issuers: masthead.issuers.map(({ text }) => text),
      ...(masthead.number === undefined ? {} : { number: masthead.number.text }),
      addressees: masthead.addressees.map(({ text }) => text),
      ...(masthead.title === undefined ? {} : { title: masthead.title.text }),
      text: normalized.text,
    }),
  );
  const documents = createDocumentIndex(readings, knowledge, (index) => placeOf(homes[index]));
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
  for (const { index, diagnostic } of documents.diagnostics) diagnostics.push({ ...diagnostic, file: readings[index]?.source.name ?? "" });
  return { nodes: table.all(), facts, diagnostics };
}

/** What tells one place's 《实施意见》 from another's: the issuing body or the region. */
const placeOf = (home: Home | undefined): string | undefined =>
  home?.house ?? (home?.region === "" ? undefined : home?.region);
