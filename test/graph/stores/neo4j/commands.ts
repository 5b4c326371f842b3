import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { ceyuan, scratchFolder } from "../../../cli/run-ceyuan.ts";
import { sampleGraph } from "../sample-graph.ts";

export function describeCommands(address: () => Neo4jAddress): void {
  describe("commands for a graph on a server", { timeout: 120_000 }, () => {
    it("ceyuan search and ceyuan remove: a document by its number, tried first; the rest stays", async () => {
      const graph = randomUUID();
      const store = await Neo4jStore.at(address(), graph);
      await store.load(sampleGraph);
      const folder = scratchFolder();
      const env = { NEO4J_PASSWORD: address().credentials?.password };
      const run = (...args: string[]) => ceyuan([...args, "--store", `${address().url}#${graph}`], folder, env);

      expect((await run("search", "人社")).out).toMatch(/单位 +临江市人力资源和社会保障局 +市人社局 +agency/u);
      const tried = await run("remove", "临工总发[2030]8号", "--dry-run");
      expect([tried.code, tried.out]).toEqual([
        0,
        expect.stringMatching(/^将移除 doc\/临工总发〔2030〕8号：\d+ 个节点，23 条关系（--dry-run，未写入）\n$/u),
      ]);
      expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length);
      const wrong = await run("remove", "临工总发〔2031〕8号");
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("图中没有文件 临工总发〔2031〕8号")]);
      const removed = await run("remove", "技能提升行动方案");
      expect([removed.code, removed.out]).toEqual([0, expect.stringMatching(/^已移除 doc\/临工总发〔2030〕8号：/u)]);
      expect(await store.search("总工会")).toEqual([]);
      expect((await store.statistics()).nodesByLabel).not.toHaveProperty("Task");
      await store.close();
    });
  });
}
