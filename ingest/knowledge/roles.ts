import { z } from "zod";

const words = z.array(z.string().min(1));
const byRole = z.strictObject({ lead: words, responsible: words, participate: words });
const role = z.enum(["lead", "responsible", "participate"]);

/** Schema of `seeds/vocabulary/roles.yaml`. */
export const rolesSchema = z.strictObject({
  stems: byRole,
  nouns: z.strictObject({ body: words, person: words }),
  personStems: words,
  labels: z.array(z.strictObject({ words, role, bracketed: role.optional(), holder: z.literal("person").optional() })),
  notLabels: words,
  layers: words,
  levels: words,
  predicates: byRole,
  companions: words,
});

/** Role 角色: what a body has to do with a task. */
export type Role = z.output<typeof role>;

/** Roles 职责用语: the words of `seeds/vocabulary/roles.yaml`. */
export type Roles = z.output<typeof rolesSchema>;
