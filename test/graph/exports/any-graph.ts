import fc from "fast-check";
import type { EdgeData, GraphData, NodeData, PropertyValue } from "../../../graph/model/graph-data.ts";

const text = fc.string({ unit: "binary" });
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  text,
  fc.constantFrom("\\u0022", "a\\", '"', "'; DROP\n//", "`", "${x}", "]]>", "&lt;", "\u2028", "第一条"),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.array(text),
);
const anyProperties = fc.dictionary(
  fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/u).filter((name) => !["id", "graph", "constructor"].includes(name)),
  value,
  { noNullPrototype: true },
);
const node: fc.Arbitrary<NodeData> = fc.record({
  id: fc.string({ minLength: 1 }),
  label: fc.constantFrom("Agency", "Task", "Document"),
  properties: anyProperties,
});
const edge = fc.record({
  type: fc.constantFrom("LEADS", "PART_OF"),
  from: fc.nat(),
  to: fc.nat(),
  properties: anyProperties,
});

/** Graphs with any text in them, edges both ways, several between the same two, and on one node. */
export const anyGraph: fc.Arbitrary<GraphData> = fc
  .tuple(fc.uniqueArray(node, { selector: ({ id }) => id }), fc.array(edge))
  .map(([nodes, drawn]) => {
    const at = (index: number): string => nodes[index % nodes.length]?.id ?? "";
    const edges = drawn.map(({ type, from, to, properties }, index): EdgeData => {
      const [source, target] = [at(from), at(to)];
      return { id: `${type}|${source}|${target}~${index}`, type, source, target, properties };
    });
    return { nodes, edges: nodes.length === 0 ? [] : edges };
  });
