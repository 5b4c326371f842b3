import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import type { Thing } from "../data/network.ts";
import { bareTitle } from "../data/names.ts";
import { words } from "../state/language.ts";

const text = (thing: Thing | undefined, property: string): string | undefined => {
  const value = thing?.properties[property];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** A document in few words: its number, or its title without the office wording. */
export const shortDocument = (thing: Thing): string => text(thing, "number") ?? bareTitle(thing.name);

const ownerName = ({ owner }: Thing): string | undefined => (owner === undefined ? undefined : shortDocument(owner));

const SUBTITLES: Readonly<Record<NodeLabel, (thing: Thing) => string | undefined>> = {
  Agency: (thing) => text(thing, "shortName"),
  Leader: (thing) => listOf(thing.properties["posts"]) ?? bodyOf(thing.id),
  Document: (thing) => text(thing, "number"),
  Task: ownerName,
  Clause: ownerName,
  Target: ownerName,
  Article: () => undefined,
};

/** The second line under a thing's name, telling it from others of the same name. */
export const subtitleOf = (thing: Thing): string | undefined => SUBTITLES[thing.kind](thing);

/** Text of a list property, in the reader's punctuation. */
export function listOf(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.join(words.value.values.separator);
}

/** `leader/上海市总工会/周奇` names the body. */
const bodyOf = (id: string): string | undefined => {
  const body = id.split("/")[1];
  return body === undefined || body.startsWith("?") ? undefined : body;
};
