import { z } from "zod";

const codeSchema = z.strictObject({ name: z.string(), also: z.array(z.string()).default([]) });

export const issuerCodesSchema = z.strictObject({
  national: z.record(z.string(), codeSchema),
  organs: z.record(z.string(), codeSchema),
  departments: z.record(z.string(), z.string()),
  regions: z.record(z.string(), z.array(z.string()).min(1)),
});
/** IssuerCodes 发文机关代字: what the letters before 〔year〕 mean. */
export type IssuerCodes = z.output<typeof issuerCodesSchema>;

const dateSchema = z.string().regex(/^\d{4}(-\d{2}){0,2}$/u);
const successionSchema = z.strictObject({ from: z.string(), to: z.string(), date: dateSchema });

export const successionsSchema = z.strictObject({
  national: z.array(successionSchema),
  offices: z.array(
    z.strictObject({ ...successionSchema.shape, province: z.string().optional(), template: z.string().optional() }),
  ),
  places: z.record(z.string(), z.array(successionSchema)),
});
/** Successions 机构更名: which body took over from which, and when. */
export type Successions = z.output<typeof successionsSchema>;

export const houseDepartmentsSchema = z.strictObject({
  departments: z.array(z.strictObject({ name: z.string(), forms: z.array(z.string().min(1)) })),
  insideGroups: z.array(z.string()),
});
/** HouseDepartments 内设机构: names of departments inside an organisation. */
export type HouseDepartments = z.output<typeof houseDepartmentsSchema>;
