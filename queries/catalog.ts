import { CeyuanError } from "../graph/model/errors.ts";
import type { SavedQuery } from "./header.ts";
import { didYouMean } from "../graph/model/nearest.ts";

export type { QueryColumn, QueryParameter, SavedQuery } from "./header.ts";

/** Catalog 查询目录: the saved queries that there are, by name. */
export class Catalog {
  readonly queries: readonly SavedQuery[];

  constructor(queries: readonly SavedQuery[]) {
    this.queries = [...queries].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Throws `CeyuanError` (`query-unknown`) naming the queries that it may have been. */
  get(name: string): SavedQuery {
    const found = this.queries.find((query) => query.name === name);
    if (found !== undefined) return found;
    const titled = this.queries.filter(({ title }) => title.zh === name || title.en === name);
    if (titled[0] !== undefined && titled.length === 1) return titled[0];
    const names = this.queries.flatMap(({ name: own, title }) => [own, title.zh]);
    throw new CeyuanError("query-unknown", `没有名为 ${name} 的查询 (there is no query of that name)`, {
      hint: didYouMean(name, names) ?? "ceyuan queries 列出全部查询 (ceyuan queries lists them all)",
    });
  }

  /** All tags that queries carry. */
  get tags(): string[] {
    return [...new Set(this.queries.flatMap(({ tags }) => tags))].sort();
  }

  /** Throws `CeyuanError` (`tag-unknown`) naming the tags that it may have been. */
  withTag(tag: string): readonly SavedQuery[] {
    const found = this.queries.filter(({ tags }) => tags.includes(tag));
    if (found.length > 0) return found;
    const all = this.tags;
    throw new CeyuanError("tag-unknown", `没有带标签 ${tag} 的查询 (no query carries that tag)`, {
      hint: didYouMean(tag, all) ?? `有 ${all.join("、")} (there are these)`,
    });
  }
}
