/**
 * Plan gate 计划关: decides from the engine's own EXPLAIN whether a query may run. The plan is what the engine will do,
 * however the query is worded; only operators known to read pass.
 */
export type Refusal = { readonly kind: "write" | "file" | "procedure" | "unknown"; readonly name: string };

const READING = new Set([
  "Return",
  "Project",
  "Filter",
  "NodeScan",
  "EdgeScan",
  "Expand",
  "ShortestPath",
  "Aggregate",
  "HorizontalAggregate",
  "Sort",
  "Skip",
  "Limit",
  "Distinct",
  "Unwind",
  "Bind",
  "MapCollect",
  "Apply",
  "Empty",
  "ParameterScan",
  "Union",
  "Join",
  "LeftJoin",
  "AntiJoin",
  "MultiWayJoin",
  "Except",
  "Intersect",
  "Otherwise",
  // An operator that has no name of its own in the plan: what CALL and FOREACH hand to their inside.
  "Discriminant",
]);

const FILE = /^Load/u;
/** Reading metadata that Neo4j offers under the same names. */
export const ALLOWED_PROCEDURES: ReadonlySet<string> = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
]);

/** Operators inside an expression (EXISTS, COUNT) are printed as structures; strings in them are quoted and go first. */
const NESTED =
  /\b(Load\w*|CallProcedure|Create\w*|Merge\w*|Delete\w*|SetProperty|AddLabel|RemoveLabel|Insert\w*|Drop\w*)Op\b/u;

export function refusalOf(plan: string): Refusal | undefined {
  const lines = plan.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return { kind: "unknown", name: "" };
  for (const line of lines) {
    const name = /^\s*(\w+)/u.exec(line)?.[1] ?? "";
    if (name === "CallProcedure") {
      const procedure = /^\s*CallProcedure \((.*)\)$/u.exec(line)?.[1] ?? "";
      if (!ALLOWED_PROCEDURES.has(procedure)) return { kind: "procedure", name: procedure };
      continue;
    }
    if (FILE.test(name)) return { kind: "file", name };
    if (/^(?:Create|Merge|Delete|Set|Add|Remove|Insert|Drop|Clear|Copy|Move|Modify)/u.test(name)) {
      return { kind: "write", name };
    }
    if (!READING.has(name)) return { kind: "unknown", name };
    if (line.endsWith("[after the write]")) return { kind: "write", name };
    const nested = NESTED.exec(line.replace(/"(?:[^"\\]|\\.)*"/gu, '""'))?.[1];
    if (nested !== undefined) {
      return { kind: FILE.test(nested) ? "file" : nested === "CallProcedure" ? "procedure" : "write", name: nested };
    }
  }
  return undefined;
}
