import { isMark, tokenize } from "../cypher/lexer.ts";
import { GRAPH } from "./driver-values.ts";
import { nodePatterns } from "./node-patterns.ts";

/** The parameter that says which graph of the database is asked. */
export const GRAPH_PARAMETER = "ceyuanGraph";

/**
 * Keep apart 分图: makes a query see one graph of the database alone: every node pattern asks for nodes of that graph
 * (`(a:Agency {id: $id})` → `(a:Agency {graph: $ceyuanGraph, id: $id})`). Edges never leave their graph.
 */
export function keepApart(query: string): string {
  const tokens = tokenize(query);
  let out = "";
  let at = 0;
  for (const { inside } of nodePatterns(tokens)) {
    const token = tokens[inside];
    if (token === undefined) continue;
    const isMap = isMark(token, "{");
    const place = isMap ? token.to : token.from;
    const more = isMap && !isMark(tokens[inside + 1], "}") ? ", " : "";
    const entry = `${GRAPH}: $${GRAPH_PARAMETER}`;
    out += query.slice(at, place) + (isMap ? entry + more : ` {${entry}} `);
    at = place;
  }
  return out + query.slice(at);
}
