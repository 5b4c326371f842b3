import { CeyuanError } from "../../model/errors.ts";
import type { GraphData } from "../../model/graph-data.ts";
import { GRAPH } from "./driver-values.ts";

/** Names of graphs: whatever one line can hold. */
export function checkGraphName(name: string): void {
  if (/^[^\s\p{C}](?:[^\p{C}]{0,98}[^\s\p{C}])?$/u.test(name)) return;
  throw new CeyuanError("graph-name-invalid", `图名无效 (invalid name of a graph): ${JSON.stringify(name)}`, {
    hint: "1 到 100 个字符，首尾不能是空格 (1 to 100 characters, no space at the ends)",
  });
}

/** Throws `CeyuanError` (`load-invalid`) where a node has the property that this store keeps for itself. */
export function checkStorable(graph: GraphData): void {
  const taken = graph.nodes.find(({ properties }) => GRAPH in properties);
  if (taken === undefined) return;
  throw new CeyuanError(
    "load-invalid",
    `图数据不能载入 (the graph cannot be loaded): ${taken.id}: 属性名 ${GRAPH} 在 Neo4j 中是保留的 (reserved)`,
  );
}
