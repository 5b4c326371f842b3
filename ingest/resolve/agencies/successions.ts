import type { Knowledge } from "../../knowledge/knowledge.ts";

export interface Succession {
  readonly to: string;
  /** ISO with its precision. */
  readonly date: string;
}

/** Bodies that took over from `name`: the place's own record before the pattern for all places. */
export function successionsOf(knowledge: Knowledge, name: string): Succession[] {
  const { national, offices, places } = knowledge.successions;
  const exact = [...Object.values(places).flat(), ...national].filter(({ from }) => from === name);
  if (exact.length > 0) return exact.map(({ to, date }) => ({ to, date }));
  for (const office of offices) {
    if (!name.endsWith(office.from)) continue;
    const place = name.slice(0, name.length - office.from.length);
    const region = knowledge.regions.byName.get(place)?.find(({ full }) => full === place);
    if (region === undefined) continue;
    const province = region.level === "province" && !region.municipality;
    const successor = (province ? office.province : undefined) ?? office.to;
    return [{ to: office.template?.replaceAll("{place}", place) ?? place + successor, date: office.date }];
  }
  return [];
}
