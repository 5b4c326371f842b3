import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe } from "vitest";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { describeStore } from "../contract.ts";
import { noServer, startNeo4j, type TestServer } from "./server.ts";

const reason = noServer();
let server: TestServer;

beforeAll(async () => {
  if (reason === undefined) server = await startNeo4j();
}, 180_000);
afterAll(async () => {
  await server?.stop();
}, 60_000);

describe("neo4j", () => {
  describeStore({
    name: "neo4j",
    create: () => Neo4jStore.at(server.address, randomUUID()),
    reopen: (store) => Neo4jStore.open(server.address, (store as Neo4jStore).graph),
    dispose: () => Promise.resolve(),
  });
});
