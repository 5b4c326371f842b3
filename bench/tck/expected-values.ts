import type { Parameter } from "../../graph/stores/store.ts";
import { isEdgeValue, isNodeValue, isPathValue, type Value } from "../../graph/stores/value.ts";

/** A value as the TCK writes it: `(:A {x: 1})`, `[:T]`, `<(:A)-[:T]->(:B)>`, lists, maps and scalars. */
export type Expected =
  | { readonly kind: "scalar"; readonly value: null | boolean | number | string }
  | { readonly kind: "list"; readonly items: readonly Expected[] }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, Expected> }
  | { readonly kind: "node"; readonly labels: readonly string[]; readonly entries: ReadonlyMap<string, Expected> }
  | { readonly kind: "edge"; readonly type: string; readonly entries: ReadonlyMap<string, Expected> }
  | {
      readonly kind: "path";
      readonly nodes: readonly Expected[];
      readonly edges: readonly { readonly edge: Expected; readonly forward: boolean }[];
    };

const SCALARS: Readonly<Record<string, null | boolean | number>> = {
  null: null,
  true: true,
  false: false,
  NaN: Number.NaN,
  Inf: Number.POSITIVE_INFINITY,
  "-Inf": Number.NEGATIVE_INFINITY,
};

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): string | undefined {
    const sticky = new RegExp(`\\s*(?:${pattern.source})`, "uy");
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match === null) return undefined;
    this.#at = sticky.lastIndex;
    return match[0].trim();
  }

  need(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === undefined) throw new Error(`${pattern.source} expected at ${this.#at} of ${this.#text}`);
    return found;
  }

  value(): Expected {
    if (this.take(/</u) !== undefined) return this.path();
    if (this.take(/\(/u) !== undefined) return this.node();
    if (this.take(/\[(?=:)/u) !== undefined) return this.edge();
    if (this.take(/\[/u) !== undefined) return this.list();
    if (this.take(/\{/u) !== undefined) return { kind: "map", entries: this.entries() };
    const text = this.take(/'(?:[^'\\]|\\.)*'/u);
    if (text !== undefined)
      return {
        kind: "scalar",
        value: text.slice(1, -1).replace(/\\(.)/gu, (_, char: string) => (char === "n" ? "\n" : char)),
      };
    const word = this.need(/-?(?:Inf|NaN)|-?\d[\d.eE+-]*|-?\.\d+|\w+/u);
    return { kind: "scalar", value: word in SCALARS ? (SCALARS[word] as null) : Number(word) };
  }

  list(): Expected {
    const items: Expected[] = [];
    while (this.take(/\]/u) === undefined) {
      items.push(this.value());
      this.take(/,/u);
    }
    return { kind: "list", items };
  }

  entries(): Map<string, Expected> {
    const entries = new Map<string, Expected>();
    while (this.take(/\}/u) === undefined) {
      const key = this.need(/`[^`]*`|[\w$]+/u).replaceAll("`", "");
      this.need(/:/u);
      entries.set(key, this.value());
      this.take(/,/u);
    }
    return entries;
  }

  node(): Expected {
    const labels: string[] = [];
    for (let label = this.take(/:\w+/u); label !== undefined; label = this.take(/:\w+/u)) labels.push(label.slice(1));
    const entries = this.take(/\{/u) === undefined ? new Map<string, Expected>() : this.entries();
    this.need(/\)/u);
    return { kind: "node", labels, entries };
  }

  edge(): Expected {
    const type = this.need(/:\w+/u).slice(1);
    const entries = this.take(/\{/u) === undefined ? new Map<string, Expected>() : this.entries();
    this.need(/\]/u);
    return { kind: "edge", type, entries };
  }

  path(): Expected {
    const nodes: Expected[] = [];
    const edges: { edge: Expected; forward: boolean }[] = [];
    this.need(/\(/u);
    nodes.push(this.node());
    while (this.take(/>$/u) === undefined && this.take(/>(?=[\s,\]}])/u) === undefined) {
      const back = this.need(/<-\[|-\[/u) === "<-[";
      edges.push({ edge: this.edge(), forward: !back });
      this.need(/->|-/u);
      this.need(/\(/u);
      nodes.push(this.node());
    }
    return { kind: "path", nodes, edges };
  }
}

export const readExpected = (text: string): Expected => new Reader(text).value();

export function toParameter(expected: Expected): Parameter {
  if (expected.kind === "scalar") return expected.value;
  if (expected.kind === "list") return expected.items.map(toParameter);
  if (expected.kind === "map") {
    return Object.fromEntries([...expected.entries].map(([key, value]) => [key, toParameter(value)]));
  }
  throw new Error("a node is no parameter");
}

type Record_ = { readonly [key: string]: Value };

const sameEntries = (entries: ReadonlyMap<string, Expected>, own: Record_, any: boolean, ignored = ""): boolean => {
  const keys = [...entries.keys()].filter((key) => key !== ignored);
  return (
    keys.length === Object.keys(own).length &&
    keys.every((key) => own[key] !== undefined && same(entries.get(key) as Expected, own[key], any))
  );
};

function samePermutation(items: readonly Expected[], own: readonly Value[], any: boolean): boolean {
  const left = [...own];
  return items.every((item) => {
    const at = left.findIndex((value) => same(item, value, any));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whether a value of ours is the expected one; `any`: elements of lists in any order. */
export function same(expected: Expected, own: Value, any: boolean): boolean {
  switch (expected.kind) {
    case "scalar":
      if (typeof expected.value === "number") {
        // JSON has no way to write these; neither has our protocol.
        if (!Number.isFinite(expected.value)) return own === null;
        return Number(own) === expected.value && typeof own !== "boolean" && own !== "";
      }
      return own === expected.value;
    case "list":
      if (!Array.isArray(own) || own.length !== expected.items.length) return false;
      if (any) return samePermutation(expected.items, own as readonly Value[], any);
      return expected.items.every((item, index) => same(item, (own as readonly Value[])[index] ?? null, any));
    case "map":
      if (own === null || typeof own !== "object" || Array.isArray(own) || isNodeValue(own)) return false;
      return sameEntries(expected.entries, own as Record_, any);
    case "node":
      // The adapter keeps one label, and `id` apart from the properties.
      return (
        isNodeValue(own) &&
        (expected.labels.length === 0 ? own.label === "" : expected.labels.includes(own.label)) &&
        sameEntries(expected.entries, own.properties, any, "id")
      );
    case "edge":
      return isEdgeValue(own) && own.type === expected.type && sameEntries(expected.entries, own.properties, any, "id");
    default:
      return (
        isPathValue(own) &&
        own.nodes.length === expected.nodes.length &&
        expected.nodes.every((node, index) => same(node, own.nodes[index] ?? null, any)) &&
        expected.edges.every(({ edge, forward }, index) => {
          const found = own.edges[index];
          const from = own.nodes[index + (forward ? 0 : 1)]?.id;
          return found !== undefined && same(edge, found, any) && found.source === from;
        })
      );
  }
}
