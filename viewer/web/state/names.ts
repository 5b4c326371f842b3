import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { language } from "./language.ts";
import { ontology } from "./session.ts";

/*
 * Names 名称 that the ontology gives to kinds, relations, properties and coded values, in the reader's language. What it
 * does not name keeps the name it has in the graph.
 */

const nodeType = (label: NodeLabel) => ontology.value?.nodes.find((type) => type.label === label);

const edgeType = (name: EdgeType) => ontology.value?.edges.find(({ type }) => type === name);

export const kindName = (label: NodeLabel): string => nodeType(label)?.[language.value] ?? label;

export const relationName = (type: EdgeType): string => edgeType(type)?.[language.value] ?? type;

export const propertyName = (label: NodeLabel, property: string): string =>
  nodeType(label)?.properties[property]?.[language.value] ?? property;

/** What a coded value means: `massOrganization` is 群团组织, or mass organization. */
export function valueName(label: NodeLabel, property: string, value: string): string {
  const chinese = nodeType(label)?.properties[property]?.values?.[value];
  if (chinese === undefined) return value;
  return language.value === "zh" ? chinese : value.replace(/[A-Z]/gu, (capital) => ` ${capital.toLowerCase()}`);
}
