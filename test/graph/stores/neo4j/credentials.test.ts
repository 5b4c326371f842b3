import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkUrl } from "../../../../graph/stores/neo4j/connection.ts";
import { type Environment, findCredentials } from "../../../../graph/stores/neo4j/credentials.ts";
import { graphTarget } from "../../../../graph/stores/neo4j/open.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-credentials-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};

/** Nobody's own settings are looked at. */
const NONE: Environment = { XDG_CONFIG_HOME: folder };

describe("credentials", () => {
  const SOURCES: readonly (readonly [env: Environment, path: string | undefined, found: unknown, why: string])[] = [
    [{}, undefined, undefined, "there are none"],
    [{ NEO4J_PASSWORD: "p" }, undefined, { user: "neo4j", password: "p" }, "a password alone is the first user's"],
    [{ NEO4J_USERNAME: "u", NEO4J_PASSWORD: "p" }, undefined, { user: "u", password: "p" }, "the usual names"],
    [
      { NEO4J_USERNAME: "u", NEO4J_PASSWORD: "p", CEYUAN_NEO4J_USER: "c", CEYUAN_NEO4J_PASSWORD: "q" },
      undefined,
      { user: "c", password: "q" },
      "our own names go first",
    ],
    [
      { NEO4J_PASSWORD: "p" },
      file(
        "aura.txt",
        '# made for one server\nNEO4J_URI=neo4j+s://a.example\nNEO4J_USERNAME=u\r\nNEO4J_PASSWORD="a b=c"\n',
      ),
      { user: "u", password: "a b=c", url: "neo4j+s://a.example" },
      "a file that is named goes before the environment",
    ],
    [
      { CEYUAN_NEO4J_CREDENTIALS: file("env.txt", "export NEO4J_PASSWORD=x") },
      undefined,
      { user: "neo4j", password: "x" },
      "a file that the environment names",
    ],
  ];
  for (const [env, path, found, why] of SOURCES) {
    it(`are found: ${why}`, () => {
      expect(findCredentials({ ...NONE, ...env }, path)).toEqual(found);
    });
  }

  it("are found in the folder of settings", () => {
    const home = join(folder, "home");
    mkdirSync(join(home, "ceyuan"), { recursive: true });
    writeFileSync(join(home, "ceyuan", "neo4j"), "NEO4J_PASSWORD=kept", { mode: 0o600 });
    expect(findCredentials({ XDG_CONFIG_HOME: home })).toMatchObject({ password: "kept" });
  });

  const onPosix = process.platform !== "win32";
  for (const mode of onPosix ? [0o644, 0o640, 0o604, 0o660, 0o601] : []) {
    it(`of a file with mode ${mode.toString(8)} are refused, with what to do`, () => {
      const path = file(`exposed-${mode.toString(8)}`, "NEO4J_PASSWORD=x", mode);
      expect(() => findCredentials(NONE, path)).toThrow(
        expect.objectContaining({ code: "credentials-exposed", hint: `chmod 600 ${path}` }),
      );
    });
  }

  it("that are not there, or hold no password, are told apart", () => {
    expect(() => findCredentials(NONE, join(folder, "nowhere"))).toThrow(
      expect.objectContaining({ code: "credentials-missing" }),
    );
    expect(() => findCredentials(NONE, file("empty", "NEO4J_USERNAME=u\n"))).toThrow(
      expect.objectContaining({ code: "credentials-invalid" }),
    );
  });
});

describe("addresses", () => {
  for (const url of [
    "neo4j://h",
    "bolt://h:7687",
    "neo4j+s://h",
    "neo4j+ssc://h",
    "bolt+s://h",
    "bolt+ssc://[::1]:7687",
  ]) {
    it(`${url} is one`, () => expect(checkUrl(url).host).not.toBe(""));
  }

  const BAD = ["http://h", "h:7687", "", "neo4j://", "neo4j://u:secret@h", "bolt://secret@h", "x://u:secret@h:99999"];
  for (const url of BAD) {
    it(`${url || "nothing"} is none, and what may be a password is not repeated`, () => {
      expect(() => checkUrl(url)).toThrow(
        expect.objectContaining({
          code: "neo4j-url-invalid",
          message: expect.not.stringContaining("secret") as string,
        }),
      );
    });
  }

  it("name a graph behind #, in hanzi or encoded", () => {
    expect(graphTarget("neo4j://h#全市", NONE)).toEqual({
      address: { url: "neo4j://h", credentials: undefined, database: undefined },
      graph: "全市",
    });
    expect(graphTarget("neo4j://h#%E5%85%A8%E5%B8%82", NONE).graph).toBe("全市");
    expect(graphTarget(undefined, { ...NONE, NEO4J_URI: "bolt://x", NEO4J_DATABASE: "d" })).toMatchObject({
      address: { url: "bolt://x", database: "d" },
      graph: "default",
    });
    expect(graphTarget(undefined, NONE).address.url).toBe("neo4j://localhost:7687");
    expect(() => graphTarget("neo4j://h#a", NONE, { graph: "b" })).toThrow(
      expect.objectContaining({ code: "graph-name-invalid" }),
    );
  });
});
