import type { DocumentReading, Fact, SourceText } from "../../graph/model/reading.ts";
import { extractAssignments } from "../extract/assignments/index.ts";
import { readCitations } from "../extract/citations/index.ts";
import { extractDeadlines } from "../extract/deadlines/index.ts";
import { documentYearOf } from "../extract/document-year.ts";
import { extractRosters } from "../extract/rosters/index.ts";
import { extractTargets } from "../extract/targets/index.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { normalize } from "../normalize/index.ts";
import { lexiconOf } from "../recognize/lexicon.ts";
import { simplifiedForm } from "../recognize/simplified-form.ts";
import { segment } from "../segment/index.ts";
import { attachCitations, attachDeadlines, attachTargets } from "./attach.ts";
import { mastheadFacts } from "./masthead-facts.ts";
import { asPrinted } from "./as-printed.ts";

/**
 * Reads one document 读取一份文件: normalise, segment, recognise, extract. Pure: the same text and knowledge give the same
 * reading, whatever else is in the corpus; fit for a cache or a worker.
 */
export function readDocument(source: SourceText, knowledge: Knowledge): DocumentReading {
  const form = simplifiedForm(source.text);
  const reading = readText(source, form ?? source.text, knowledge);
  return form === undefined ? reading : asPrinted(reading, form);
}

/** `text` has the offsets of the source's. */
function readText(source: SourceText, text: string, knowledge: Knowledge): DocumentReading {
  const normalized = normalize(text, knowledge);
  const tree = segment(normalized, knowledge);
  const assignments = extractAssignments(normalized, tree, knowledge);
  const year = documentYearOf(normalized.text, tree.masthead);
  const deadlines = extractDeadlines(normalized, tree, knowledge, year);
  const dated = attachDeadlines(normalized.text, assignments, deadlines);
  const cited = readCitations(normalized, tree, knowledge);
  const citations = attachCitations(cited.facts, assignments.extents);
  const targets = attachTargets(extractTargets(normalized, tree, knowledge, year), assignments);
  const facts: Fact[] = [
    ...mastheadFacts(tree.masthead, lexiconOf(knowledge)),
    ...assignments.facts,
    ...extractRosters(normalized, knowledge),
    ...citations,
  ];
  return {
    source,
    normalized,
    tree,
    tasks: dated,
    targets,
    facts,
    diagnostics: [...tree.diagnostics, ...cited.diagnostics],
  };
}
