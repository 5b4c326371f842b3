import { fold } from "./fold.ts";
import { bareTitle } from "./names.ts";
import type { Network, Thing } from "./network.ts";

/** A document as the list shows it. */
export interface DocumentRow {
  readonly thing: Thing;
  readonly number: string;
  readonly title: string;
  readonly issuers: readonly string[];
  readonly date: string;
  readonly tasks: number;
  readonly cited: number;
  readonly ingested: boolean;
  /** What it is found by, folded: once as written, once without brackets and spaces. */
  readonly found: readonly [string, string];
}

/** Document list 文件列表: those with most tasks first, then those cited most. */
export function documentRows(graph: Network): DocumentRow[] {
  const tasks = new Map<Thing, number>();
  for (const { kind, owner } of graph.things) {
    if (kind === "Task" && owner !== undefined) tasks.set(owner, (tasks.get(owner) ?? 0) + 1);
  }
  const cited = citations(graph);
  return graph.things
    .filter(({ kind }) => kind === "Document")
    .map((thing) => rowOf(thing, tasks.get(thing) ?? 0, cited.get(thing) ?? 0))
    .toSorted((a, b) => b.tasks - a.tasks || b.cited - a.cited || (a.thing.id < b.thing.id ? -1 : 1));
}

function rowOf(thing: Thing, tasks: number, cited: number): DocumentRow {
  const { properties } = thing;
  const [number, title, enclosed, source, date] = ["number", "title", "enclosedTitle", "source", "date"].map((name) =>
    text(properties[name]),
  );
  const issuers = texts(properties["issuers"]);
  /* Parted by a line break, which no word that is looked for holds. */
  const all = fold(
    [number, title, enclosed, thing.name, ...issuers, source, ...texts(properties["otherIds"])].join("\n"),
  );
  return {
    thing,
    number: number ?? "",
    title: bareTitle(title || thing.name),
    issuers,
    date: date ?? "",
    tasks,
    cited,
    ingested: properties["ingested"] === true,
    found: [all, bare(all)],
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** Who types a number leaves its brackets out: 测府发2021 3号 */
const bare = (folded: string): string => folded.replace(/[[\]《》〈〉“” ]/gu, "");

/** How often each document is invoked or mentioned, through its articles too. */
function citations(graph: Network): Map<Thing, number> {
  const partOf = new Map<Thing, Thing>();
  for (const { type, source, target } of graph.relations) if (type === "PART_OF") partOf.set(source, target);
  const counts = new Map<Thing, number>();
  for (const { type, target } of graph.relations) {
    if (type !== "DERIVES_FROM" && type !== "CITES") continue;
    const document = target.kind === "Article" ? partOf.get(target) : target;
    if (document !== undefined) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return counts;
}

/** The documents in which each of the words stands, whatever their widths, brackets, case and order. */
export function findDocuments(rows: readonly DocumentRow[], query: string): readonly DocumentRow[] {
  const wanted = fold(query).split(/\s+/u).filter(Boolean);
  return wanted.length === 0
    ? rows
    : rows.filter(({ found: [all, without] }) =>
        wanted.every((word) => all.includes(word) || (bare(word) !== "" && without.includes(bare(word)))),
      );
}

/** Where a text holds the words that are looked for, in order, none twice: `[from, to]`. */
export function hitsIn(shown: string, query: string): (readonly [number, number])[] {
  const folded = fold(shown);
  const hits: [number, number][] = [];
  for (const word of fold(query).split(/\s+/u).filter(Boolean)) {
    const from = folded.indexOf(word);
    if (from >= 0) hits.push([from, from + word.length]);
  }
  return hits
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
    .filter(([from], at, all) => all.slice(0, at).every(([, to]) => to <= from));
}
