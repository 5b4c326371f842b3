import { randomUUID } from "node:crypto";
import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";
import type { Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { sampleGraph } from "../sample-graph.ts";

export function describeLogins(address: () => Neo4jAddress): void {
  describe("logins of a real server", { timeout: 120_000 }, () => {
    const opening = async (changes: Partial<Neo4jAddress>): Promise<unknown> => {
      const store = await Neo4jStore.at({ ...address(), ...changes });
      await store.close();
      return "opened";
    };

    it("a wrong password, and none", async () => {
      const wrong = opening({ credentials: { user: "neo4j", password: "not-the-password" } });
      await expect(wrong).rejects.toMatchObject({ code: "neo4j-credentials" });
      await expect(opening({ credentials: undefined })).rejects.toMatchObject({ code: "neo4j-credentials" });
    });

    it("a password that must be changed first", async () => {
      const { user = "", password = "" } = address().credentials ?? {};
      const driver = neo4j.driver(address().url, neo4j.auth.basic(user, password));
      const name = `u${randomUUID().replaceAll("-", "")}`;
      await driver.executeQuery(
        "CREATE USER $name SET PASSWORD $password CHANGE REQUIRED",
        { name, password: "changeable" },
        { database: "system" },
      );
      await driver.close();
      await expect(opening({ credentials: { user: name, password: "changeable" } })).rejects.toMatchObject({
        code: "neo4j-password-expired",
        hint: expect.stringContaining("ALTER CURRENT USER") as string,
      });
    });

    it("a database that is not there", async () => {
      await expect(opening({ database: "elsewhere" })).rejects.toMatchObject({ code: "neo4j-database-missing" });
    });

    it("encryption that the server does not speak", async () => {
      const url = address().url.replace("bolt:", "bolt+ssc:");
      await expect(opening({ url })).rejects.toMatchObject({ code: "neo4j-unreachable" });
    });

    it("neo4j:// works against a single server", async () => {
      const store = await Neo4jStore.at(
        { ...address(), url: address().url.replace("bolt:", "neo4j:"), database: "neo4j" },
        randomUUID(),
      );
      await store.load(sampleGraph);
      expect(await store.statistics()).toMatchObject({ nodes: sampleGraph.nodes.length });
      await store.close();
    });
  });
}
