import type { Region } from "../../knowledge/regions.ts";
import type { Form, RankLevel } from "../../recognize/agencies/lexicon.ts";

/** Cities whose committees and governments have a 办公厅 (副省级市). */
const SUBPROVINCIAL = /^(广州|深圳|南京|武汉|沈阳|西安|成都|济南|杭州|哈尔滨|长春|大连|青岛|厦门|宁波)市$/u;

export const rankLevel = (region: Region): RankLevel => (region.municipality ? "municipality" : region.level);

export const fillName = (template: string, region: Region): string =>
  template.replaceAll("{place}", region.full).replaceAll("{short}", region.short);

/** 办公厅 in provinces and sub-provincial cities, 办公室 elsewhere. */
export const officeName = (name: string, region: Region): string =>
  region.level === "province" || SUBPROVINCIAL.test(region.name) ? name : name.replace(/办公厅$/u, "办公室");

/** Full official name of a form in a region. */
export function nameOfForm(form: Form, region: Region): string {
  return fillName(typeof form.names === "string" ? form.names : form.names[rankLevel(region)], region);
}
