import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { describeStore } from "../contract/index.ts";
import { describeApart } from "./apart.ts";
import { describeCommands } from "./commands.ts";
import { describeInterruptions } from "./interruptions.ts";
import { describeLibrary } from "./library.ts";
import { describeLogins } from "./logins.ts";
import { describePush } from "./push.ts";
import { noServer, startNeo4j, type TestServer } from "./server.ts";

const reason = noServer();

it("a real server can be started", ({ skip }) => {
  if (reason !== undefined) skip(reason);
  expect(reason).toBeUndefined();
});

/** One server for all that needs one; each test has graphs of its own in its database. */
const onRealServer = (): void => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startNeo4j();
  }, 180_000);
  afterAll(() => server.stop(), 180_000);

  describeStore({
    name: "neo4j",
    create: () => Neo4jStore.at(server.address, randomUUID()),
    reopen: (store) => Neo4jStore.open(server.address, (store as Neo4jStore).graph),
    placeOf: (store) => ({ address: server.address, graph: (store as Neo4jStore).graph }),
    dispose: () => Promise.resolve(),
  });
  describeApart(() => server.address);
  describeLogins(() => server.address);
  describeCommands(() => server.address);
  describePush(() => server.address);
  describeInterruptions(() => server.address);
  describeLibrary(() => server.address);
};

for (const suite of reason === undefined ? [onRealServer] : []) suite();
