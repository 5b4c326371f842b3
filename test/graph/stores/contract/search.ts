import { describe, expect, it } from "vitest";
import type { SearchOptions, Store } from "../../../../graph/stores/store.ts";
import { agencies, tasks } from "../sample-graph.ts";

const [zhou, wu] = ["leader/临江市总工会/周奇", "leader/临江市总工会/吴越"];
const [plan, basis] = ["doc/临工总发〔2030〕8号", "doc/临委发〔2029〕3号"];
const clause = (path: string): string => `clause/临工总发〔2030〕8号#${path}`;

const SEARCHES: readonly (readonly [words: string, options: SearchOptions, ids: readonly string[], why: string])[] = [
  ["总工会", {}, [agencies.union], "in the middle of a name"],
  ["社会保障", {}, [agencies.labour], "inside a longer word"],
  ["人社", {}, [agencies.labour], "two hanzi"],
  ["校", {}, [tasks.school], "one hanzi"],
  ["市总", {}, [agencies.union], "an alias, in a list"],
  ["夜校。", {}, [tasks.school], "with punctuation"],
  ["〔2029〕", {}, [basis], "a document's number"],
  ["03", {}, [plan], "a part of a number"],
  ["保障社会", {}, [], "the other way round is not there"],
  ["会技能", {}, [], "two pairs that stand together nowhere"],
  ["技能", {}, [plan, tasks.survey], "what begins with the words before what holds them"],
  ["临江市", {}, [agencies.districts, agencies.union, agencies.education, agencies.labour], "the shorter name first"],
  ["培训", {}, [clause("一")], "what is called so"],
  ["条", {}, ["article/临委发〔2029〕3号#3", "article/临委发〔2029〕3号#10"], "labels of articles"],
  ["园区", { labels: ["Clause", "Document"] }, [], "only these labels"],
  ["技能", { labels: ["Task"] }, [tasks.survey], "only this label"],
  ["技能", { labels: ["没有"] }, [], "no such label"],
  ["技能", { labels: [] }, [], "no label"],
  ["临江市", { limit: 2 }, [agencies.districts, agencies.union], "no more than asked for"],
  ["临江市", { limit: 0 }, [], "none asked for"],
  [" 周奇\n", {}, [zhou], "spaces around"],
  ["吴", {}, [wu], "a surname"],
  ['a" OR id:*', {}, [], "no query language"],
  ["') RETURN n //", {}, [], "no Cypher"],
  [".*", {}, [], "no pattern"],
  ["\\", {}, [], "a backslash"],
  ["  ", {}, [], "nothing"],
];

/** Full-text search, over a store that holds the sample graph. */
export function describeSearch(store: () => Store): void {
  describe("search", () => {
    for (const [words, options, ids, why] of SEARCHES) {
      it(`${words} (${why})`, async () => {
        const found = await store().search(words, options);
        expect(found.map(({ id }) => id)).toEqual(ids);
      });
    }

    it("gives nodes whole", async () => {
      const [found] = await store().search("周奇");
      expect(found).toEqual({ id: zhou, label: "Leader", properties: { name: "周奇", posts: ["副主席"] } });
    });
  });
}
