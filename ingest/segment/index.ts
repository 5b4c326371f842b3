import type { Diagnostic } from "../../graph/model/diagnostic.ts";
import { IdRegister } from "../../graph/model/ids.ts";
import type { Clause, ClauseTree, NormalizedText } from "../../graph/model/reading.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { withoutContents } from "./contents-page.ts";
import { lexMarkers } from "./marker-lexer.ts";
import { assembleMasthead } from "./masthead/index.ts";
import { buildOutline, holder, withOrdinals } from "./outline.ts";
import { outlinePatternsOf } from "./outline-patterns.ts";
import { partGrammarOf } from "./part-patterns.ts";
import { divide, type Part } from "./parts.ts";
import { type Accepted, trackSequences } from "./sequence.ts";

export { clauseAt, walkClauses } from "./clause-at.ts";

/**
 * Segment 分段: masthead and clause tree of a document (FIELD.md §1). Total and pure: any text gives a tree whose `own`
 * parts, containers and preambles share out the whole text, in order. Near-linear in the text.
 */
export function segment(normalized: NormalizedText, knowledge: Knowledge): ClauseTree {
  const { text } = normalized;
  const grammar = partGrammarOf(knowledge);
  const patterns = outlinePatternsOf(knowledge);
  const division = divide(text, grammar);
  const masthead = assembleMasthead(text, division, grammar);
  const outlines = division.parts.map((part) => ({
    part,
    accepted:
      part.holds === "clauses"
        ? trackSequences(
            withoutContents(lexMarkers(text, part.bodyFrom, part.to, patterns), text, patterns),
            text,
            patterns,
          )
        : [],
  }));
  const prefixed = outlines.some(({ part, accepted }) => part.name.startsWith("附件") && accepted.length > 0);
  const register = new IdRegister();
  const take = (path: string): string => register.take(path);
  const clauses: Clause[] = [];
  for (const { part, accepted } of outlines)
    clauses.push(...partClauses(text, part, accepted, prefixed, take, knowledge));
  return { masthead, clauses: withOrdinals(clauses), diagnostics: oddities(normalized, outlines) };
}

function partClauses(
  text: string,
  part: Part,
  accepted: readonly Accepted[],
  prefixed: boolean,
  take: (path: string) => string,
  knowledge: Knowledge,
): Clause[] {
  if (part.from >= part.to) return [];
  const heading = text
    .slice(part.from, part.bodyFrom)
    .trim()
    .replace(/\s*\n\s*/gu, "");
  const whole = { from: part.from, to: part.to };
  if (part.holds === "text")
    return [holder(part.name.includes("/") ? "preamble" : "container", take(part.name), heading, whole, 1)];
  const isBody = part.name === "正文";
  const bare = isBody && !prefixed && !part.titled;
  const first = accepted[0]?.marker.from ?? part.to;
  if (accepted.length === 0) {
    if (isBody) return [holder("container", take("正文"), heading, whole, 1)];
    if (part.name === "通知") return [holder("preamble", take("通知/前言"), heading, whole, 1)];
    return [holder("container", take(part.name), heading, whole, 1)];
  }
  const prefix = isBody && !prefixed ? "" : `${part.name}/`;
  const path = bare || part.name === "通知" ? "" : take(part.name);
  const depth = path === "" ? 1 : 2;
  const children: Clause[] = [];
  const preambleFrom = path === "" ? part.from : part.bodyFrom;
  if (text.slice(preambleFrom, first).trim() !== "" || (path === "" && first > preambleFrom)) {
    children.push(holder("preamble", take(`${prefix}前言`), "", { from: preambleFrom, to: first }, depth));
  }
  children.push(...buildOutline(text, part.to, accepted, { prefix, depth, take }, outlinePatternsOf(knowledge)));
  if (path === "") return children;
  return [holder("container", path, heading, whole, 1, withOrdinals(children))];
}

const ODDITY = {
  gap: ["序号不连续", "the numbering has a gap"],
  repeat: ["序号重复", "the numbering repeats"],
  restart: ["序号重新起编", "the numbering begins anew"],
} as const;

function oddities(
  normalized: NormalizedText,
  outlines: readonly { readonly accepted: readonly Accepted[] }[],
): Diagnostic[] {
  return outlines.flatMap(({ accepted }) =>
    accepted.flatMap(({ marker, oddity }) =>
      oddity === undefined
        ? []
        : [
            {
              code: `numbering-${oddity}`,
              severity: "info" as const,
              message: `${ODDITY[oddity][0]}：“${normalized.text.slice(marker.from, marker.to)}”`,
              english: `${ODDITY[oddity][1]}: “${normalized.text.slice(marker.from, marker.to)}”`,
              span: normalized.toSource({ from: marker.from, to: marker.to }),
            },
          ],
    ),
  );
}
