/**
 * Runs the openCypher TCK's positive, non-temporal reading scenarios through the embedded store's adapter and tells right
 * from refused from silently wrong. `npx tsx bench/tck/run.ts FOLDER [--list wrong|refused]`; FOLDER holds the `features` and
 * `graphs` of the Maven artifact org.opencypher:tck.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import grafeo from "@grafeo-db/js";
import { EngineDatabase, Fault } from "../../graph/stores/grafeo/engine-database.ts";
import { checkQuery, isRefused } from "../../graph/stores/cypher/check.ts";
import type { Parameters } from "../../graph/stores/store.ts";
import type { Value } from "../../graph/stores/value.ts";
import { type Expected, readExpected, same, toParameter } from "./expected-values.ts";
import { readFeature, type Scenario } from "./scenarios.ts";

const [folder = "", flag, listed = ""] = process.argv.slice(2);
if (folder === "") throw new Error("name the folder that holds features/ and graphs/");
const scratch = mkdtempSync(join(tmpdir(), "ceyuan-tck-"));
let snapshots = 0;

/**
 * `right`, `wrong`: what the engine answers, with nothing said about it; `warned and …`, `refused though …`: what it would have
 * answered where the checker speaks up; `refused`: by the engine; `write`: not a reading query.
 */
type Outcome = string;

async function prepare(scenario: Scenario): Promise<EngineDatabase> {
  const db = grafeo.GrafeoDB.create();
  const graph =
    scenario.graph === ""
      ? []
      : [readFileSync(join(folder, "graphs", scenario.graph, `${scenario.graph}.cypher`), "utf8")];
  for (const statement of [...graph, ...scenario.setup]) await db.executeCypher(statement.replace(/;\s*$/u, ""));
  const file = join(scratch, `${++snapshots}.grafeo`);
  db.save(file);
  db.close();
  const database = new EngineDatabase(grafeo.GrafeoDB);
  database.open({ op: "open", file });
  return database;
}

function isRight(scenario: Scenario, columns: readonly string[], rows: readonly (readonly Value[])[]): boolean {
  const { table, ordered, listsUnordered } = scenario.expectation;
  const expected = table.rows.map((row) => row.map(readExpected));
  if (rows.length !== expected.length) return false;
  if (expected.length === 0) return true;
  const place = table.header.map((name) => columns.indexOf(name));
  if (place.some((index) => index < 0)) return false;
  const matches = (want: readonly Expected[], own: readonly Value[]): boolean =>
    want.every((value, index) => same(value, own[place[index] as number] ?? null, listsUnordered));
  if (ordered) return expected.every((want, index) => matches(want, rows[index] ?? []));
  const left = [...rows];
  return expected.every((want) => {
    const at = left.findIndex((own) => matches(want, own));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

async function run(scenario: Scenario): Promise<{ outcome: Outcome; detail: string }> {
  let database: EngineDatabase;
  try {
    database = await prepare(scenario);
  } catch (error) {
    return { outcome: "setup", detail: (error as Error).message.split("\n")[0] ?? "" };
  }
  let parameters: Parameters;
  try {
    const { header: first, rows } = scenario.parameters;
    const pairs = first.length === 0 ? [] : [first, ...rows];
    parameters = Object.fromEntries(pairs.map(([name, value]) => [name, toParameter(readExpected(value ?? ""))]));
  } catch (error) {
    return { outcome: "unreadable", detail: (error as Error).message };
  }
  try {
    const { columns, rows } = await database.query({
      op: "query",
      cypher: scenario.query,
      parameters,
      rowCap: 10_000,
      byteCap: 1e8,
    });
    const right = isRight(scenario, columns, rows) ? "right" : "wrong";
    const findings = checkQuery(scenario.query);
    const checked = findings.some(isRefused) ? "refused though " : findings.length > 0 ? "warned and " : "";
    const rules = findings.map(({ rule }) => rule).join(" ");
    return { outcome: `${checked}${right}`, detail: `${rules} ${JSON.stringify({ columns, rows }).slice(0, 300)}` };
  } catch (error) {
    if (error instanceof Fault && error.fault.refusal?.kind === "write") return { outcome: "write", detail: "" };
    return { outcome: "refused", detail: (error as Error).message.split("\n")[0] ?? "" };
  }
}

const features = readdirSync(join(folder, "features"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".feature") && !name.includes("temporal"))
  .sort();
const counts = new Map<string, number>();
for (const name of features) {
  const scenarios = readFeature(relative("", name), readFileSync(join(folder, "features", name), "utf8")).filter(
    ({ expectation, procedures, query, setup }) =>
      expectation.kind === "rows" &&
      !procedures &&
      !/\b(?:date|time|datetime|localtime|localdatetime|duration)\s*\(/iu.test([query, ...setup].join("\n")),
  );
  for (const scenario of scenarios) {
    const { outcome, detail } = await run(scenario);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (flag === "--list" && outcome === listed) {
      const expected = JSON.stringify(scenario.expectation.table);
      console.log(
        `--- ${scenario.feature} ${scenario.name}\n${scenario.setup.join("\n")}\n>>> ${scenario.query}\n  expected ${expected.slice(0, 400)}\n  got      ${detail}`,
      );
    }
  }
}
rmSync(scratch, { recursive: true, force: true });
console.log(Object.fromEntries(counts));
