import { CeyuanError } from "../model/errors.ts";
import type { EdgeData, GraphData, NodeData } from "../model/graph-data.ts";
import { weightOf } from "./columns.ts";
import type { Positions } from "./drawn.ts";
import { byId, canonicalEdge, canonicalNode } from "./json.ts";

const FORMAT = "ceyuan-graph";
const VERSION = 1;

/**
 * JSON Lines export 逐行 JSON 导出: a line that says what it is and how much follows, then a node or edge a line, nodes first.
 * Nothing is lost: `fromJsonl` gives the same graph back, whatever database it went through. Where a node is drawn and what
 * an edge weighs stand beside them.
 */
export function* toJsonl({ nodes, edges }: GraphData, positions: Positions = {}): Generator<string> {
  yield `${JSON.stringify({ format: FORMAT, version: VERSION, nodes: nodes.length, edges: edges.length })}\n`;
  for (const node of [...nodes].sort(byId)) {
    yield `${JSON.stringify({ node: canonicalNode(node), position: positions[node.id] })}\n`;
  }
  for (const edge of [...edges].sort(byId)) {
    yield `${JSON.stringify({ edge: canonicalEdge(edge), weight: weightOf(edge) })}\n`;
  }
}

const invalid = (line: number, message: string): CeyuanError =>
  new CeyuanError("graph-jsonl-invalid", `第 ${line} 行 (line ${line}): ${message}`, {
    hint: "文件应由 ceyuan export --format jsonl 写成 (the file must come from ceyuan export --format jsonl)",
  });

function parseLine(text: string, line: number): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === "object" && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  } catch (error) {
    throw invalid(line, `不是有效的 JSON (not valid JSON): ${(error as Error).message}`);
  }
  throw invalid(line, "应为一个对象 (must be an object)");
}

const hasStrings = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  keys.every((key) => typeof (value as Record<string, unknown>)[key] === "string") &&
  typeof (value as Record<string, unknown>)["properties"] === "object" &&
  (value as Record<string, unknown>)["properties"] !== null;

/** Reads what `toJsonl` wrote, a line at a time. Throws `CeyuanError` (`graph-jsonl-invalid`) naming the line. */
export function fromJsonl(lines: Iterable<string>): GraphData {
  const nodes: NodeData[] = [];
  const edges: EdgeData[] = [];
  let expected: { nodes?: unknown; edges?: unknown } | undefined;
  let at = 0;
  for (const text of lines) {
    at++;
    if (text.trim() === "") continue;
    const data = parseLine(text, at);
    if (expected === undefined) {
      if (data["format"] !== FORMAT) throw invalid(at, `缺少首行 {"format":"${FORMAT}"} (the first line is missing)`);
      if (Number(data["version"]) > VERSION) throw invalid(at, "由更新版本写成 (written by a newer version)");
      expected = data;
    } else if (hasStrings(data["node"], ["id", "label"])) nodes.push(data["node"] as NodeData);
    else if (hasStrings(data["edge"], ["id", "type", "source", "target"])) edges.push(data["edge"] as EdgeData);
    else throw invalid(at, "既不是节点也不是边 (neither a node nor an edge)");
  }
  if (expected === undefined) throw invalid(1, "文件是空的 (the file is empty)");
  if (expected.nodes !== nodes.length || expected.edges !== edges.length) {
    const wanted = `${String(expected.nodes)} + ${String(expected.edges)}`;
    throw invalid(at, `文件不完整：应有 ${wanted}，实有 ${nodes.length} + ${edges.length} (the file is incomplete)`);
  }
  return { nodes, edges };
}
