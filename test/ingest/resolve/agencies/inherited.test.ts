import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAgencyRecognizer } from "../../../../ingest/recognize/agencies/index.ts";
import { createAgencyResolver } from "../../../../ingest/resolve/agencies/index.ts";
import { knowledge } from "../../read-text.ts";

const resolver = createAgencyResolver(knowledge);
const recognizer = createAgencyRecognizer(knowledge);
const homes = ["绵阳市人民政府", "国务院办公厅", "江西省财政厅", "米易县人民政府"].map((issuer) =>
  resolver.homeOf({ issuers: [issuer], addressees: [] }),
);

describe("a name that the one before it completes", () => {
  it("never loses its own words, whatever stands before it", () => {
    const piece = fc.constantFrom(
      "各",
      "区",
      "县",
      "（市、区）",
      "省",
      "市",
      "、",
      "和",
      "民政",
      "财政",
      "局",
      "厅（局）",
      "委",
      "部门",
      "人民政府",
      "直管市",
      "林区",
      "办公厅",
    );
    const words = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, words, fc.constantFrom(...homes), (surface, previous, home) => {
        const alone = resolver.resolve(surface, home);
        const { name, resolved, group, kind } = resolver.resolve(surface, home, { previous });
        expect(name).not.toBe("");
        expect(group).toBe(kind === "group");
        expect(resolved || !alone.resolved).toBe(true);
        expect(!recognizer.standsAlone(surface) || group ? alone.name : name).toBe(alone.name);
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });
});
