import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GrafeoStore } from "../../graph/stores/grafeo/grafeo-store.ts";
import { loadCatalog } from "../../queries/catalog.io.ts";
import { parseSavedQuery } from "../../queries/header.ts";
import { type Given, parametersOf, runSavedQuery } from "../../queries/run.ts";
import { agencies, sampleGraph, tasks } from "../graph/stores/sample-graph.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-queries-"));
const store = GrafeoStore.at(join(folder, "sample.grafeo"));
beforeAll(() => store.load(sampleGraph), 180_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const catalog = loadCatalog();
const plan = "临工总发〔2030〕8号";
const zhou = "leader/临江市总工会/周奇";

const RUNS: readonly (readonly [name: string, given: Record<string, Given>, rows: readonly unknown[][]])[] = [
  [
    "agency-workload",
    {},
    [
      ["临江市人力资源和社会保障局", "department", 1, 1, 1, 3, agencies.labour],
      ["临江市总工会", "union", 2, 0, 0, 2, agencies.union],
      ["临江市教育局", "department", 0, 0, 1, 1, agencies.education],
    ],
  ],
  [
    "agency-workload",
    { groups: "是" },
    [
      ["临江市人力资源和社会保障局", "department", 1, 1, 1, 3, agencies.labour],
      ["临江市总工会", "union", 2, 0, 0, 2, agencies.union],
      ["临江市各区", "group", 0, 0, 1, 1, agencies.districts],
      ["临江市教育局", "department", 0, 0, 1, 1, agencies.education],
    ],
  ],
  [
    "agency-tasks",
    { agency: "市人社局" },
    [
      ["开办夜校", "RESPONSIBLE_FOR", null, "2030-06-30", plan, "市人社局负责", tasks.school],
      ["摸底调查", "LEADS", null, null, plan, "牵头单位：市人社局", tasks.survey],
      ["评选工匠", "PARTICIPATES_IN", null, null, plan, "配合单位：市人社局", tasks.award],
    ],
  ],
  [
    "agency-tasks",
    { agency: "市总", roles: "牵头" },
    [
      ["开办夜校", "LEADS", null, "2030-06-30", plan, "牵头单位：市总工会", tasks.school],
      ["评选工匠", "LEADS", null, null, plan, "牵头单位：市总工会", tasks.award],
    ],
  ],
  ["agency-tasks", { agency: "市教育局", roles: ["LEADS"] }, []],
  [
    "leader-tasks",
    {},
    [
      ["开办夜校", null, ["临江市总工会"], "2030-06-30", plan, "牵头领导：周奇", tasks.school],
      ["评选工匠", null, ["临江市总工会"], null, plan, "牵头领导：周奇", tasks.award],
    ],
  ],
  [
    "co-working-agencies",
    {},
    [
      ["临江市人力资源和社会保障局", "临江市总工会", 2, ["开办夜校", "评选工匠"], agencies.labour, agencies.union],
      ["临江市人力资源和社会保障局", "临江市教育局", 1, ["开办夜校"], agencies.labour, agencies.education],
      ["临江市总工会", "临江市教育局", 1, ["开办夜校"], agencies.union, agencies.education],
    ],
  ],
  [
    "co-working-agencies",
    { agency: "临江市总工会", minimum: 2 },
    [["临江市总工会", "临江市人力资源和社会保障局", 2, ["开办夜校", "评选工匠"], agencies.union, agencies.labour]],
  ],
  [
    "policy-tasks",
    { document: "临委发[2029]3号" },
    [
      [
        "全文",
        "摸底调查",
        ["临江市人力资源和社会保障局"],
        null,
        plan,
        "根据临委发〔2029〕3号",
        tasks.survey,
        "doc/临委发〔2029〕3号",
      ],
      ["第3条", "开办夜校", ["临江市总工会"], "2030-06-30", plan, "第3条", tasks.school, "article/临委发〔2029〕3号#3"],
      ["第10条", "评选工匠", ["临江市总工会"], null, plan, "第10条", tasks.award, "article/临委发〔2029〕3号#10"],
    ],
  ],
  [
    "agency-two-hops",
    { agency: "临江市总工会" },
    [["临江市各区", "group", 1, ["临江市人力资源和社会保障局"], agencies.districts]],
  ],
];

describe("the saved queries", { timeout: 120_000 }, () => {
  for (const [name, given, rows] of RUNS) {
    it(`${name} ${JSON.stringify(given)} gives the rows that are in the graph`, async () => {
      const query = catalog.get(name);
      const result = await runSavedQuery(store, query, given);
      expect(result.columns).toEqual(query.columns.map((column) => column.name));
      expect(result.rows).toEqual(rows);
      expect((await runSavedQuery(store, query, given)).rows).toEqual(rows);
    });
  }
});

describe("parameters", { timeout: 120_000 }, () => {
  const NODES: readonly (readonly [query: string, name: string, given: string, id: string, why: string])[] = [
    ["agency-tasks", "agency", "临江市总工会", agencies.union, "full name"],
    ["agency-tasks", "agency", "市总工会", agencies.union, "short name"],
    ["agency-tasks", "agency", "市人力资源社会保障局", agencies.labour, "alias"],
    ["agency-tasks", "agency", agencies.labour, agencies.labour, "id"],
    ["agency-tasks", "agency", " 教育 ", agencies.education, "a part that one has"],
    ["leader-tasks", "leader", "周", zhou, "part of a name"],
    ["policy-tasks", "document", "临委发（2029）3号", "doc/临委发〔2029〕3号", "number in other brackets"],
    ["policy-tasks", "document", "临委发 [２０２９] 3号", "doc/临委发〔2029〕3号", "full-width digits"],
    ["policy-tasks", "document", "《技能提升行动方案》", "doc/临工总发〔2030〕8号", "title in 《》"],
  ];
  for (const [query, name, given, id, why] of NODES) {
    it(`find a node by ${why}: ${given}`, async () => {
      const parameters = await parametersOf(store, catalog.get(query), { [name]: given });
      expect(parameters[name]).toBe(id);
    });
  }

  const DATES: readonly (readonly [given: string, date: string])[] = [
    ["2029-05-01", "2029-05-01"],
    ["2029/5/1", "2029-05-01"],
    ["２０２９年５月１日", "2029-05-01"],
    [" 2028.2.29 ", "2028-02-29"],
  ];
  for (const [given, date] of DATES) {
    it(`take a date as people write it: ${given}`, async () => {
      expect(await parametersOf(store, catalog.get("deadlines-ahead"), { from: given })).toMatchObject({ from: date });
    });
  }

  const REFUSED: readonly (readonly [query: string, given: Record<string, Given>, message: RegExp, hint: RegExp])[] = [
    ["agency-tasks", { agency: "临江市总工慧" }, /图中没有单位 临江市总工慧/u, /临江市总工会/u],
    ["agency-tasks", { agency: "临江市" }, /不唯一.*临江市总工会/u, /agency\//u],
    ["agency-tasks", { agency: "" }, /不能为空/u, /^$/u],
    ["agency-tasks", {}, /图中没有单位 上海市总工会/u, /临江市总工会/u],
    ["leader-tasks", { leader: "周琦" }, /图中没有领导 周琦/u, /周奇/u],
    ["agency-tasks", { agency: "市总", roles: "牵头，参予" }, /没有 参予 这个取值/u, /参与/u],
    ["agency-tasks", { agency: "市总", rolls: "LEADS" }, /没有参数 rolls/u, /roles/u],
    ["co-working-agencies", { minimum: "2.6" }, /应为整数/u, /minimum=3/u],
    ["co-working-agencies", { minimum: "许多" }, /应为整数/u, /^$/u],
    ["deadlines-ahead", { from: "tomorrow" }, /自该日起）应为日期/u, /from=\d{4}-01-01/u],
    ["deadlines-ahead", { from: "2029年5月" }, /应为日期/u, /from=2029-05-01/u],
    ["deadlines-ahead", { to: "2029-02-30" }, /应为日期/u, /to=/u],
    ["agency-workload", { groups: "也许" }, /应为 true 或 false/u, /是\/否/u],
  ];
  for (const [query, given, message, hint] of REFUSED) {
    it(`refuse with the nearest value: ${query} ${JSON.stringify(given)}`, async () => {
      const error = await runSavedQuery(store, catalog.get(query), given).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "parameter-invalid", message: expect.stringMatching(message) as string });
      expect((error as { hint?: string }).hint ?? "").toMatch(hint);
    });
  }

  it("are not read as Cypher", async () => {
    await expect(runSavedQuery(store, catalog.get("agency-tasks"), { agency: "x' OR true //" })).rejects.toMatchObject({
      code: "parameter-invalid",
    });
  });
});

describe("the catalog", () => {
  it("names the query that was meant", () => {
    const unknown = (name: string): { hint?: string } => {
      try {
        catalog.get(name);
        return {};
      } catch (error) {
        return error as { hint?: string };
      }
    };
    expect(unknown("leader-task")).toMatchObject({
      code: "query-unknown",
      hint: expect.stringContaining("leader-tasks") as string,
    });
    expect(unknown("工作量")).toMatchObject({ code: "query-unknown" });
    expect(catalog.get("各单位任务量").name).toBe("agency-workload");
    expect(catalog.withTag("lineage")).toContain(catalog.get("policy-tasks"));
    expect(catalog.withTag("lineage")).not.toContain(catalog.get("agency-workload"));
  });

  const good = [
    "// ---",
    "// title: { zh: 甲, en: A }",
    "// description: { zh: 甲, en: A }",
    "// tags: [test]",
    "// parameters:",
    "//   n: { type: integer, default: 1, zh: 数, en: N }",
    "// columns:",
    "//   n: { zh: 数, en: N }",
    "// ---",
    "RETURN $n AS n",
  ];
  const replaced = (line: number, text: string): string => good.with(line - 1, text).join("\n");

  it("reads a query with its header", () => {
    expect(parseSavedQuery("a", "a.cypher", good.join("\r\n"))).toMatchObject({
      name: "a",
      view: "table",
      cypher: "RETURN $n AS n",
      parameters: [{ name: "n", type: "integer", default: 1, required: true, title: { zh: "数", en: "N" } }],
      columns: [{ name: "n", zh: "数", en: "N" }],
    });
  });

  const BAD: readonly (readonly [text: string, message: RegExp, why: string])[] = [
    ["RETURN 1 AS n", /^a\.cypher:1: /u, "no header"],
    [good.slice(0, 5).join("\n"), /^a\.cypher:1: /u, "header without end"],
    [replaced(4, "tags"), /^a\.cypher:4: /u, "a line that is no comment"],
    [replaced(4, "// tags: [test"), /^a\.cypher:\d+: /u, "broken YAML"],
    [replaced(4, "// tags: []"), /^a\.cypher:4: tags/u, "no tags"],
    [replaced(2, "// title: { zh: 甲 }"), /^a\.cypher:2: title\.en/u, "no English title"],
    [replaced(6, "//   n: { type: number, zh: 数, en: N }"), /^a\.cypher:6: parameters\.n\.type/u, "unknown type"],
    [
      replaced(6, "//   n: { type: integer, default: 一, zh: 数, en: N }"),
      /^a\.cypher:6: .*default/u,
      "default of another type",
    ],
    [replaced(6, "//   m: { type: integer, zh: 数, en: N }"), /^a\.cypher:10: .*\$n/u, "parameter not declared"],
    [replaced(10, "RETURN 1 AS n"), /^a\.cypher:6: .*n 未使用/u, "parameter not used"],
    [replaced(10, "RETURN $n AS m"), /^a\.cypher:8: .*m/u, "another column"],
    [replaced(10, ""), /^a\.cypher:10: /u, "no query"],
    [
      replaced(6, "//   n: { type: integer, default: 1, picker: MATCH (x) RETURN x.id AS id, zh: 数, en: N }"),
      /^a\.cypher:6: .*picker .*value/u,
      "a picker that returns something else",
    ],
    [
      replaced(6, "//   n: { type: integer, default: 1, picker: 'RETURN $n AS value, 1 AS label', zh: 数, en: N }"),
      /^a\.cypher:6: .*picker/u,
      "a picker that takes a parameter",
    ],
    [replaced(8, "//   n: { zh: 数, en: N, codes: kinds }"), /^a\.cypher:8: columns\.n\.codes/u, "codes of nobody"],
    [replaced(9, "// expect: { rows: 1, first: { m: 1 } }\n// ---"), /没有 m 这一列/u, "expectation of another column"],
    [replaced(9, "// expect: { rows: 1 }\n// ---"), /expect\.first/u, "rows, but not what stands in them"],
    [replaced(9, "// expect: { rows: 0, first: { n: 1 } }\n// ---"), /expect\.first/u, "no rows, but a first"],
  ];
  for (const [text, message, why] of BAD) {
    it(`refuses, with file and line: ${why}`, () => {
      expect(() => parseSavedQuery("a", "a.cypher", text)).toThrow(
        expect.objectContaining({ code: "catalog-invalid", message: expect.stringMatching(message) as string }),
      );
    });
  }

  it("reads what a query is expected to give, and who fills its menu", () => {
    const text = good
      .with(5, "//   n: { type: string, picker: 'UNWIND [1] AS x RETURN x AS value, x AS label', zh: 数, en: N }")
      .with(8, "// expect: { rows: 2, first: { n: 1 } }\n// ---");
    const query = parseSavedQuery("a", "a.cypher", text.join("\n"));
    expect(query.expect).toEqual({ rows: 2, first: { n: 1 } });
    expect(query.parameters[0]?.picker).toContain("UNWIND");
  });

  it("refuses two queries of one name, odd file names and folders that are not there", () => {
    writeFileSync(join(folder, "agency-tasks.cypher"), good.join("\n"));
    const bundled = join(catalog.queries[0]?.file ?? "", "..");
    expect(() => loadCatalog([bundled, folder])).toThrow(/agency-tasks\.cypher:1: .*agency-tasks/u);
    expect(loadCatalog([folder]).queries).toHaveLength(1);
    writeFileSync(join(folder, "A B.cypher"), good.join("\n"));
    expect(() => loadCatalog([folder])).toThrow(/A B\.cypher:1/u);
    expect(() => loadCatalog([join(folder, "nowhere")])).toThrow(expect.objectContaining({ code: "catalog-missing" }));
  });
});
