import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fold } from "../../../graph/model/text.ts";
import { packageRoot } from "../../../graph/package-root.io.ts";
import { read } from "./text.ts";

interface GoldDocument {
  readonly number?: string | null;
  readonly numberAlt?: string;
  readonly title?: string | null;
  readonly attachedTitle?: string | null;
  readonly issuers?: readonly string[];
  readonly date?: string | null;
}
interface Gold {
  readonly file?: string;
  readonly document: GoldDocument;
  readonly clauses?: readonly { readonly path: string; readonly heading: string; readonly optional?: boolean }[];
}

const corpora = join(packageRoot(), "../shared/corpus");
const present = existsSync(corpora);
if (!present) console.info("corpus tests of segment are skipped: ../shared/corpus is not there");

const golds = (corpus: string): readonly (readonly [file: string, gold: Gold])[] =>
  !present
    ? []
    : readdirSync(join(corpora, corpus, "gold"))
        .sort()
        .map((name) => {
          const gold = JSON.parse(readFileSync(join(corpora, corpus, "gold", name), "utf8")) as Gold;
          return [gold.file ?? name.replace(/\.json$/u, ".txt"), gold] as const;
        });

const sourceOf = (corpus: string, file: string): string =>
  readFileSync(join(corpora, corpus, "docs", file), "utf8").replace(/^\uFEFF/u, "");

/** As titles are compared: brackets, 关于印发 and 的通知 aside. */
const bare = (title: string): string =>
  fold(title)
    .replace(/[《》<>"]/gu, "")
    .replace(/^.*?关于印发/u, "")
    .replace(/的通知$/u, "")
    .replace(/^关于/u, "");

describe.skipIf(!present)("segment on annotated documents", () => {
  it.each(golds("seeds"))("%s: every clause, none too many", (file, gold) => {
    const found = read(sourceOf("seeds", file)).all.filter(({ kind }) => kind === "item" || kind === "heading");
    const wanted = gold.clauses ?? [];
    const required = wanted.filter(({ optional }) => optional !== true).map(({ path }) => fold(path));
    const known = new Set(wanted.map(({ path }) => fold(path)));
    const paths = new Set(found.map(({ path }) => fold(path)));
    expect(required.filter((path) => !paths.has(path))).toEqual([]);
    expect([...paths].filter((path) => !known.has(path))).toEqual([]);
    const headings = new Map(found.map(({ path, heading }) => [fold(path), fold(heading)]));
    const wrong = wanted.filter(
      ({ path, heading }) => !(headings.get(fold(path)) ?? "").startsWith(fold(heading).slice(0, 8)),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ...golds("seeds").map((gold) => ["seeds", ...gold] as const),
    ...golds("dev").map((gold) => ["dev", ...gold] as const),
  ])("%s/%s: number, title, date and issuers", (corpus, file, { document }) => {
    const { masthead } = read(sourceOf(corpus, file)).tree;
    const { number, numberAlt, title, attachedTitle, date, issuers = [] } = document;
    expect(number == null || [number, numberAlt].includes(masthead.number?.text)).toBe(true);
    const titles = [masthead.title?.text, masthead.enclosedTitle?.text].filter((one) => one !== undefined).map(bare);
    const fine = new Set([title, attachedTitle].filter((one) => one != null).map(bare));
    expect(title == null || titles.some((one) => fine.has(one))).toBe(true);
    expect(date == null ? undefined : masthead.date?.iso).toBe(date ?? undefined);
    expect(masthead.issuers.map(({ text }) => text)).toEqual(expect.arrayContaining([...issuers]));
  });

  it.each(golds("seeds"))("%s: the same clauses where all line breaks are lost", (file) => {
    const { text, all } = read(sourceOf("seeds", file));
    const flat = read(text.replaceAll("\n", "")).all;
    const items = (clauses: typeof all): string[] =>
      clauses.filter(({ kind }) => kind === "item").map(({ path }) => path);
    expect(items(flat)).toEqual(items(all));
  });
});
