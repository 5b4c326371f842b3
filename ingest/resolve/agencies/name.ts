import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Region } from "../../knowledge/regions.ts";
import type { Form, RankLevel } from "../../recognize/agencies/lexicon.ts";

export const rankLevel = (region: Region): RankLevel => (region.municipality ? "municipality" : region.level);

export const fillName = (template: string, region: Region): string =>
  template.replaceAll("{place}", region.full).replaceAll("{short}", region.short);

/** 办公厅 in provinces and sub-provincial cities, 办公室 elsewhere. */
export const officeName = ({ bodies }: Knowledge, name: string, region: Region): string =>
  region.level === "province" || bodies.subprovincial.words.includes(region.name)
    ? name
    : name.replace(/办公厅$/u, "办公室");

/** Full official name of a form in a region. */
export function nameOfForm(form: Form, region: Region): string {
  return fillName(typeof form.names === "string" ? form.names : form.names[rankLevel(region)], region);
}
