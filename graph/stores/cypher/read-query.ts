import type { Clause, Expression, Item, PathPattern } from "./ast.ts";
import { Cursor, Unreadable } from "./cursor.ts";
import { tokenize } from "./lexer.ts";
import { readExpression } from "./read-expression.ts";
import { readPathPattern } from "./read-pattern.ts";

/** Reads a query that only reads. Throws `Unreadable` at the first thing it does not know. */
export function readQuery(query: string): Clause[] {
  const cursor = new Cursor(tokenize(query));
  while (cursor.takeWords("EXPLAIN") || cursor.takeWords("PROFILE"));
  const clauses = readClauses(cursor);
  cursor.takeMark(";");
  if (!cursor.done) throw new Unreadable(cursor.from);
  return clauses;
}

/** The clauses up to the end or to a closing brace. */
export function readClauses(cursor: Cursor): Clause[] {
  const clauses: Clause[] = [];
  while (!cursor.done && !cursor.atMark("}", ";")) clauses.push(readClause(cursor));
  return clauses;
}

function readClause(cursor: Cursor): Clause {
  if (cursor.takeWords("OPTIONAL", "MATCH") || cursor.takeWords("MATCH")) return readMatch(cursor);
  if (cursor.takeWords("WITH")) return readProjection(cursor, false);
  if (cursor.takeWords("RETURN")) return readProjection(cursor, true);
  if (cursor.takeWords("UNWIND")) {
    const value = readExpression(cursor);
    cursor.needWord("AS");
    return { type: "unwind", value, variable: cursor.name() };
  }
  if (cursor.takeWords("UNION")) {
    cursor.takeWords("ALL");
    return { type: "union" };
  }
  if (cursor.takeWords("CALL")) return readCall(cursor);
  throw new Unreadable(cursor.from);
}

function readMatch(cursor: Cursor): Clause {
  const pattern: PathPattern[] = [readPathPattern(cursor)];
  while (cursor.takeMark(",")) pattern.push(readPathPattern(cursor));
  return { type: "match", pattern, where: cursor.takeWords("WHERE") ? readExpression(cursor) : undefined };
}

function readItem(cursor: Cursor): Item {
  const value = readExpression(cursor);
  const own = value.type === "variable" ? value.name : undefined;
  return { value, name: cursor.takeWords("AS") ? cursor.name() : own, from: value.from, to: cursor.to };
}

function readProjection(cursor: Cursor, last: boolean): Clause {
  const distinct = cursor.takeWords("DISTINCT");
  const star = cursor.takeMark("*");
  const items: Item[] = [];
  if (!star || cursor.takeMark(",")) {
    do items.push(readItem(cursor));
    while (cursor.takeMark(","));
  }
  const order: Expression[] = [];
  const bounds: Expression[] = [];
  if (cursor.takeWords("ORDER", "BY")) {
    do {
      order.push(readExpression(cursor));
      for (const direction of ["ASC", "ASCENDING", "DESC", "DESCENDING"]) cursor.takeWords(direction);
    } while (cursor.takeMark(","));
  }
  while (cursor.takeWords("SKIP") || cursor.takeWords("OFFSET") || cursor.takeWords("LIMIT")) {
    bounds.push(readExpression(cursor));
  }
  const where = !last && cursor.takeWords("WHERE") ? readExpression(cursor) : undefined;
  return { type: "project", last, star, distinct, items, order, bounds, where };
}

function readCall(cursor: Cursor): Clause {
  if (cursor.takeMark("(")) {
    while (!cursor.takeMark(")")) cursor.next();
  }
  if (cursor.takeMark("{")) {
    const clauses = readClauses(cursor);
    cursor.need("}");
    return { type: "subquery", clauses };
  }
  cursor.name();
  while (cursor.takeMark(".")) cursor.name();
  const args: Expression[] = [];
  if (cursor.takeMark("(")) {
    while (!cursor.takeMark(")")) {
      args.push(readExpression(cursor));
      cursor.takeMark(",");
    }
  }
  const yields: string[] = [];
  if (cursor.takeWords("YIELD")) {
    do {
      const name = cursor.name();
      yields.push(cursor.takeWords("AS") ? cursor.name() : name);
    } while (cursor.takeMark(","));
    if (cursor.takeWords("WHERE")) args.push(readExpression(cursor));
  }
  return { type: "procedure", args, yields };
}
