/** Reads the openCypher TCK's feature files (Gherkin) into scenarios; outlines are written out with their examples. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Expectation {
  readonly kind: "rows" | "error";
  readonly ordered: boolean;
  readonly listsUnordered: boolean;
  readonly table: Table;
}

export interface Scenario {
  readonly feature: string;
  readonly name: string;
  readonly graph: string;
  readonly setup: readonly string[];
  readonly parameters: Table;
  readonly query: string;
  readonly expectation: Expectation;
  readonly sideEffects: boolean;
  readonly procedures: boolean;
}

const EMPTY: Table = { header: [], rows: [] };

interface Step {
  readonly text: string;
  readonly doc: string;
  readonly table: Table;
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/gu, "")
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replace(/\\([|\\])/gu, "$1"));

function readSteps(lines: readonly string[]): { steps: Step[]; examples: Table[] } {
  const steps: Step[] = [];
  const examples: Table[] = [];
  let target: { text: string; doc: string; rows: string[][] } | undefined;
  const close = (): void => {
    if (target === undefined) return;
    const table = { header: target.rows[0] ?? [], rows: target.rows.slice(1) };
    if (target.text === "Examples") examples.push(table);
    else steps.push({ text: target.text, doc: target.doc, table });
    target = undefined;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]?.trim() ?? "";
    const keyword = /^(?:Given|And|When|Then|But) (.*)$/u.exec(line);
    if (keyword !== null || line.startsWith("Examples:")) {
      close();
      target = { text: keyword?.[1] ?? "Examples", doc: "", rows: [] };
    } else if (line === '"""') {
      const indent = (lines[index] ?? "").indexOf('"""');
      const end = lines.findIndex((other, at) => at > index && other.trim() === '"""');
      const doc = lines
        .slice(index + 1, end)
        .map((text) => text.slice(Math.min(indent, text.length - text.trimStart().length)));
      if (target !== undefined) target.doc = doc.join("\n");
      index = end;
    } else if (line.startsWith("|")) target?.rows.push(cellsOf(line));
  }
  close();
  return { steps, examples };
}

function fill(step: Step, names: readonly string[], values: readonly string[]): Step {
  const put = (text: string): string =>
    names.reduce((out, name, index) => out.replaceAll(`<${name}>`, values[index] ?? ""), text);
  return {
    text: put(step.text),
    doc: put(step.doc),
    table: { header: step.table.header.map(put), rows: step.table.rows.map((row) => row.map(put)) },
  };
}

function expectationOf(steps: readonly Step[]): Expectation {
  const step = steps.find(({ text }) => text.startsWith("the result should be") || text.includes("should be raised"));
  const text = step?.text ?? "";
  return {
    kind: text.includes("should be raised") || step === undefined ? "error" : "rows",
    ordered: text.includes("in order"),
    listsUnordered: text.includes("ignoring element order"),
    table: step?.table ?? EMPTY,
  };
}

function scenarioOf(feature: string, name: string, steps: readonly Step[]): Scenario {
  const named = (text: string): Step[] => steps.filter((step) => step.text.startsWith(text));
  return {
    feature,
    name,
    graph: /^the (\S+) graph/u.exec(steps[0]?.text ?? "")?.[1] ?? "",
    setup: named("having executed").map(({ doc }) => doc),
    parameters: named("parameters are")[0]?.table ?? EMPTY,
    query: named("executing query")[0]?.doc ?? "",
    expectation: expectationOf(steps),
    sideEffects: named("the side effects should be").length > 0,
    procedures: named("there exists a procedure").length > 0,
  };
}

export function readFeature(feature: string, text: string): Scenario[] {
  const [before = "", ...parts] = text.split(/^\s*(?=Scenario(?: Outline)?:)/mu);
  const background = /^\s*Background:\s*$/mu.exec(before);
  const shared = background === null ? [] : readSteps(before.slice(background.index).split("\n").slice(1)).steps;
  return parts.flatMap((part) => {
    const [title = "", ...lines] = part.split("\n");
    const name = title.replace(/^Scenario(?: Outline)?:\s*/u, "").trim();
    const { steps: own, examples } = readSteps(lines);
    const steps = [...shared, ...own];
    if (examples.length === 0) return [scenarioOf(feature, name, steps)];
    return examples.flatMap(({ header, rows }) =>
      rows.map((values, index) =>
        scenarioOf(
          feature,
          `${name} #${index + 1}`,
          steps.map((step) => fill(step, header, values)),
        ),
      ),
    );
  });
}
