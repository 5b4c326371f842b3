/** What `ceyuan remove` says. */
export const removeInChinese = {
  description: "从 Neo4j 服务器上的图里移除一份文件及只由它支撑的内容",
  document: "文件的文号、标题或标识，或其中能唯一确定它的一部分",
  dryRun: "只说会移除多少，不写入",
  notes: `一并移除的有：它的条款、任务、指标，由它的文字证明的关系，以及再没有别的文件提到的单位、领导、条文和文件。
仍被别的文件引用时，它自己作为被引用的文件留下。
文件夹里的图由公文建成：把文件从公文文件夹里拿走，再运行 ceyuan build。`,
  ofServer: "remove 用于 Neo4j 服务器上的图，文件夹里的图由公文建成",
  ofServerHint: "把文件从公文文件夹里拿走，再运行 ceyuan build；服务器用 --store neo4j://主机:7687#图名",
  would: (document: string, nodes: number, edges: number) =>
    `将移除 ${document}：${nodes} 个节点，${edges} 条关系（--dry-run，未写入）`,
  done: (document: string, nodes: number, edges: number) => `已移除 ${document}：${nodes} 个节点，${edges} 条关系`,
};

export const removeInEnglish: typeof removeInChinese = {
  description: "take a document, and what only it supports, out of a graph on a Neo4j server",
  document: "number, title or id of the document, or a part that only one has",
  dryRun: "say how much would be removed and write nothing",
  notes: `With it go its clauses, tasks and targets, the relations that its words prove, and the bodies, leaders, articles and
documents that no other document names. Where another cites it, it stays as a document that is cited.
The graph in a folder is built from documents: take the file out of their folder and run ceyuan build.`,
  ofServer: "remove is for graphs on a Neo4j server; the graph in a folder is built from documents",
  ofServerHint:
    "take the file out of their folder and run ceyuan build; for a server use --store neo4j://host:7687#graph",
  would: (document, nodes, edges) =>
    `would remove ${document}: ${nodes} nodes, ${edges} relations (--dry-run, nothing written)`,
  done: (document, nodes, edges) => `removed ${document}: ${nodes} nodes, ${edges} relations`,
};
