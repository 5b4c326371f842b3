import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toGexf } from "../../../graph/exports/gexf.ts";
import { toGraphml } from "../../../graph/exports/graphml.ts";
import type { GraphData } from "../../../graph/model/graph-data.ts";
import { sampleGraph } from "../stores/sample-graph.ts";
import { anyGraph } from "./any-graph.ts";
import { awkwardGraph } from "./awkward-graph.ts";
import { type Element, readXml, within } from "./read-xml.ts";

const positionsOf = ({ nodes }: GraphData): Record<string, readonly [number, number]> =>
  Object.fromEntries(nodes.filter((_node, index) => index % 3 > 0).map(({ id }, index) => [id, [index / 3, -index]]));

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;
const isOf: Readonly<Record<string, RegExp>> = {
  string: /^/u,
  liststring: /^\[.*\]$/su,
  long: /^-?\d+$/u,
  double: NUMBER,
  boolean: /^(?:true|false)$/u,
};

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
const attribute = (name: string) => (element: Element) => element.attributes[name] ?? "";

/** That an element has no attributes and children but these. */
const onlyFaults = (element: Element, attributes: readonly string[], children: readonly string[]): string[] => [
  ...Object.keys(element.attributes)
    .filter((name) => !attributes.includes(name))
    .map((name) => `<${element.name} ${name}>`),
  ...element.children.filter(({ name }) => !children.includes(name)).map(({ name }) => `<${element.name}><${name}>`),
];

const idFaults = (nodes: readonly Element[], edges: readonly Element[]): string[] => {
  const ids = new Set(nodes.map(attribute("id")));
  return [
    ...repeated(nodes.map(attribute("id"))).map((id) => `node ${id} twice`),
    ...repeated(edges.map(attribute("id"))).map((id) => `edge ${id} twice`),
    ...edges
      .flatMap((edge) => [edge.attributes["source"], edge.attributes["target"]])
      .filter((end) => end === undefined || !ids.has(end))
      .map((end) => `no node ${String(end)}`),
  ];
};

/** What breaks the rules of GEXF 1.3. */
function gexfFaults(xml: string): string[] {
  const root = readXml(xml);
  const faults = onlyFaults(root, ["xmlns", "xmlns:viz", "version"], ["meta", "graph"]);
  if (root.name !== "gexf" || root.attributes["version"] !== "1.3") faults.push("no gexf 1.3");
  const graphs = within(root, "graph");
  if (graphs.length !== 1) faults.push("not one graph");
  const [nodes, edges] = [within(root, "graph", "nodes", "node"), within(root, "graph", "edges", "edge")];
  faults.push(...idFaults(nodes, edges));
  for (const [kind, elements] of [
    ["node", nodes],
    ["edge", edges],
  ] as const) {
    const declared = within(root, "graph", "attributes").filter(({ attributes }) => attributes["class"] === kind);
    const columns = declared.flatMap((element) => within(element, "attribute"));
    faults.push(...repeated(columns.map(attribute("id"))).map((id) => `${kind} attribute ${id} twice`));
    faults.push(...repeated(columns.map(attribute("title"))).map((title) => `${kind} attribute ${title} twice`));
    const types = new Map(columns.map((column) => [attribute("id")(column), attribute("type")(column)]));
    const own = kind === "node" ? ["id", "label"] : ["id", "source", "target", "type", "label", "kind", "weight"];
    for (const element of elements) {
      faults.push(...onlyFaults(element, own, ["attvalues", "viz:position"]));
      const values = within(element, "attvalues", "attvalue");
      faults.push(...repeated(values.map(attribute("for"))).map((id) => `value ${id} twice`));
      for (const { attributes } of values) {
        const type = types.get(attributes["for"] ?? "");
        if (isOf[type ?? ""]?.test(attributes["value"] ?? "") !== true) {
          faults.push(`${String(type)}: ${JSON.stringify(attributes)}`);
        }
      }
      const numbers = within(element, "viz:position").flatMap(({ attributes }) => Object.values(attributes));
      if (kind === "edge") numbers.push(element.attributes["weight"] ?? "");
      faults.push(...numbers.filter((number) => !NUMBER.test(number)).map((number) => `no number: ${number}`));
    }
  }
  return faults;
}

/** What breaks the rules of GraphML 1.0 with its attributes. */
function graphmlFaults(xml: string): string[] {
  const root = readXml(xml);
  const faults = onlyFaults(root, ["xmlns", "xmlns:xsi", "xsi:schemaLocation"], ["key", "graph"]);
  if (root.name !== "graphml") faults.push("no graphml");
  if (root.children.at(-1)?.name !== "graph") faults.push("keys stand before the graph");
  const keys = within(root, "key");
  const [nodes, edges] = [within(root, "graph", "node"), within(root, "graph", "edge")];
  faults.push(...idFaults(nodes, edges), ...repeated(keys.map(attribute("id"))).map((id) => `key ${id} twice`));
  const named = [...keys, ...nodes, ...edges].map(attribute("id"));
  faults.push(
    ...named.filter((id) => !/^[A-Za-z0-9._:\u4E00-\u9FA5\u3007-]+$/u.test(id)).map((id) => `no NMTOKEN: ${id}`),
  );
  for (const kind of ["node", "edge"]) {
    const own = keys.filter(({ attributes }) => attributes["for"] === kind);
    faults.push(...repeated(own.map(attribute("attr.name"))).map((name) => `${kind} key ${name} twice`));
    const types = new Map(own.map((key) => [attribute("id")(key), attribute("attr.type")(key)]));
    for (const element of kind === "node" ? nodes : edges) {
      faults.push(...onlyFaults(element, kind === "node" ? ["id"] : ["id", "source", "target"], ["data"]));
      const values = within(element, "data");
      faults.push(...repeated(values.map(attribute("key"))).map((key) => `data ${key} twice`));
      for (const { attributes, text } of values) {
        const type = types.get(attributes["key"] ?? "");
        if (type === "liststring" || isOf[type ?? ""]?.test(text) !== true) faults.push(`${String(type)}: ${text}`);
      }
    }
  }
  return faults;
}

const formats = [
  ["GEXF", toGexf, gexfFaults],
  ["GraphML", toGraphml, graphmlFaults],
] as const;

for (const [format, write, faultsOf] of formats) {
  const faults = (graph: GraphData): string[] => faultsOf([...write(graph, positionsOf(graph))].join(""));

  describe(`the rules of ${format}`, () => {
    const graphs: readonly (readonly [string, GraphData])[] = [
      ["the sample", sampleGraph],
      ["an awkward graph", awkwardGraph],
      ["nothing", { nodes: [], edges: [] }],
    ];
    for (const [what, graph] of graphs) {
      it(`are kept by ${what}`, () => {
        expect(faults(graph)).toEqual([]);
      });
    }

    it("are kept by any graph", () => {
      fc.assert(
        fc.property(anyGraph, (graph) => {
          expect(faults(graph)).toEqual([]);
        }),
        { seed: 20261121, numRuns: 200 },
      );
    });

    const out = [...write(sampleGraph, positionsOf(sampleGraph))].join("");
    const broken: readonly (readonly [string, RegExp, string])[] = [
      ["an end that is nowhere", /(?<=<edge[^>]* source=")[^"]*/u, "nowhere"],
      ["a value that is not declared", /(?<=<(?:attvalue for|data key)=")[^"]*/u, "x99"],
      ["a type that is none", /(?<= (?:type|attr\.type)=")string(?="\/>)/u, "text"],
      ["an attribute of no format", /<node /u, "<node colour='red' "],
      ["an element left open", /<\/node>/u, ""],
      ["a bare ampersand", /(?<=>|value=")临江/u, "临 & 江"],
    ];
    for (const [what, where, instead] of broken) {
      it(`are seen to be broken by ${what}`, () => {
        const changed = out.replace(where, instead);
        expect(changed).not.toBe(out);
        const found = (): string[] => {
          try {
            return faultsOf(changed);
          } catch (error) {
            return [(error as Error).message];
          }
        };
        expect(found()).not.toEqual([]);
      });
    }
  });
}
