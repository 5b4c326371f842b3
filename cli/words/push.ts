/** What `ceyuan push` says, in a file of its own: it is the one command that speaks of servers. */
export const pushInChinese = {
  description: "把建成的图推送到 Neo4j 服务器",
  to: "服务器地址，可带图名：neo4j://主机:7687#图名（默认看环境变量 NEO4J_URI，否则为本机）",
  graph: "数据库中图的名称；不同名称的图互不相干",
  database: "数据库（默认为该用户的主数据库）",
  credentials: "凭据文件，权限须为 0600，内有 NEO4J_USERNAME=… 和 NEO4J_PASSWORD=…",
  dryRun: "只列出会写入什么，不写入",
  changed: "只比对两次构建，写入变化的部分，不读回数据库里的图",
  merge: "并入已有的图：保留数据库里有而这次没有的内容",
  notes: `用户名和密码由环境变量 NEO4J_USERNAME、NEO4J_PASSWORD 或凭据文件给出，不写在命令行上。
推送中断后，原有的图照常可用；再运行一次会接着做。
没有服务器时，可用 Docker 启动一个：`,
  connecting: "连接服务器",
  compare: "读回已有的图",
  nodes: "写入节点",
  edges: "写入关系",
  save: "启用新图、清理旧图",
  added: "新增",
  changedItems: "修改",
  removed: "删除",
  kinds: "节点与关系",
  target: (graph: string, host: string, agent: string) => `图 ${graph}，服务器 ${host}（${agent}）`,
  nothing: (graph: string) => `图 ${graph} 已是最新，没有可写的`,
  resumes: "接着上次中断的推送",
  would: (count: number) => `将写入 ${count} 处变化（--dry-run，未写入）`,
  done: (graph: string, nodes: number, edges: number, seconds: string) =>
    `已推送到图 ${graph}：${nodes} 个节点，${edges} 条关系，用时 ${seconds} 秒`,
};

export const pushInEnglish: typeof pushInChinese = {
  description: "push the graph to a Neo4j server",
  to: "address of the server, with a graph if need be: neo4j://host:7687#graph (default: NEO4J_URI, else this machine)",
  graph: "name of the graph in the database; graphs of different names have nothing to do with each other",
  database: "database (default: the user's home database)",
  credentials: "file of credentials, mode 0600, with NEO4J_USERNAME=… and NEO4J_PASSWORD=…",
  dryRun: "list what would be written and write nothing",
  changed: "compare the two builds and write what changed, without reading the database's graph back",
  merge: "merge into the graph there is: keep what it has beside",
  notes: `User and password come from NEO4J_USERNAME and NEO4J_PASSWORD or a file of credentials, never the command line.
When a push is interrupted the graph there was stays usable; the next push goes on.
Where there is no server, Docker starts one:`,
  connecting: "connecting",
  compare: "reading the graph there is",
  nodes: "writing nodes",
  edges: "writing relations",
  save: "switching, removing the old",
  added: "new",
  changedItems: "changed",
  removed: "removed",
  kinds: "nodes and relations",
  target: (graph, host, agent) => `graph ${graph}, server ${host} (${agent})`,
  nothing: (graph) => `graph ${graph} is up to date, nothing to write`,
  resumes: "going on with the push that was interrupted",
  would: (count) => `would write ${count} changes (--dry-run, nothing written)`,
  done: (graph, nodes, edges, seconds) => `pushed to graph ${graph}: ${nodes} nodes, ${edges} relations, ${seconds} s`,
};
