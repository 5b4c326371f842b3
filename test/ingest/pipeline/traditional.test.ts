import { Converter } from "opencc-js/cn2t";
import { describe, expect, it } from "vitest";
import type { EdgeData, GraphData } from "../../../graph/model/graph-data.ts";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../../ingest/pipeline/index.ts";
import { simplifiedForm, simplifiedUnit } from "../../../ingest/recognize/simplified-form.ts";
import { samples, sourceOf } from "./samples.ts";

const knowledge = loadKnowledge();
const convert = Converter({ from: "cn", to: "t" });
/** As a mirror in traditional characters prints it, unit by unit. */
const traditional = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at);
    const converted = convert(unit);
    return converted.length === 1 ? converted : unit;
  }).join("");

function graphOf(name: string, text: string): GraphData & { readonly text: string } {
  const source = sourceOf(name, text);
  return { text, ...buildGraph([readDocument(source, knowledge)], knowledge).graph };
}

const ROLES = new Set(["LEADS", "RESPONSIBLE_FOR", "PARTICIPATES_IN", "OVERSEES"]);
const roles = ({ edges }: { edges: readonly EdgeData[] }): EdgeData[] => edges.filter(({ type }) => ROLES.has(type));
const simplified = (text: string): string => Array.from(text, simplifiedUnit).join("");
/** Names of persons stay as they are printed. */
const stated = ({ type, source, properties }: EdgeData): string =>
  simplified(`${type} ${source} ${String(properties["from"])}–${String(properties["to"])}`);

describe("a document in traditional characters", () => {
  it.each(samples.map(({ name, text }) => [name, text] as const))(
    "%s assigns the same to the same bodies",
    (name, text) => {
      const [before, after] = [graphOf(name, text), graphOf(name, traditional(text))];
      expect(roles(after).map(stated).toSorted()).toEqual(roles(before).map(stated).toSorted());
    },
  );

  it.each(samples.map(({ name, text }) => [name, text] as const))("%s is quoted as it is printed", (name, text) => {
    const { text: printed, nodes, edges } = graphOf(name, traditional(text));
    const mentions = roles({ edges }).map(({ properties }) => String(properties["mention"]));
    const titles = nodes.filter(({ label }) => label === "Task").map((node) => String(node.properties["title"]));
    expect(titles.filter((title) => /[务设负责领导组织]/u.test(title))).toEqual([]);
    for (const mention of mentions) expect(printed.replace(/\s+/gu, "")).toContain(mention);
  });
});

it("a number is the same document in simplified and in traditional characters", () => {
  const texts = ["一、按照江府发〔2023〕12号执行。", "一、各單位要按照江府發〔2023〕12號執行，於年內完成。"];
  const readings = texts.map((text, i) => readDocument(sourceOf(`${i}.txt`, text), knowledge));
  const { nodes } = buildGraph(readings, knowledge).graph;
  expect(nodes.map(({ id }) => id).filter((id) => id.includes("2023"))).toEqual(["doc/江府发〔2023〕12号"]);
});

describe("the simplified form", () => {
  it.each([
    ["市財政局負責籌措經費", "市财政局负责筹措经费", "traditional throughout"],
    [
      "市财政局负责筹措经费，著名作家乾安参加，其余人员按职责分工做好相关工作并及时上报",
      undefined,
      "a stray character in a simplified text",
    ],
    ["", undefined, "nothing"],
    ["2023 年 5 月", undefined, "the text itself"],
  ])("of “%s” is %s (%s)", (text, expected, _why) => {
    expect(simplifiedForm(text)).toBe(expected);
    expect((simplifiedForm(text) ?? text).length).toBe(text.length);
  });
});
