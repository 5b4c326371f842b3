import type { Expression } from "./ast.ts";
import type { Checker, Scope } from "./check.ts";
import * as K from "./kinds.ts";

type Binary = Extract<Expression, { type: "binary" }>;

const ORDERING = new Set(["<", "<=", ">", ">="]);
const EQUALITY = new Set(["=", "<>"]);
const BOOLEAN_OPERATORS = new Set(["AND", "OR", "XOR", "=~", "STARTS WITH", "ENDS WITH", "CONTAINS"]);

/** What an operator between two values 二元运算 gives, and what is known to go wrong in it. */
export function inferBinary(checker: Checker, value: Binary, scope: Scope): K.Kind {
  const [left, right] = [checker.kindOf(value.left, scope), checker.kindOf(value.right, scope)];
  const { operator } = value;
  if (EQUALITY.has(operator)) checkEquality(checker, left, right, value);
  else if (ORDERING.has(operator)) checkOrder(checker, left, right, value);
  else if (operator === "IN") checkMembership(checker, left, right, value);
  else if (!BOOLEAN_OPERATORS.has(operator)) return inferArithmetic(checker, value, left, right);
  return K.BOOLEAN;
}

/** `=`, `<>` and the branches of CASE. */
export function checkEquality(checker: Checker, left: K.Kind, right: K.Kind, place: Expression): void {
  if (K.isMixed(left, right)) checker.add("mixed-comparison", place);
  const inside = [left, right].filter(({ name }) => name === "list" || name === "map");
  if (inside.some(K.holdsNull)) checker.add("null-inside", place);
  else if (left.of !== undefined && right.of !== undefined && K.isMixed(left.of, right.of)) {
    checker.add("mixed-comparison", place);
  } else if (inside.some((kind) => kind.of === undefined || kind.of.name === "any" || kind.of.name === "list")) {
    checker.add("list-equality", place);
  }
}

function checkOrder(checker: Checker, left: K.Kind, right: K.Kind, place: Expression): void {
  for (const { name } of [left, right]) {
    if (name === "boolean") return checker.add("boolean-order", place);
    if (name === "list") return checker.add("list-order", place);
  }
  if (K.isMixed(left, right)) checker.add("mixed-comparison", place);
  return undefined;
}

function checkMembership(checker: Checker, left: K.Kind, right: K.Kind, place: Binary): void {
  if (place.left.type === "parameter" && place.right.type === "parameter") checker.add("null-in-empty", place);
  const of = right.of ?? K.ANY;
  if (K.isMixed(left, of) || of.mixed === "scalars") checker.add("mixed-comparison", place);
  if (left.name === "list" || of.name === "list") {
    checker.add(K.holdsNull(left) || K.holdsNull(of) ? "null-inside" : "list-equality", place);
  }
}

function inferArithmetic(checker: Checker, value: Binary, left: K.Kind, right: K.Kind): K.Kind {
  if (value.operator === "^") {
    const chained = [value.left, value.right].some(
      (side) => side.type === "binary" && side.operator === "^" && side.from === side.left.from,
    );
    if (chained) checker.add("power-chain", value);
    return K.FLOAT;
  }
  if (value.operator !== "+" || (left.name !== "list" && right.name !== "list")) {
    if (left.name === "string" || right.name === "string") return K.STRING;
    return K.isNumber(left) && K.isNumber(right) ? K.join(left, right) : K.ANY;
  }
  if (left.name === "list" && right.name === "list") return K.asRaw(K.join(left, right));
  const other = left.name === "list" ? right : left;
  if (other.name !== "null") checker.add(other.name === "any" ? "list-plus-unknown" : "list-plus-value", value);
  return left.name === "list" ? left : right;
}
