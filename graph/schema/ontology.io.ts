import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { CeyuanError } from "../model/errors.ts";
import { packageRoot } from "../package-root.io.ts";
import { edgeTypeSchema, evidenceSchema, nodeTypeSchema, type Ontology } from "./ontology.ts";
import { readYaml } from "./yaml-data.ts";

function readFile<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): z.output<Schema> {
  const read = readYaml(readFileSync(join(folder, name), "utf8"), schema);
  if ("data" in read) return read.data;
  throw new CeyuanError("seeds-invalid", `seeds/ontology/${name}:${read.fault.line}: ${read.fault.message}`);
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();

const inOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

const mustMatch = (file: string, name: string, own: string): void => {
  if (name !== own) throw new CeyuanError("seeds-invalid", `seeds/ontology/${file}:1: ${own} ≠ ${name}`);
};

/** Loads `seeds/ontology`. Throws `CeyuanError` (`seeds-invalid`) naming file and line where one is invalid. */
export function loadOntology(folder: string = join(packageRoot(), "seeds", "ontology")): Ontology {
  const nodes = namesIn(join(folder, "nodes")).map((name) => {
    const node = readFile(folder, `nodes/${name}.yaml`, nodeTypeSchema);
    mustMatch(`nodes/${name}.yaml`, name, node.label);
    return node;
  });
  const labels = new Set(nodes.map(({ label }) => label));
  const edges = namesIn(join(folder, "edges")).map((name) => {
    const edge = readFile(folder, `edges/${name}.yaml`, edgeTypeSchema);
    mustMatch(`edges/${name}.yaml`, name, edge.type);
    const unknown = edge.ends.flat().find((label) => !labels.has(label));
    if (unknown !== undefined) {
      throw new CeyuanError("seeds-invalid", `seeds/ontology/edges/${name}.yaml: ends: no such label ${unknown}`);
    }
    return edge;
  });
  return {
    nodes: nodes.sort(inOrder),
    edges: edges.sort(inOrder),
    evidence: readFile(folder, "evidence.yaml", evidenceSchema).properties,
  };
}
