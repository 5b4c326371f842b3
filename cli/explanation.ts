import type { Explanation } from "../ingest/pipeline/index.ts";
import type { Language } from "./language.ts";
import type { Channel } from "./terminal.ts";
import type { Words } from "./words/index.ts";

const nameOf = ({ id, properties }: Explanation["source"]): string =>
  String(properties["name"] ?? properties["title"] ?? properties["label"] ?? id);
const visible = (text: string): string => text.replace(/\s+/gu, "⏎");

/** An explanation as lines of a terminal: the relation, its words in place, the rule, the repairs, the steps. */
export function explanationLines(
  explanation: Explanation,
  { explain }: Words,
  language: Language,
  { bold, dim, underline }: Channel["colors"],
): string[] {
  const { edge, source, target, rule, place, edits, steps } = explanation;
  const lines = [bold(`${nameOf(source)} —${edge.type}→ ${nameOf(target)}`), dim(edge.id)];
  const entry = (label: string, value: string): number => lines.push(`${bold(label)}  ${value}`);
  if (place === undefined) lines.push(explain.unproven);
  else {
    entry(explain.found, explain.place(place.file, place.line, place.span.from, place.span.to));
    lines.push(`      …${visible(place.before)}${underline(bold(visible(place.mention)))}${visible(place.after)}…`);
    entry(explain.quote, String(edge.properties["quote"] ?? ""));
  }
  if (rule.id !== "")
    entry(explain.rule, `${rule.id} ${rule[language]}${rule.section === undefined ? "" : dim(` (${rule.section})`)}`);
  if (rule.example !== undefined) lines.push(dim(`      ${explain.example} ${visible(rule.example)}`));
  const confidence = edge.properties["confidence"];
  if (typeof confidence === "number") {
    entry(explain.confidence, `${confidence}${edge.properties["inferred"] === true ? ` (${explain.inferred})` : ""}`);
  }
  if (place !== undefined) {
    lines.push(explain.edits(edits.length));
    for (const edit of edits)
      lines.push(dim(`      ${edit.rule}  ${edit.from}–${edit.to} → “${visible(edit.replacement)}”`));
  }
  if (steps.length > 0) {
    lines.push(bold(explain.steps));
    for (const step of steps) lines.push(`      ${step}`);
  }
  return lines;
}
