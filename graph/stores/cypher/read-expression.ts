import type { Expression, MapEntry } from "./ast.ts";
import { type Cursor, Unreadable } from "./cursor.ts";
import { atPattern, readPathPattern } from "./read-pattern.ts";
import { readClauses } from "./read-query.ts";

type Level = (cursor: Cursor) => Expression;

const binary = (operator: string, left: Expression, right: Expression): Expression => ({
  type: "binary",
  operator,
  left,
  right,
  from: left.from,
  to: right.to,
});

/** A chain is a tree that leans to the left, as deep as it is long. */
function tooLong(cursor: Cursor, links: number): void {
  if (links > 500) throw new Unreadable(cursor.from);
}

const leftToRight =
  (inner: Level, take: (cursor: Cursor) => string | undefined): Level =>
  (cursor) => {
    let left = inner(cursor);
    let links = 0;
    for (let operator = take(cursor); operator !== undefined; operator = take(cursor)) {
      tooLong(cursor, ++links);
      left = binary(operator, left, inner(cursor));
    }
    return left;
  };

const word =
  (...words: string[]) =>
  (cursor: Cursor): string | undefined =>
    words.find((candidate) => cursor.takeWords(candidate));

const mark =
  (...marks: string[]) =>
  (cursor: Cursor): string | undefined =>
    marks.find((candidate) => cursor.takeMark(candidate));

const COMPARISONS = ["<>", "<=", ">=", "=", "<", ">"];
const QUANTIFIERS = ["ALL", "ANY", "NONE", "SINGLE"];

export const readExpression: Level = (cursor) => cursor.within(() => or(cursor));

const negation: Level = (cursor) => {
  const from = cursor.from;
  if (!cursor.takeWords("NOT")) return comparison(cursor);
  const operand = cursor.within(() => negation(cursor));
  return { type: "unary", operator: "NOT", operand, from, to: operand.to };
};
const and = leftToRight(negation, word("AND"));
const xor = leftToRight(and, word("XOR"));
const or = leftToRight(xor, word("OR"));

/** `a < b < c` is `a < b AND b < c`. */
const comparison: Level = (cursor) => {
  let left = predicate(cursor);
  let chain: Expression | undefined;
  let links = 0;
  for (let operator = mark(...COMPARISONS)(cursor); operator !== undefined; operator = mark(...COMPARISONS)(cursor)) {
    const right = predicate(cursor);
    tooLong(cursor, ++links);
    const link = binary(operator, left, right);
    chain = chain === undefined ? link : binary("AND", chain, link);
    left = right;
  }
  return chain ?? left;
};

const predicate: Level = (cursor) => {
  let left = sum(cursor);
  for (let links = 0; ; links++) {
    tooLong(cursor, links);
    if (cursor.takeWords("IS", "NOT", "NULL") || cursor.takeWords("IS", "NULL")) {
      left = { type: "nullTest", operand: left, from: left.from, to: cursor.to };
    } else if (cursor.takeWords("IN")) left = binary("IN", left, sum(cursor));
    else if (cursor.takeWords("STARTS", "WITH")) left = binary("STARTS WITH", left, sum(cursor));
    else if (cursor.takeWords("ENDS", "WITH")) left = binary("ENDS WITH", left, sum(cursor));
    else if (cursor.takeWords("CONTAINS")) left = binary("CONTAINS", left, sum(cursor));
    else if (cursor.takeMark("=~")) left = binary("=~", left, sum(cursor));
    else return left;
  }
};

const sign: Level = (cursor) => {
  const from = cursor.from;
  const operator = mark("-", "+")(cursor) as "-" | "+" | undefined;
  if (operator === undefined) return postfix(cursor);
  const operand = cursor.within(() => sign(cursor));
  return { type: "unary", operator, operand, from, to: operand.to };
};
const power = leftToRight(sign, mark("^"));
const product = leftToRight(power, mark("*", "/", "%"));
const sum = leftToRight(product, mark("+", "-"));

const postfix: Level = (cursor) => {
  let base = atom(cursor);
  for (let links = 0; ; links++) {
    tooLong(cursor, links);
    const { from } = base;
    if (cursor.takeMark(".")) base = { type: "property", base, key: cursor.name(), from, to: cursor.to };
    else if (cursor.takeMark("[")) base = subscript(cursor, base);
    else if (cursor.atMark(":") && (base.type === "variable" || base.type === "property")) {
      while (cursor.takeMark(":")) cursor.name();
      base = { type: "labelTest", base, from, to: cursor.to };
    } else if (cursor.atMark("{") && base.type === "variable") {
      base = { type: "map", base, entries: readEntries(cursor), from, to: cursor.to };
    } else return base;
  }
};

function subscript(cursor: Cursor, base: Expression): Expression {
  const low = cursor.atMark("..") ? undefined : readExpression(cursor);
  if (cursor.takeMark("..")) {
    const high = cursor.atMark("]") ? undefined : readExpression(cursor);
    cursor.need("]");
    return { type: "slice", base, low, high, from: base.from, to: cursor.to };
  }
  cursor.need("]");
  if (low === undefined) throw new Unreadable(cursor.from);
  return { type: "index", base, index: low, from: base.from, to: cursor.to };
}

/** `{a: 1}`, and of a projection `{.a, .*, b, c: 1}`. */
function readEntries(cursor: Cursor): MapEntry[] {
  const entries: MapEntry[] = [];
  cursor.need("{");
  while (!cursor.takeMark("}")) {
    if (cursor.takeMark(".")) {
      if (!cursor.takeMark("*")) cursor.name();
    } else {
      const from = cursor.from;
      const key = cursor.name();
      const value: Expression = cursor.takeMark(":")
        ? readExpression(cursor)
        : { type: "variable", name: key, from, to: cursor.to };
      entries.push({ key, value });
    }
    if (!cursor.takeMark(",") && !cursor.atMark("}")) throw new Unreadable(cursor.from);
  }
  return entries;
}

const atom: Level = (cursor) => {
  const token = cursor.peek();
  if (token === undefined) throw new Unreadable(cursor.to);
  const { from, to, text } = token;
  switch (token.kind) {
    case "string":
      cursor.next();
      return { type: "literal", of: "string", text: text.slice(1, -1), from, to };
    case "number":
      cursor.next();
      return { type: "literal", of: /^0x|^0o|^\d+$/iu.test(text) ? "integer" : "float", text, from, to };
    case "parameter":
      cursor.next();
      return { type: "parameter", from, to };
    case "punctuation":
      return bracketed(cursor, from);
    default:
      return named(cursor, from);
  }
};

function bracketed(cursor: Cursor, from: number): Expression {
  if (atPattern(cursor)) return { type: "pattern", pattern: [readPathPattern(cursor)], from, to: cursor.to };
  if (cursor.atMark("{")) return { type: "map", entries: readEntries(cursor), from, to: cursor.to };
  if (cursor.takeMark("(")) {
    const inner = readExpression(cursor);
    cursor.need(")");
    // Its own brackets tell `(a ^ b) ^ c` from `a ^ b ^ c`.
    return { ...inner, from, to: cursor.to };
  }
  cursor.need("[");
  return listOrComprehension(cursor, from);
}

function listOrComprehension(cursor: Cursor, from: number): Expression {
  if (cursor.atName() && cursor.peek(1)?.text.toUpperCase() === "IN") {
    const variable = cursor.name();
    cursor.needWord("IN");
    const list = readExpression(cursor);
    const where = cursor.takeWords("WHERE") ? readExpression(cursor) : undefined;
    const result = cursor.takeMark("|") ? readExpression(cursor) : undefined;
    cursor.need("]");
    return { type: "comprehension", variable, list, where, result, from, to: cursor.to };
  }
  const begin = cursor.mark();
  const isNamed = cursor.atName() && cursor.peek(1)?.text === "=";
  if (isNamed || atPattern(cursor)) {
    const pattern = [readPathPattern(cursor)];
    if (cursor.atWord("WHERE") || cursor.atMark("|")) {
      const where = cursor.takeWords("WHERE") ? readExpression(cursor) : undefined;
      cursor.need("|");
      const result = readExpression(cursor);
      cursor.need("]");
      return { type: "patternComprehension", pattern, where, result, from, to: cursor.to };
    }
    cursor.reset(begin);
  }
  const items: Expression[] = [];
  while (!cursor.takeMark("]")) {
    items.push(readExpression(cursor));
    if (!cursor.takeMark(",") && !cursor.atMark("]")) throw new Unreadable(cursor.from);
  }
  return { type: "list", items, from, to: cursor.to };
}

function named(cursor: Cursor, from: number): Expression {
  const after = cursor.peek(1)?.text;
  if (cursor.atWord("TRUE", "FALSE", "NULL") && after !== "." && after !== "(") {
    const text = cursor.name();
    return { type: "literal", of: text.toUpperCase() === "NULL" ? "null" : "boolean", text, from, to: cursor.to };
  }
  if (cursor.atWord("CASE")) return readCase(cursor, from);
  if (cursor.atWord("EXISTS", "COUNT", "COLLECT") && after === "{") return readSubquery(cursor, from);
  if (after === "(" && cursor.atWord(...QUANTIFIERS, "REDUCE")) return readQuantifier(cursor, from);
  let name = cursor.name();
  const begin = cursor.mark();
  while (cursor.takeMark(".") && cursor.atName()) name += `.${cursor.name()}`;
  if (cursor.atMark("(")) return readCall(cursor, name, from);
  cursor.reset(begin);
  return { type: "variable", name: name.split(".")[0] ?? name, from, to: cursor.to };
}

function readCall(cursor: Cursor, name: string, from: number): Expression {
  const args: Expression[] = [];
  cursor.need("(");
  cursor.takeWords("DISTINCT");
  if (cursor.takeMark("*")) cursor.need(")");
  else {
    while (!cursor.takeMark(")")) {
      args.push(atPattern(cursor) ? bracketed(cursor, cursor.from) : readExpression(cursor));
      if (!cursor.takeMark(",") && !cursor.atMark(")")) throw new Unreadable(cursor.from);
    }
  }
  return { type: "call", name: name.toLowerCase(), args, from, to: cursor.to };
}

function readQuantifier(cursor: Cursor, from: number): Expression {
  const name = cursor.name().toLowerCase();
  cursor.need("(");
  const first = cursor.name();
  if (name === "reduce") {
    cursor.need("=");
    const start = readExpression(cursor);
    cursor.need(",");
    const variable = cursor.name();
    cursor.needWord("IN");
    const list = readExpression(cursor);
    cursor.need("|");
    const step = readExpression(cursor);
    cursor.need(")");
    return { type: "reduce", accumulator: first, start, variable, list, step, from, to: cursor.to };
  }
  cursor.needWord("IN");
  const list = readExpression(cursor);
  cursor.needWord("WHERE");
  const where = readExpression(cursor);
  cursor.need(")");
  return { type: "quantifier", name, variable: first, list, where, from, to: cursor.to };
}

function readCase(cursor: Cursor, from: number): Expression {
  cursor.needWord("CASE");
  const operand = cursor.atWord("WHEN") ? undefined : readExpression(cursor);
  const branches: { when: Expression; result: Expression }[] = [];
  while (cursor.takeWords("WHEN")) {
    const when = readExpression(cursor);
    cursor.needWord("THEN");
    branches.push({ when, result: readExpression(cursor) });
  }
  const otherwise = cursor.takeWords("ELSE") ? readExpression(cursor) : undefined;
  cursor.needWord("END");
  return { type: "case", operand, branches, otherwise, from, to: cursor.to };
}

function readSubquery(cursor: Cursor, from: number): Expression {
  const of = cursor.name().toUpperCase() as "EXISTS" | "COUNT" | "COLLECT";
  cursor.need("{");
  const clauses = cursor.atMark("(") ? [readBarePattern(cursor)] : readClauses(cursor);
  cursor.need("}");
  return { type: "subquery", of, clauses, from, to: cursor.to };
}

const readBarePattern = (
  cursor: Cursor,
): { type: "match"; pattern: ReturnType<typeof readPathPattern>[]; where?: Expression } => {
  const pattern = [readPathPattern(cursor)];
  while (cursor.takeMark(",")) pattern.push(readPathPattern(cursor));
  return cursor.takeWords("WHERE")
    ? { type: "match", pattern, where: readExpression(cursor) }
    : { type: "match", pattern };
};
