import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameNumber } from "../../../../ingest/resolve/documents/same-number.ts";
import { knowledge } from "../../read-text.ts";

describe("numbers of decrees", () => {
  const cases: readonly (readonly [number: string, home: string, same: string, why: string])[] = [
    ["国令第712号", "", "国务院令第712号", "the short way to write the State Council's"],
    ["中华人民共和国国务院令第三百七十六号", "", "国务院令第376号", "in full, with Chinese numerals"],
    ["省政府令第18号", "广东省江门市", "广东省人民政府令第18号", "省 is the home's"],
    ["省政府令第18号", "绵阳市财政局", "四川省人民政府令第18号", "of the house's city"],
    ["市政府令第18号", "绵阳市财政局", "绵阳市人民政府令第18号", "市 is the city"],
    ["市政府令第18号", "重庆市", "重庆市人民政府令第18号", "or the municipality"],
    ["省政府令第18号", "国务院办公厅", "省政府令第18号", "no province at home: as printed"],
    ["自治区人民政府令第18号", "广东省", "自治区人民政府令第18号", "no such division at home"],
    ["江府发〔2023〕12号", "广东省", "江府发〔2023〕12号", "no decree"],
  ];
  it.each(cases)("%s in %s → %s (%s)", (number, home, same) => {
    expect(sameNumber(knowledge, number, home)).toBe(same);
  });

  it("have one form, which is its own form", () => {
    const part = fc.constantFrom(
      "国",
      "省",
      "市",
      "自治区",
      "政府",
      "人民政府",
      "国务院",
      "令",
      "第",
      "十三",
      "5",
      "号",
      "2020年",
    );
    const home = fc.constantFrom("", "广东省", "绵阳市", "重庆市", "广西壮族自治区", "国务院办公厅");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), home, (parts, place) => {
        const once = sameNumber(knowledge, parts.join(""), place);
        expect(sameNumber(knowledge, once, place)).toBe(once);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
