import type { Store } from "../graph/stores/store.ts";
import { didYouMean } from "../graph/model/nearest.ts";
import { invalid, type NodeParameterType } from "./parameters.ts";
import type { QueryParameter } from "./header.ts";

interface Kind {
  readonly label: string;
  readonly zh: string;
  /** Properties that name it, the most official first. */
  readonly names: readonly string[];
  readonly lists: readonly string[];
  /** How the given words are brought into the form of the names. */
  readonly form?: (words: string) => string;
}

/** 发文字号 as the graph writes it: 〔〕, half-width digits, no spaces. */
const documentNumber = (words: string): string =>
  words
    .replace(/[０-９]/gu, (digit) => digit.normalize("NFKC"))
    .replace(/\s*[[({［（【〔]\s*(\d{4})\s*[\])}］）】〕]\s*/gu, "〔$1〕")
    .replace(/^《(.*)》$/u, "$1")
    .trim();

const KINDS: Readonly<Record<NodeParameterType, Kind>> = {
  agency: { label: "Agency", zh: "单位", names: ["name", "shortName"], lists: ["aliases"] },
  leader: { label: "Leader", zh: "领导", names: ["name"], lists: [] },
  document: {
    label: "Document",
    zh: "文件",
    names: ["number", "title", "enclosedTitle"],
    lists: ["otherIds"],
    form: documentNumber,
  },
  task: { label: "Task", zh: "任务", names: ["title"], lists: [] },
};

interface Candidate {
  readonly id: string;
  readonly name: string;
}

async function find(store: Store, kind: Kind, condition: string, words: string, limit: number): Promise<Candidate[]> {
  const { rows } = await store.query(
    `MATCH (n:${kind.label}) WHERE ${condition} RETURN n.id AS id, n.${kind.names[0]} AS name, n.${kind.names.at(-1)} AS other ` +
      `ORDER BY id LIMIT ${limit}`,
    { words },
  );
  return rows.map(([id, name, other]) => ({ id: id as string, name: (name ?? other ?? id) as string }));
}

const exactly = ({ names, lists }: Kind): string =>
  ["n.id = $words", ...names.map((name) => `n.${name} = $words`), ...lists.map((list) => `$words IN n.${list}`)].join(
    " OR ",
  );

const partly = ({ names, lists }: Kind): string =>
  [
    "n.id CONTAINS $words",
    ...names.map((name) => `n.${name} CONTAINS $words`),
    ...lists.map((list) => `any(alias IN coalesce(n.${list}, []) WHERE alias CONTAINS $words)`),
  ].join(" OR ");

/** What is the one, where several match: the id itself, or the only one whose official name it is. */
function theOne(found: readonly Candidate[], words: string): Candidate | undefined {
  if (found.length === 1) return found[0];
  const byId = found.find(({ id }) => id === words);
  const byName = found.filter(({ name }) => name === words);
  return byId ?? (byName.length === 1 ? byName[0] : undefined);
}

const listed = (found: readonly Candidate[]): string => {
  const shown = found.slice(0, 5).map(({ id, name }) => (id.endsWith(`/${name}`) ? name : `${name}（${id}）`));
  return shown.join("、") + (found.length > 5 ? " 等" : "");
};

/**
 * Finds the node that a parameter's words stand for: by id, name, short name or alias, else by a part that only one has.
 * Throws `CeyuanError` (`parameter-invalid`) listing the ones that it may be, or the nearest where it is none.
 */
export async function resolveNode(
  store: Store,
  parameter: QueryParameter & { readonly type: NodeParameterType },
  given: string,
): Promise<string> {
  const kind = KINDS[parameter.type];
  const words = kind.form === undefined || given.includes("/") ? given : kind.form(given);
  if (words === "") throw invalid(parameter, "不能为空 (must not be empty)");
  for (const condition of [exactly(kind), partly(kind)]) {
    const found = await find(store, kind, condition, words, 20);
    const one = theOne(found, words);
    if (one !== undefined) return one.id;
    if (found.length > 1) {
      throw invalid(
        parameter,
        `不唯一，${words} 可指 (ambiguous): ${listed(found)}`,
        `请写全称或标识，例如 ${parameter.name}=${found[0]?.id} (write the full name or the id)`,
      );
    }
  }
  const all = await find(store, kind, "n.id <> ''", words, 5000);
  throw invalid(
    parameter,
    `：图中没有${kind.zh} ${words} (the graph has none of that name)`,
    didYouMean(
      words,
      all.map(({ name }) => name),
    ) ?? (all.length === 0 ? undefined : `例如 ${listed(all.slice(0, 3))} (for example)`),
  );
}
