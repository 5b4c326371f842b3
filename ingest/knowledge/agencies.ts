import { z } from "zod";

/** Kind of a body (ONTOLOGY.md, "Nodes"). */
export const AGENCY_KINDS = [
  "party",
  "government",
  "congress",
  "cppcc",
  "judicial",
  "union",
  "massOrganization",
  "department",
  "institution",
  "enterprise",
  "group",
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];
const kindSchema = z.enum(AGENCY_KINDS);
const words = z.array(z.string().min(1)).default([]);

const nationalSchema = z.strictObject({
  name: z.string(),
  short: words,
  bare: words,
  kind: kindSchema,
  until: z.number().int().optional(),
  /** Its branches are called by the full names of their places: 国家税务总局攀枝花市税务局. */
  fullPlaces: z.boolean().default(false),
});
export const nationalAgenciesSchema = z.strictObject({
  agencies: z.array(nationalSchema),
  taiwan: z.array(nationalSchema),
});
export type NationalAgency = z.output<typeof nationalSchema>;

const rankSchema = z.enum(["standard", "commission", "bureau", "office"]);
const stemSchema = z.strictObject({
  stem: z.string(),
  short: words,
  rank: rankSchema,
  municipality: z.string().optional(),
  city: z.string().optional(),
  county: z.string().optional(),
  template: z.string().optional(),
  weak: z.boolean().default(false),
});
export type OfficeStem = z.output<typeof stemSchema>;

const ownedSchema = z.strictObject({
  name: z.string(),
  short: words,
  bare: words,
  level: z.enum(["province"]).optional(),
  kind: kindSchema.optional(),
});

const bodySchema = z.strictObject({
  name: z.string(),
  forms: z.array(z.string().min(1)),
  kind: kindSchema,
  byLevel: z.record(z.string(), z.string()).optional(),
  needsPlace: z.boolean().default(false),
});

export const localOfficesSchema = z.strictObject({
  stems: z.array(stemSchema),
  ranks: z.record(z.string(), z.array(z.string())),
  forms: z.record(z.string(), z.string()),
  party: z.array(ownedSchema),
  government: z.array(ownedSchema),
  congress: z.array(ownedSchema),
  cppcc: z.array(ownedSchema),
  bodies: z.array(bodySchema),
  vertical: z.array(bodySchema),
});
export type LocalOffices = z.output<typeof localOfficesSchema>;

export const groupsSchema = z.strictObject({
  heads: z.array(z.string()),
  owners: z.array(z.string()),
  nouns: z.array(z.string()),
  divisions: z.array(z.string()),
  governments: z.array(z.string()),
  whole: z.array(z.string()),
});
export type GroupWords = z.output<typeof groupsSchema>;

export const shapeSchema = z.strictObject({
  ranks: z.strictObject({ general: z.array(z.string()), internal: z.array(z.string()), taiwan: z.array(z.string()) }),
  short: z.array(z.string()),
  notBefore: z.record(z.string(), z.array(z.string())),
  notBodies: z.array(z.string()),
  notPlaces: z.array(z.string()),
  notFirst: z.array(z.string()),
  leading: z.array(z.string()),
  stops: z.array(z.string()),
  safe: z.array(z.string()),
});
export type ShapeWords = z.output<typeof shapeSchema>;

const localBodiesSchema = z.strictObject({
  places: z.record(
    z.string(),
    z.array(z.strictObject({ name: z.string(), short: words, kind: kindSchema, within: z.string().optional() })),
  ),
});

export { localBodiesSchema };
export type LocalBodies = z.output<typeof localBodiesSchema>;

/** AgencyGazetteer 机构名录: what is known of bodies, as the seeds state it. */
export interface AgencyGazetteer {
  readonly national: readonly NationalAgency[];
  readonly taiwan: readonly NationalAgency[];
  readonly offices: LocalOffices;
  readonly groups: GroupWords;
  readonly shape: ShapeWords;
  /** Bodies of one place that no convention derives: 上海市 → 上海工会管理职业学院. */
  readonly local: LocalBodies["places"];
}
