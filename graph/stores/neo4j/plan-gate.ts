import type { Plan } from "neo4j-driver";
import { isKeyword, isMark, isWord, type Token, tokenize } from "../cypher/lexer.ts";
import { ALLOWED_PROCEDURES, type Refusal } from "../grafeo/plan-gate.ts";
import { GRAPH } from "./driver-values.ts";
import { GRAPH_PARAMETER } from "./keep-apart.ts";
import { nodePatterns } from "./node-patterns.ts";

/** What a server that plans a query may be asked to bear; planning cannot be stopped. */
const MOST = { characters: 200_000, tokens: 10_000, depth: 60, nodes: 100 } as const;

/** Namespaces of functions that are part of Cypher; all others are of plugins, and some of those read files or the network. */
const NAMESPACES = new Set(["date", "time", "localtime", "datetime", "localdatetime", "duration", "point", "vector"]);

const isName = (token: Token | undefined): boolean => token?.kind === "word" || token?.kind === "quoted";
const nameOf = ({ text }: Token): string => text.replaceAll("`", "");

/** A query too large to hand to the server; says in what. */
export function excessOf(query: string): string | undefined {
  if (query.length > MOST.characters) return `${query.length} > ${MOST.characters} 个字符 (characters)`;
  const tokens = tokenize(query);
  if (tokens.length > MOST.tokens) return `${tokens.length} > ${MOST.tokens} 个词 (tokens)`;
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, "(", "[", "{")) depth++;
    if (isMark(token, ")", "]", "}")) depth--;
    if (depth > MOST.depth) return `括号超过 ${MOST.depth} 层 (levels of brackets)`;
  }
  const nodes = nodePatterns(tokens).length;
  return nodes > MOST.nodes ? `${nodes} > ${MOST.nodes} 个节点模式 (node patterns)` : undefined;
}

/** Words that begin what is about the server or its schema and no query of a graph. */
const ADMINISTERING =
  "SHOW TERMINATE ALTER DROP GRANT DENY REVOKE RENAME START STOP ENABLE DISABLE DEALLOCATE REALLOCATE DRYRUN PROFILE EXPLAIN".split(
    " ",
  );

/** What the words give away before any plan: administration, other databases, procedures, functions of plugins. */
export function refusalOfWords(query: string): Refusal | undefined {
  // Neo4j reads \u0027 as a quote wherever it stands: what follows would not be what it seems.
  if (/\\u+(?:00(?:22|27|5c|60|2a|2f|0a|0d)|2019)/iu.test(query)) return { kind: "unknown", name: "\\u…" };
  const tokens = tokenize(query);
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, "\\")) return { kind: "unknown", name: "\\" };
    if (index === 0 && isWord(token, ...ADMINISTERING)) return { kind: "unknown", name: token.text.toUpperCase() };
    if (index === 0 && isWord(token, "CREATE") && isName(tokens[1])) return { kind: "write", name: "CREATE" };
    if (isWord(token, "USE") && usesDatabase(tokens, index)) return { kind: "procedure", name: "USE" };
    const procedure = procedureAt(tokens, index);
    if (procedure !== undefined && !ALLOWED_PROCEDURES.has(procedure)) return { kind: "procedure", name: procedure };
    const called = functionAt(tokens, index);
    if (called !== undefined && !NAMESPACES.has(called.split(".")[0]?.toLowerCase() ?? "")) {
      return { kind: "procedure", name: called };
    }
  }
  return undefined;
}

/** `USE name` where a clause can begin. */
function usesDatabase(tokens: readonly Token[], index: number): boolean {
  if (!isKeyword(tokens, index) || !isName(tokens[index + 1])) return false;
  const before = tokens[index - 1];
  return before === undefined || isMark(before, "{", ";", ")") || isWord(before, "UNION", "ALL", "DISTINCT");
}

/** The procedure that a CALL at `index` names. */
function procedureAt(tokens: readonly Token[], index: number): string | undefined {
  if (!isWord(tokens[index], "CALL") || !isKeyword(tokens, index) || !isName(tokens[index + 1])) return undefined;
  let name = "";
  for (let at = index + 1; isName(tokens[at]); at += 2) {
    name += nameOf(tokens[at] as Token);
    if (!isMark(tokens[at + 1], ".")) return name;
    name += ".";
  }
  return name;
}

/** The name of the function with a namespace (`a.b.c(`) that ends at `index`; procedures aside. */
function functionAt(tokens: readonly Token[], index: number): string | undefined {
  if (!isMark(tokens[index + 1], "(") || !isName(tokens[index]) || !isMark(tokens[index - 1], ".")) return undefined;
  let begin = index;
  while (isMark(tokens[begin - 1], ".") && isName(tokens[begin - 2])) begin -= 2;
  if (begin === index || isWord(tokens[begin - 1], "CALL")) return undefined;
  const names = tokens.slice(begin, index + 1).filter(isName);
  return names.map(nameOf).join(".");
}

function* operatorsOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.children) yield* operatorsOf(child);
}

const kindOf = ({ operatorType }: Plan): string => operatorType.replace(/@.*$/u, "");

export const detailsOf = ({ arguments: given }: Plan): string => {
  const { Details: details } = given as Record<string, unknown>;
  return typeof details === "string" ? details : "";
};

const WRITING =
  /^(?:Create|Merge|Set|Delete|DetachDelete|Remove|Foreach|LockNodes|AssertSameNode|Drop|Alter|DoNothing)/u;
const ADMINISTRATION = /^(?:Show|Terminate|Administration|Transaction|System|Start|Stop|Grant|Deny|Revoke|Enable)/u;

/** Decides from the server's own plan whether a query may run: it only reads, no files, no procedure but those allowed. */
export function refusalOfPlan(plan: Plan, queryType: string): Refusal | undefined {
  for (const operator of operatorsOf(plan)) {
    const name = kindOf(operator);
    if (name.startsWith("Load")) return { kind: "file", name };
    if (name.endsWith("ProcedureCall")) {
      const procedure = detailsOf(operator).replace(/\(.*$/su, "").trim();
      if (!ALLOWED_PROCEDURES.has(procedure)) return { kind: "procedure", name: procedure };
    }
    if (ADMINISTRATION.test(name)) return { kind: "procedure", name };
    if (WRITING.test(name)) return { kind: "write", name };
  }
  return queryType === "r" ? undefined : { kind: "write", name: queryType };
}

/** Operators that begin with nothing: no nodes come out of them but those that came in. */
const WITHOUT_NODES = /^(?:Argument|EmptyRow|EmptyResult|ProcedureCall|Input|Projection|Unwind)/u;
/** Operators whose details say which rows go on; others name properties only to return them. */
const CHOOSING = /^(?:Filter|.*Seek|.*Scan|.*Expand|.*ShortestPath|.*Repeat|.*Trail|.*Trails)/u;

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
/** True where `name` stands in the text by itself, not as part of a longer name. */
const standsIn = (text: string, name: string, behind = ""): boolean =>
  new RegExp(`(?<![\\w\\u0080-\\uffff\`])${escaped(name)}(?![\\w\\u0080-\\uffff])${escaped(behind)}`, "u").test(text);

/**
 * The operator of a rewritten query's plan that brings in nodes without asking for their graph; nothing where the graph is
 * kept apart. Every node that a query begins with comes out of a leaf of the plan.
 */
export function leakOf(plan: Plan): string | undefined {
  const operators = [...operatorsOf(plan)];
  const conditions = operators
    .filter((operator) => CHOOSING.test(kindOf(operator)))
    .map(detailsOf)
    .join("\n")
    .replace(/cache\[(.+?)\]/gu, "$1");
  for (const operator of operators.filter(({ children }) => children.length === 0)) {
    const name = kindOf(operator);
    const details = detailsOf(operator);
    if (WITHOUT_NODES.test(name) || details.includes(`$${GRAPH_PARAMETER}`)) continue;
    const brought = operator.identifiers.filter((identifier) => standsIn(details, identifier));
    if (!brought.some((node) => standsIn(conditions, node, `.${GRAPH} = $${GRAPH_PARAMETER}`))) {
      return `${name} ${details}`.trim();
    }
  }
  return undefined;
}
