import type { EdgePattern, Expression, NodePattern, PathPattern } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { readExpression } from "./read-expression.ts";

/** True where a path pattern begins: a node in brackets with an edge behind it. */
export function atPattern(cursor: Cursor): boolean {
  if (cursor.atWord("SHORTESTPATH", "ALLSHORTESTPATHS") && cursor.peek(1)?.text === "(") return true;
  if (!cursor.atMark("(")) return false;
  return cursor.ahead(() => {
    readNode(cursor);
    const [first, second] = [cursor.peek()?.text, cursor.peek(1)?.text];
    return (first === "-" && ["-", "["].includes(second ?? "")) || (first === "<" && second === "-");
  });
}

/** Labels or types: `:A`, `:A:B`, `:A|B`, `:A|:B`, `:!A&(B|C)`, `IS A`. */
function skipLabels(cursor: Cursor): void {
  if (!cursor.takeMark(":") && !cursor.takeWords("IS")) return;
  let depth = 0;
  for (;;) {
    if (cursor.takeMark("(")) depth++;
    else if (depth > 0 && cursor.takeMark(")")) depth--;
    else if (["!", "%", ":", "|", "&"].some((mark) => cursor.takeMark(mark))) continue;
    else if (cursor.atName() && !cursor.atWord("WHERE")) cursor.name();
    else return;
  }
}

function readInside(cursor: Cursor): Expression[] {
  const inside: Expression[] = [];
  if (cursor.atMark("{") || cursor.peek()?.kind === "parameter") inside.push(readExpression(cursor));
  if (cursor.takeWords("WHERE")) inside.push(readExpression(cursor));
  return inside;
}

function readNode(cursor: Cursor): NodePattern {
  cursor.need("(");
  const variable = cursor.atName() && !cursor.atWord("IS", "WHERE") ? cursor.name() : undefined;
  skipLabels(cursor);
  const inside = readInside(cursor);
  cursor.need(")");
  return { type: "node", variable, inside };
}

function readRange(cursor: Cursor): EdgePattern["range"] {
  if (!cursor.takeMark("*")) return undefined;
  const number = (): number | undefined => (cursor.peek()?.kind === "number" ? Number(cursor.next().text) : undefined);
  const low = number();
  if (!cursor.takeMark("..")) return { low, high: low };
  return { low, high: number() };
}

function readEdge(cursor: Cursor): EdgePattern {
  const from = cursor.from;
  cursor.takeMark("<");
  cursor.need("-");
  let edge: Omit<EdgePattern, "from" | "to"> = { type: "edge", inside: [] };
  if (cursor.takeMark("[")) {
    const variable = cursor.atName() && !cursor.atWord("IS", "WHERE") ? cursor.name() : undefined;
    skipLabels(cursor);
    const range = readRange(cursor);
    edge = { type: "edge", variable, range, inside: readInside(cursor) };
    cursor.need("]");
  }
  cursor.need("-");
  cursor.takeMark(">");
  return { ...edge, from, to: cursor.to };
}

/** One path: `p = (a)-[r]->(b)`, `shortestPath((a)-[*]-(b))`. */
export function readPathPattern(cursor: Cursor): PathPattern {
  let variable: string | undefined;
  if (cursor.atName() && cursor.peek(1)?.text === "=") {
    variable = cursor.name();
    cursor.need("=");
  }
  const shortest = cursor.takeWords("SHORTESTPATH") || cursor.takeWords("ALLSHORTESTPATHS");
  if (shortest) cursor.need("(");
  const elements: (NodePattern | EdgePattern)[] = [readNode(cursor)];
  while (cursor.atMark("-", "<")) elements.push(readEdge(cursor), readNode(cursor));
  if (shortest) cursor.need(")");
  return { variable, shortest, elements };
}
