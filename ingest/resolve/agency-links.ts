import { agencyId } from "../../graph/model/ids.ts";
import type { ResolvedFact } from "../../graph/model/resolved-fact.ts";
import type { AgencyResolver } from "./agencies/index.ts";
import type { NodeTable } from "./node-table.ts";

/**
 * Links between bodies 单位之间的关系: an office whose official name begins with another body's is part of it (上海市总工会
 * 基层工作部), and the successions of the gazetteer. Both are inferred: no document states them.
 */
export function addAgencyLinks(table: NodeTable, agencies: AgencyResolver): ResolvedFact[] {
  const nameOf = new Map(table.ids("Agency").map((id) => [id, String(table.property(id, "name") ?? "")]));
  const resolved = [...nameOf].filter(
    ([id]) => table.property(id, "resolved") === true && table.property(id, "kind") !== "group",
  );
  const byName = new Map(resolved.map(([id, name]) => [name, id]));
  const facts: ResolvedFact[] = [];
  const inferred = (rule: string) => ({ rule, confidence: 0.9, inferred: true });
  for (const [id, name] of resolved) {
    for (let length = name.length - 2; length >= 4; length--) {
      const whole = byName.get(name.slice(0, length));
      if (whole === undefined) continue;
      facts.push({ type: "PART_OF", source: id, target: whole, properties: inferred("name-prefix"), order: [0, 0] });
      break;
    }
    for (const { to, date } of agencies.successionsOf(name)) {
      const inherited = Object.fromEntries(
        ["kind", "level", "region"].map((property) => [property, table.property(id, property)]),
      );
      const target = table.add(agencyId(to), "Agency", { name: to, ...inherited, resolved: true });
      facts.push({
        type: "SUCCEEDED_BY",
        source: id,
        target,
        properties: { date, ...inferred("succession") },
        order: [0, 0],
      });
    }
  }
  return facts;
}
