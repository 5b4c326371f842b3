import { z } from "zod";

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });

const propertySchema = z.strictObject({
  type: z.enum(["string", "integer", "float", "boolean", "strings"]),
  required: z.boolean().default(false),
  zh: z.string().min(1),
  en: z.string().min(1),
  meaning: z.string().min(1),
  /** Values that occur, with their Chinese names; not a closed list. */
  values: z.record(z.string(), z.string()).optional(),
  /** True where people look for its words: goes into full-text indexes. */
  searched: z.boolean().default(false),
});

const propertiesSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/u), propertySchema);

export const nodeTypeSchema = z.strictObject({
  label: z.string().regex(/^[A-Z][A-Za-z]*$/u),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Place in lists and legends. */
  order: z.int().positive(),
  meaning: bilingual,
  /** How the id is made up. */
  id: z.string().min(1),
  properties: propertiesSchema,
});

export const edgeTypeSchema = z.strictObject({
  type: z.string().regex(/^[A-Z][A-Z_]*$/u),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Place in lists and legends. */
  order: z.int().positive(),
  meaning: bilingual,
  /** Labels that it may go from and to. */
  ends: z.array(z.tuple([z.string(), z.string()])).min(1),
  /** Whether it carries the words that prove it. */
  evidence: z.enum(["always", "optional", "never"]),
  properties: propertiesSchema,
});

export const evidenceSchema = z.strictObject({ properties: propertiesSchema });

export type PropertyType = z.output<typeof propertySchema>;
export type NodeType = z.output<typeof nodeTypeSchema>;
export type EdgeType = z.output<typeof edgeTypeSchema>;

/** Ontology 本体: what labels, edge types and properties there are and mean; everything that names them is made from it. */
export interface Ontology {
  /** In the order of reading: documents first. */
  readonly nodes: readonly NodeType[];
  readonly edges: readonly EdgeType[];
  /** What an edge read from a text carries beside its own properties. */
  readonly evidence: Readonly<Record<string, PropertyType>>;
}

/** All properties that an edge of the type may have, with its evidence. */
export function edgeProperties(ontology: Ontology, edge: EdgeType): Readonly<Record<string, PropertyType>> {
  return edge.evidence === "never" ? edge.properties : { ...edge.properties, ...ontology.evidence };
}
