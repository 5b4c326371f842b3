import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { byId } from "../../../../graph/exports/json.ts";
import type { EdgeData, GraphData, NodeData } from "../../../../graph/model/graph-data.ts";
import { Connection, type Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { readVersion } from "../../../../graph/stores/neo4j/content.ts";
import { readRecord } from "../../../../graph/stores/neo4j/graph-record.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { planPush, type PushRequest, runPush } from "../../../../graph/stores/neo4j/push.ts";
import { ceyuan, scratchFolder } from "../../../cli/run-ceyuan.ts";
import { agencies, sampleGraph, tasks } from "../sample-graph.ts";

/** Other edits: a node gone with its edges, one changed, one that comes with another label, one new, an edge changed. */
const edited: GraphData = (() => {
  const [gone, became] = [tasks.award, agencies.districts];
  const nodes = sampleGraph.nodes
    .filter(({ id }) => id !== gone)
    .map((node): NodeData => {
      if (node.id === became) return { ...node, label: "Leader" };
      return node.id === agencies.education ? { ...node, properties: { name: "临江市教育和体育局" } } : node;
    });
  const edges = sampleGraph.edges
    .filter(({ source, target }) => source !== gone && target !== gone)
    .map((edge): EdgeData => (edge.type === "SERVES_IN" ? { ...edge, properties: { post: "主席" } } : edge));
  const added: NodeData = { id: "agency/临江市民政局", label: "Agency", properties: { name: "临江市民政局" } };
  const leads: EdgeData = {
    id: `LEADS|${added.id}|${tasks.survey}`,
    type: "LEADS",
    source: added.id,
    target: tasks.survey,
    properties: { rank: 2, confidence: 0.5 },
  };
  return { nodes: [...nodes, added].sort(byId), edges: [...edges, leads].sort(byId) };
})();

const sorted = ({ nodes, edges }: GraphData): GraphData => ({
  nodes: [...nodes].sort(byId),
  edges: [...edges].sort(byId),
});

export function describePush(address: () => Neo4jAddress): void {
  describe("push", { timeout: 120_000 }, () => {
    const using = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
      const connection = await Connection.open(address());
      return await work(connection).finally(() => connection.close());
    };
    const push = async (name: string, graph: GraphData, options: Partial<PushRequest> = {}): Promise<string> =>
      await using(async (connection) => {
        const request = { name, graph, build: "0123456789ab", ...options };
        const plan = await planPush(connection, request);
        await runPush(connection, request, plan);
        return plan.how;
      });
    const held = async (name: string): Promise<GraphData> =>
      await using((connection) =>
        connection.with("READ", (session) =>
          session.executeRead(async (tx) => {
            const record = await readRecord(tx, name);
            const graph = await readVersion(tx, record?.current ?? "");
            // What the record says is what is there.
            expect([record?.nodes, record?.edges]).toEqual([graph.nodes.length, graph.edges.length]);
            expect(record?.leftovers).toEqual([]);
            return sorted(graph);
          }),
        ),
      );

    it("loads what is not there, writes nothing the second time", async () => {
      const name = randomUUID();
      expect([await push(name, sampleGraph), await push(name, sampleGraph)]).toEqual(["load", "nothing"]);
      expect(await held(name)).toEqual(sorted(sampleGraph));
    });

    for (const [how, changes] of [
      ["changes", 1000],
      ["load", 0],
    ] as const) {
      it(`writes every kind of change and nothing else, by ${how}`, async () => {
        const name = randomUUID();
        const limits = { batch: 7, changes };
        await push(name, sampleGraph);
        expect(await push(name, edited, { limits, build: "b" })).toBe(how);
        expect(await held(name)).toEqual(sorted(edited));
        expect(await push(name, sampleGraph, { limits, build: "c" })).toBe(how);
        expect(await held(name)).toEqual(sorted(sampleGraph));
      });
    }

    it("puts right what somebody else changed in the database", async () => {
      const name = randomUUID();
      await push(name, sampleGraph);
      await using((connection) =>
        connection.with("WRITE", (session) =>
          session.executeWrite(async (tx) => {
            const record = await readRecord(tx, name);
            await tx.run("MATCH (t:Task {graph: $version}) DETACH DELETE t", { version: record?.current });
          }),
        ),
      );
      expect(await push(name, sampleGraph)).toBe("changes");
      expect(await held(name)).toEqual(sorted(sampleGraph));
    });

    it("takes the last push's word for what is there where an earlier build can be compared", async () => {
      const name = randomUUID();
      const asked: string[] = [];
      const earlier = (build: string): Promise<GraphData | undefined> => {
        asked.push(build);
        return Promise.resolve(build === "a" ? sampleGraph : undefined);
      };
      await push(name, sampleGraph, { build: "a" });
      expect(await push(name, edited, { build: "b", earlier })).toBe("changes");
      expect(await push(name, edited, { build: "b", earlier })).toBe("nothing");
      expect(asked).toEqual(["a", "b"]);
      expect(await held(name)).toEqual(sorted(edited));
    });

    it("merges: keeps what is there beside", async () => {
      const name = randomUUID();
      const other: GraphData = {
        nodes: [
          { id: agencies.union, label: "Agency", properties: { name: "临江市总工会", level: "city" } },
          { id: "task/别处#1", label: "Task", properties: { title: "别处的任务" } },
        ],
        edges: [
          {
            id: `LEADS|${agencies.union}|task/别处#1`,
            type: "LEADS",
            source: agencies.union,
            target: "task/别处#1",
            properties: { rank: 1 },
          },
        ],
      };
      await push(name, sampleGraph);
      await push(name, other, { merge: true });
      const { nodes, edges } = await held(name);
      expect([nodes.length, edges.length]).toEqual([sampleGraph.nodes.length + 1, sampleGraph.edges.length + 1]);
      expect(nodes.find(({ id }) => id === agencies.union)?.properties).toEqual(other.nodes[0]?.properties);
      await push(name, sampleGraph);
      expect(await held(name)).toEqual(sorted(sampleGraph));
    });

    it("leaves other graphs alone", async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      await push(one, sampleGraph);
      await push(other, edited);
      await push(other, { nodes: [], edges: [] }, { limits: { batch: 7, changes: 0 } });
      expect(await held(one)).toEqual(sorted(sampleGraph));
      expect(await held(other)).toEqual({ nodes: [], edges: [] });
    });

    it("refuses a plan that another push has overtaken", async () => {
      const name = randomUUID();
      await push(name, sampleGraph);
      await using(async (connection) => {
        const request = { name, graph: edited, build: "b" };
        const plan = await planPush(connection, request);
        await push(name, { nodes: sampleGraph.nodes, edges: [] }, { build: "c" });
        await expect(runPush(connection, request, plan)).rejects.toMatchObject({ code: "push-conflict" });
      });
      expect((await held(name)).edges).toEqual([]);
    });

    it("refuses a merge from which another write would be missing", async () => {
      const name = randomUUID();
      await push(name, sampleGraph);
      const store = await Neo4jStore.open(address(), name);
      await using(async (connection) => {
        for (const limits of [
          { batch: 7, changes: 0 },
          { batch: 7, changes: 1000 },
        ]) {
          const request = { name, graph: edited, build: "b", merge: true, limits };
          const plan = await planPush(connection, request);
          const id = `agency/${limits.changes}`;
          await store.upsert({ nodes: [{ id, label: "Agency", properties: { name: id } }], edges: [] });
          await expect(runPush(connection, request, plan)).rejects.toMatchObject({ code: "push-conflict" });
        }
        await push(name, sampleGraph, { merge: true, build: "c" });
      });
      await store.close();
      expect((await held(name)).nodes).toHaveLength(sampleGraph.nodes.length + 2);
    });

    it("refuses a graph that uses what the store keeps for itself", async () => {
      const nodes: NodeData[] = [{ id: "a", label: "Agency", properties: { graph: "x" } }];
      await expect(push(randomUUID(), { nodes, edges: [] })).rejects.toMatchObject({ code: "load-invalid" });
    });

    it("ceyuan push: from a build to a graph that can be queried; dry runs write nothing; no password is printed", async () => {
      const folder = scratchFolder();
      const name = `工会 ${randomUUID()}`;
      const env = { NEO4J_PASSWORD: address().credentials?.password };
      const run = (...more: string[]) => ceyuan(["push", "--to", `${address().url}#${name}`, ...more], folder, env);
      expect((await ceyuan(["build"], folder)).code).toBe(0);

      const dry = await run("--dry-run");
      expect([dry.code, dry.err]).toEqual([0, expect.stringContaining("Neo4j/5")]);
      expect(dry.out).toMatch(/牵头 +LEADS +\d+ +0 +0\n[\s\S]*未写入/u);
      await expect(Neo4jStore.open(address(), name)).rejects.toMatchObject({ code: "store-missing" });

      const pushed = await run("--verbose");
      expect([pushed.code, pushed.out]).toEqual([0, expect.stringMatching(/已推送到图 .+：\d+ 个节点，\d+ 条关系/u)]);
      expect((await run("--changed")).out).toContain("已是最新");
      const store = await Neo4jStore.open(address(), name);
      const { rows } = await store.query("MATCH (t:Task) RETURN count(t) AS n");
      await store.close();
      expect(rows[0]?.[0]).toBeGreaterThan(50);

      const wrong = await ceyuan(["push", "--to", address().url, "--verbose"], folder, {
        NEO4J_PASSWORD: "not-the-password",
      });
      expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("用户名或密码不对")]);
      for (const { out, err } of [dry, pushed, wrong]) {
        expect(out + err).not.toMatch(/not-the-password|testing-only/u);
      }
    });
  });
}
