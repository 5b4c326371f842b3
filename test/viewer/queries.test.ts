import * as sheets from "@e965/xlsx";
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogPayload, Choice, ErrorPayload, QueryPayload } from "../../viewer/server/api.ts";
import { type RunningViewer, serve } from "../../viewer/server/index.ts";
import { GRAPH, TASK, temporaryStore, writeSmallStore } from "./small-store.ts";

const temporary = temporaryStore();
const store = join(temporary.directory, "store");
const assets = join(temporary.directory, "page");
const library = join(temporary.directory, "own");
let viewer: RunningViewer;

const OWN = `// ---
// title: { zh: 所有任务, en: All tasks }
// description: { zh: 图里的任务。, en: The tasks there are. }
// tags: [task]
// parameters:
//   least: { type: integer, default: 1, zh: 至少, en: At least }
// columns:
//   task: { zh: 任务, en: Task }
//   kind: { zh: 类别, en: Kind, codes: nodes }
// ---
MATCH (t:Task) WHERE $least <= 1 RETURN t.title AS task, "Task" AS kind
`;

beforeAll(async () => {
  mkdirSync(assets);
  mkdirSync(library);
  writeFileSync(join(assets, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(library, "all-tasks.cypher"), OWN);
  await writeSmallStore(store);
  viewer = await serve({ store, assets, port: 0, library: [library] });
});

afterAll(async () => {
  await viewer.close();
  temporary.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

const JSON_TYPE = { "content-type": "application/json" };

/** A raw request, so that its headers are what the test says. */
const send = async (method: string, path: string, body = "", headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: viewer.port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what the answer is, the test knows
const parse = <T>({ bytes }: Answer): T => JSON.parse(bytes.toString("utf8")) as T;
const post = async (body: object, path = "/api/query"): Promise<Answer> =>
  send("POST", path, JSON.stringify({ parameters: {}, language: "zh", ...body }), JSON_TYPE);
const run = async (cypher: string, more: object = {}): Promise<QueryPayload> => parse(await post({ cypher, ...more }));
const get = async <T>(path: string): Promise<T> => parse<T>(await send("GET", path));

describe("the library", () => {
  test("lists the bundled queries and those of the user's folders, without places on this disk", async () => {
    const answer = await send("GET", "/api/queries");
    const { queries } = parse<CatalogPayload>(answer);
    expect(queries.map(({ name }) => name)).toEqual(expect.arrayContaining(["all-tasks", "agency-duties"]));
    expect(answer.bytes.includes(temporary.directory)).toBe(false);
  });

  test("fills menus from the graph", async () => {
    const choices = await get<Choice[]>("/api/choices?query=agency-duties&parameter=agency");
    expect(choices).toEqual([{ value: "agency/测试市水务局", label: "测试市水务局" }]);
    expect(await get<Choice[]>("/api/choices?query=agency-duties&parameter=none")).toEqual([]);
  });
});

describe("a run", () => {
  test("of a saved query is headed in the reader's language, codes too", async () => {
    const asked = { query: "all-tasks", parameters: { least: "1" } };
    expect(parse<QueryPayload>(await post(asked))).toMatchObject({
      columns: ["task", "kind"],
      header: ["任务", "类别"],
      rows: [["修好河堤", "任务"]],
    });
    const english = parse<QueryPayload>(await post({ ...asked, language: "en" }));
    expect([english.header, english.rows]).toEqual([["Task", "Kind"], [["修好河堤", "Task"]]]);
  });

  test("of a statement tells which cells are nodes", async () => {
    const { rows, nodes } = await run("MATCH (t:Task) RETURN 1 AS n, t");
    expect(rows).toEqual([[1, "修好河堤"]]);
    expect(nodes).toEqual([[0, 1, TASK]]);
  });

  test("takes parameters as JSON, else as words", async () => {
    const { rows } = await run("RETURN $a + 1 AS a, $b AS b", { parameters: { a: "41", b: "甲" } });
    expect(rows).toEqual([[42, "甲"]]);
  });

  test("gives no more rows than a page is good for, and says so; a file holds more", async () => {
    const cypher = "UNWIND range(1, 3000) AS n RETURN n";
    const { rows, truncated } = await run(cypher);
    expect([rows.length, truncated]).toEqual([1000, true]);
    expect(parse<unknown[]>(await post({ cypher }, "/api/download?format=json"))).toHaveLength(3000);
  });

  test("goes to the new graph after a build", async () => {
    const count = "MATCH (n) RETURN count(n) AS n";
    const task = GRAPH.nodes.find(({ label }) => label === "Task");
    await writeSmallStore(store, { nodes: task === undefined ? [] : [task], edges: [] });
    expect((await run(count)).rows).toEqual([[1]]);
    await writeSmallStore(store);
    expect((await run(count)).rows).toEqual([[GRAPH.nodes.length]]);
  });

  test.each<[object, string, RegExp, string]>([
    [{ cypher: "MATCH (a)\nRETRUN a" }, "query-syntax", /line 2, column 1/u, "a typing error, with its place"],
    [{ cypher: "CREATE (n:Task)" }, "query-refused", /line 1, column 1/u, "a write"],
    [{ cypher: "MATCH (n) DETACH DELETE n" }, "query-refused", /line 1, column 11/u, "a removal"],
    [{ cypher: "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row" }, "query-refused", /LOAD CSV/u, "a file"],
    [{ cypher: "CALL dbms.listConfig()" }, "query-refused", /dbms/u, "a procedure"],
    [{ cypher: "RETURN $a" }, "query-syntax", /\$a/u, "a parameter that is not given"],
    [{ query: "no-such" }, "query-unknown", /no-such/u, "a query that there is not"],
    [{ query: "all-tasks", parameters: { least: "多" } }, "parameter-invalid", /least/u, "a value of the wrong type"],
    [{ query: "all-tasks", parameters: { most: "1" } }, "parameter-invalid", /most/u, "a parameter it has not"],
    [{ query: "agency-duties", parameters: { agency: "无此局" } }, "parameter-invalid", /无此局/u, "an unknown body"],
    [{}, "request-invalid", /./u, "nothing to run"],
    [{ cypher: "RETURN 1", query: "all-tasks" }, "request-invalid", /./u, "two at once"],
    [{ cypher: "RETURN 1", parameters: { a: 1 } }, "request-invalid", /./u, "what no form sends"],
  ])("%j is refused with %s", async (body, code, message) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    const fault = parse<ErrorPayload>(answer);
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(message);
    expect((await run("MATCH (n) RETURN count(n) AS n")).rows).toEqual([[GRAPH.nodes.length]]);
  });

  test("that the reader stops asking for makes way for the next", async () => {
    const slow =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n";
    const body = JSON.stringify({ cypher: slow, parameters: {}, language: "zh" });
    const sent = request({
      host: "127.0.0.1",
      port: viewer.port,
      path: "/api/query",
      method: "POST",
      headers: JSON_TYPE,
    });
    const gone = new Promise((resolve) => sent.on("error", resolve));
    sent.end(body);
    await new Promise((resolve) => setTimeout(resolve, 500));
    sent.destroy();
    await gone.catch(() => undefined);
    /* Without an end to the one before, this would wait out its 30 seconds. */
    const started = Date.now();
    expect((await run("RETURN 1 AS n")).rows).toEqual([[1]]);
    expect(Date.now() - started).toBeLessThan(25_000);
  }, 180_000);
});

describe("a download", () => {
  test("for a spreadsheet holds the rows under their headings, the same bytes each time", async () => {
    const asked = { query: "all-tasks", parameters: {} };
    const answer = await post(asked, "/api/download?format=xlsx");
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
    const book = sheets.read(answer.bytes);
    expect(book.SheetNames).toEqual(["所有任务"]);
    expect(sheets.utils.sheet_to_json(book.Sheets["所有任务"] ?? {})).toEqual([{ 任务: "修好河堤", 类别: "任务" }]);
    expect((await post(asked, "/api/download?format=xlsx")).bytes.equals(answer.bytes)).toBe(true);
  });

  test("as csv carries the mark that Excel needs, and no formulas", async () => {
    const { bytes } = await post({ cypher: "RETURN '=1+1' AS a" }, "/api/download?format=csv");
    expect(bytes.toString("utf8")).toBe("\u{FEFF}a\r\n'=1+1\r\n");
  });

  test.each(["", "?format=exe"])("in no known format is refused: %j", async (query) => {
    expect((await post({ cypher: "RETURN 1 AS n" }, `/api/download${query}`)).status).toBe(400);
  });
});

describe("the gate before queries", () => {
  const body = JSON.stringify({ cypher: "RETURN 1 AS n", parameters: {}, language: "zh" });
  test.each<[string, Record<string, string>, number, string]>([
    ["POST", JSON_TYPE, 200, "the page"],
    ["POST", { ...JSON_TYPE, host: "evil.example" }, 403, "another name that leads to this machine"],
    ["POST", { ...JSON_TYPE, origin: "https://evil.example" }, 403, "a script of another page"],
    ["POST", { ...JSON_TYPE, origin: "null" }, 403, "a sandboxed page"],
    ["POST", { ...JSON_TYPE, "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" }, 403, "another page"],
    ["POST", { "content-type": "text/plain" }, 415, "what a form of another page may send"],
    ["POST", { "content-type": "application/x-www-form-urlencoded" }, 415, "a form"],
    ["POST", {}, 415, "no type"],
    ["GET", {}, 405, "a link"],
    ["OPTIONS", { origin: "https://evil.example" }, 403, "another page that asks whether it may"],
  ])("%s %o is answered with %i: %s", async (method, headers, status) => {
    expect((await send(method, "/api/query", method === "POST" ? body : "", headers)).status).toBe(status);
  });

  test("an endless statement is refused", async () => {
    expect((await post({ cypher: `RETURN "${"长".repeat(200_000)}"` })).status).toBe(413);
  });

  test("what is no JSON is refused", async () => {
    expect((await send("POST", "/api/query", "RETURN 1", JSON_TYPE)).status).toBe(400);
  });
});
