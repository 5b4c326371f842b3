import type { Expression } from "./ast.ts";
import type { Checker, Scope } from "./check.ts";
import * as K from "./kinds.ts";

type Call = Extract<Expression, { type: "call" }>;

const RESULTS: Readonly<Record<string, K.Kind>> = {
  count: K.INTEGER,
  size: K.INTEGER,
  length: K.INTEGER,
  id: K.INTEGER,
  tointeger: K.INTEGER,
  range: K.listOf(K.INTEGER),
  type: K.STRING,
  elementid: K.STRING,
  tostring: K.STRING,
  toupper: K.STRING,
  tolower: K.STRING,
  trim: K.STRING,
  ltrim: K.STRING,
  rtrim: K.STRING,
  replace: K.STRING,
  substring: K.STRING,
  left: K.STRING,
  right: K.STRING,
  split: K.listOf(K.STRING),
  labels: K.listOf(K.STRING),
  keys: K.listOf(K.STRING),
  nodes: K.listOf(K.NODE),
  relationships: K.listOf(K.EDGE),
  rels: K.listOf(K.EDGE),
  startnode: K.NODE,
  endnode: K.NODE,
  properties: K.MAP,
  tofloat: K.FLOAT,
  rand: K.FLOAT,
  sqrt: K.FLOAT,
  exists: K.BOOLEAN,
  isempty: K.BOOLEAN,
  toboolean: K.BOOLEAN,
};

const TEMPORAL = /^(?:date|time|datetime|localtime|localdatetime|duration)(?:\.|$)/u;

/** What a function gives, and what is known to go wrong in it. */
export function inferCall(checker: Checker, call: Call, scope: Scope): K.Kind {
  const kinds = call.args.map((arg) => checker.kindOf(arg, scope));
  const first = kinds[0] ?? K.ANY;
  const { name } = call;
  if (TEMPORAL.test(name)) {
    checker.add("temporal", call);
    return K.TEMPORAL;
  }
  switch (name) {
    case "collect":
      return K.listOf(first);
    case "head":
    case "last":
      return first.of ?? K.ANY;
    case "tail":
    case "reverse":
    case "abs":
      return first;
    case "coalesce":
      return K.asRaw(K.joinAll(kinds));
    case "min":
    case "max":
      if (first.mixed !== undefined) checker.add("mixed-order", call);
      return K.asRaw(first);
    case "percentilecont":
    case "percentiledisc":
      if (call.args[1]?.type !== "literal") checker.add("percentile-parameter", call.args[1] ?? call);
      return K.FLOAT;
    case "tointeger":
      checkToInteger(checker, call, first);
      break;
    case "tostring":
      if (first.name === "float") checker.add("float-text", call);
      break;
    case "round":
      checkRound(checker, call);
      return K.FLOAT;
    default:
  }
  return RESULTS[name] ?? K.ANY;
}

function checkToInteger(checker: Checker, call: Call, kind: K.Kind): void {
  const arg = call.args[0];
  if (arg?.type === "literal" && arg.of === "string") {
    if (arg.text.includes(".")) checker.add("decimal-text", call);
  } else if (kind.name === "string" || kind.name === "any") checker.add("unknown-text", call);
}

function checkRound(checker: Checker, call: Call): void {
  const arg = call.args[0];
  if (arg?.type === "unary" && arg.operator === "-") checker.add("round-negative", call);
  else if (arg?.type !== "literal") checker.add("round-unknown", call);
}
