import { describe, expect, it } from "vitest";
import { Connection } from "../../../../graph/stores/neo4j/connection.ts";
import { type Script, scriptedServer } from "./scripted-server.ts";

const SECRET = "correct-horse";
const credentials = { user: "reader", password: SECRET };

async function outcome(script: Script): Promise<unknown> {
  const server = await scriptedServer(script);
  try {
    const connection = await Connection.open({ url: server.url, credentials });
    await connection.close();
    return { code: "opened", agent: connection.agent };
  } catch (error) {
    const { code, message, hint, cause } = error as { code: string; message: string; hint?: string; cause?: Error };
    return { code, message, hint, stack: `${(error as Error).stack} ${cause?.stack}` };
  } finally {
    await server.close();
  }
}

const failing = (code: string): Script => ({ bolt: [5, 0], agent: "Neo4j/5.26.30", failure: { code, message: "no" } });

const SERVERS: readonly (readonly [script: Script, expected: object, why: string])[] = [
  [{ bolt: [5, 0], agent: "Neo4j/5.26.30" }, { code: "opened", agent: "Neo4j/5.26.30" }, "Neo4j 5"],
  [{ bolt: [5, 0], agent: "Neo4j/2025.09.0" }, { code: "opened" }, "one named by its year"],
  [
    { bolt: [4, 4], agent: "Neo4j/4.4.30" },
    {
      code: "neo4j-too-old",
      message: expect.stringContaining("4.4.30") as string,
      hint: expect.stringContaining("Neo4j 5") as string,
    },
    "one older than 5 by what it calls itself",
  ],
  [
    { bolt: [3, 0], agent: "Neo4j/3.5.0" },
    { code: "neo4j-too-old" },
    "one so old that there is no common version of Bolt",
  ],
  [failing("Neo.ClientError.Security.Unauthorized"), { code: "neo4j-credentials" }, "wrong password"],
  [failing("Neo.ClientError.Security.AuthenticationRateLimit"), { code: "neo4j-credentials" }, "too many tries"],
  [
    failing("Neo.ClientError.Security.Forbidden"),
    { code: "neo4j-forbidden", hint: expect.stringContaining("publisher") as string },
    "a user who may not do that",
  ],
  [failing("Neo.ClientError.Security.AuthorizationExpired"), { code: "neo4j-forbidden" }, "rights that have run out"],
  [failing("Neo.ClientError.Security.CredentialsExpired"), { code: "neo4j-password-expired" }, "the first password"],
  [failing("Neo.ClientError.Database.DatabaseNotFound"), { code: "neo4j-database-missing" }, "no such database"],
  [
    failing("Neo.ClientError.General.Whatever"),
    { code: "neo4j-failed", message: expect.stringContaining("Whatever") as string },
    "what nobody foresaw",
  ],
];

describe("connecting to a server", { timeout: 120_000 }, () => {
  for (const [script, expected, why] of SERVERS) {
    it(`tells ${why}`, async () => {
      const came = await outcome(script);
      expect(came).toMatchObject(expected);
      expect(JSON.stringify(came)).not.toContain(SECRET);
    });
  }

  it("that is not there says where and what", async () => {
    const server = await scriptedServer({ bolt: [5, 0], agent: "Neo4j/5.26.30" });
    await server.close();
    for (const url of [server.url, server.url.replace("bolt:", "neo4j:")]) {
      await expect(Connection.open({ url, credentials })).rejects.toMatchObject({
        code: "neo4j-unreachable",
        message: expect.stringContaining(new URL(url).host) as string,
      });
    }
  });

  it("does not hand a server the credentials of another", async () => {
    const url = "neo4j+s://one.example";
    await expect(
      Connection.open({ url: "neo4j+s://other.example", credentials: { ...credentials, url } }),
    ).rejects.toMatchObject({ code: "credentials-elsewhere" });
  });
});
