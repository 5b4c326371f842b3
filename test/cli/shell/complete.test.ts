import { describe, expect, test } from "vitest";
import { type CompletionSources, complete } from "../../../cli/shell/complete.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import { loadCatalog } from "../../../queries/catalog.io.ts";

const BODIES = ["临江市总工会", "临江市教育局", "双名局", "双名局"].map((label, at) => ({
  value: `agency/${at}`,
  label,
}));

const sources: CompletionSources = {
  catalog: loadCatalog(),
  ontology: loadOntology(),
  parameters: ["agency", "year"],
  choices: ({ type, values }) => {
    if (values !== undefined) {
      return Promise.resolve(Object.entries(values).map(([value, label]) => ({ value, label })));
    }
    const many = Array.from({ length: 500 }, (_, at) => ({ value: `task/${at} 项`, label: "任务" }));
    return Promise.resolve(type === "agency" ? BODIES : many);
  },
};

/** Lines before the one with the cursor are divided from it by a slash. */
async function after(text: string): Promise<readonly string[]> {
  const at = text.lastIndexOf("⏎");
  const { candidates, part } = await complete(text.slice(0, Math.max(at, 0)), text.slice(at + 1), sources);
  expect(text.endsWith(part)).toBe(true);
  return candidates;
}

const rows: readonly [text: string, expected: readonly string[], why: string][] = [
  [":r", [":run "], "a command"],
  [":run agency-ta", ["agency-tasks"], "a saved query"],
  [":show agency-ta", ["agency-tasks"], "a saved query to show"],
  [":list collab", ["collaboration"], "a tag"],
  [":format j", ["json", "jsonl"], "a format"],
  [":run agency-tasks ", ["agency=", "roles="], "the names of its parameters"],
  [":run agency-tasks agency=临江市教", ["临江市教育局"], "a body by its name"],
  [":run agency-tasks agency=双", [], "two bodies of one name"],
  [":run agency-tasks agency=agency/2", ["agency/2"], "by its id"],
  [":run agency-tasks roles=LE", ["LEADS"], "a value"],
  [":run agency-tasks roles=LEADS,RESP", ["RESPONSIBLE_FOR"], "the next member of a list"],
  [":run agency-workload groups=t", ["true"], "a truth"],
  [":run agency-tasks nothing=", [], "a parameter that it has not"],
  [":param agency=临江市总", ["临江市总工会"], "a value for later"],
  [":help ", [], "a command that takes nothing"],
  ["MATCH (a:Ag", ["Agency"], "a label"],
  ["MATCH (a:Agency)-[:LEA", ["LEADS"], "an edge type"],
  ["MATCH (a)-[r:LEADS|OVER", ["OVERSEES"], "another edge type"],
  ["MATCH (a:Agency) WHERE a.shortN", ["shortName"], "a property of the label"],
  ["MATCH (a:Agency)⏎WHERE a.shortN", ["shortName"], "the label stands on the line before"],
  ["MATCH (a)-[r:LEADS]->(b) RETURN r.confid", ["confidence"], "a property of the edge"],
  ["MATCH (a:Leader) WHERE a.deadline", [], "no property of that label"],
  ["MATCH (a) WHERE a.deadlineP", ["deadlinePrecision"], "of any label"],
  ["MATCH (a:Agency {shortN", ["shortName"], "a key"],
  ["MATCH (a {shortN", ["shortName"], "a key of any label"],
  ["MATCH (a:Agency {name: ", [], "its value is anybody's guess"],
  ["MATCH (a:Agency {name: 'Ag", [], "nothing inside quotation marks"],
  ["MATCH (a) WHERE a.id = $ag", ["$agency"], "a parameter"],
  ["MATCH (a) WHERE a.id = $", ["$agency", "$year"], "all parameters"],
  ["MAT", ["MATCH"], "a keyword"],
  ["opt", ["optional match"], "in small letters, as it was begun"],
  ["MATCH (body:Agency) RETURN bo", ["body"], "a variable"],
];

describe("completion of", () => {
  test.each(rows)("%s is %j: %s", async (text, expected) => {
    const found = await after(text);
    expect(text.endsWith("name: ") ? found.filter((name) => !/^[A-Za-z( ]+$/u.test(name)) : found).toEqual(expected);
  });

  test("many values shows the first and keeps what all have in common", async () => {
    const found = await after(":run task-evidence task=");
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe('"task/99 项"');
  });
});
