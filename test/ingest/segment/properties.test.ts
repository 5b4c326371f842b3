import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import { clauseAt } from "../../../ingest/segment/index.ts";
import { read } from "./text.ts";

const seed = 20261121;

const fragments = fc.constantFrom(
  "一、",
  "二、",
  "三、",
  "（一）",
  "（二）",
  "1.",
  "2.",
  "3．",
  "（1）",
  "（2）",
  "①",
  "②",
  "一是",
  "二是",
  "第一条",
  "第二条",
  "第一章",
  "壹、",
  "1.1",
  "1.2.1",
  "## ",
  "# ",
  "加强组织领导",
  "各单位要认真落实",
  "关于印发《",
  "》的通知",
  "江州市人民政府",
  "文件",
  "江府发〔2023〕12号",
  "2023年5月6日",
  "各区人民政府，市政府各部门：",
  "附件：",
  "附件1",
  "附件",
  "抄送：",
  "印发",
  "签发人：",
  "现将",
  "印发给你们",
  "下一步，",
  "。",
  "；",
  "：",
  "，",
  "（",
  "）",
  "《",
  "》",
  "\n",
  "\n\n",
  " ",
  "　　",
  "👍",
  "目录",
);
const document = fc.oneof(
  { weight: 3, arbitrary: fc.array(fragments, { maxLength: 120 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
);

const nested = (clause: Clause): boolean =>
  clause.own.from === clause.span.from &&
  clause.own.to === (clause.children[0]?.span.from ?? clause.span.to) &&
  clause.own.from <= clause.own.to &&
  inOrder(clause.children, clause.own.to, clause.span.to);

/** Siblings fill their parent's rest without a gap. */
function inOrder(clauses: readonly Clause[], from: number, to: number): boolean {
  let at = from;
  for (const clause of clauses) {
    if (clause.span.from !== at || clause.span.to < at || !nested(clause)) return false;
    at = clause.span.to;
  }
  return clauses.length === 0 ? true : at === to;
}

const spansOf = ({ masthead }: ClauseTree): readonly { span: { from: number; to: number } }[] =>
  [
    masthead.number,
    masthead.title,
    masthead.enclosedTitle,
    masthead.signer,
    masthead.date,
    ...masthead.issuers,
    ...masthead.addressees,
    ...masthead.copies,
  ].filter((piece) => piece !== undefined);

describe("segment, whatever the text", () => {
  it("shares the text out among its clauses, in order, and keeps paths apart", () => {
    fc.assert(
      fc.property(document, (source) => {
        const { text, tree, all } = read(source);
        expect(inOrder(tree.clauses, 0, text.length)).toBe(true);
        expect(tree.clauses.length > 0).toBe(text.length > 0);
        expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
        expect(all.every(({ depth, children }) => children.every((child) => child.depth === depth + 1))).toBe(true);
      }),
      { seed, numRuns: 600 },
    );
  });

  it("names no place outside of the text", () => {
    fc.assert(
      fc.property(document, (source) => {
        const { text, tree } = read(source);
        for (const { span } of spansOf(tree)) {
          expect(span.from >= 0 && span.from <= span.to && span.to <= text.length).toBe(true);
        }
        for (const { span } of tree.diagnostics) {
          expect(span === undefined || (span.from <= span.to && span.to <= source.length)).toBe(true);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it("finds a clause for every place, and the one whose own words hold it", () => {
    fc.assert(
      fc.property(document, fc.nat(), (source, place) => {
        const { text, tree } = read(source);
        if (text.length === 0) return;
        const offset = place % text.length;
        const clause = clauseAt(tree, offset);
        expect(clause !== undefined && clause.own.from <= offset && offset < clause.own.to).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
  });
});

describe("segment, on long texts", () => {
  const cases: readonly (readonly [why: string, unit: string])[] = [
    ["markers only", "一、（一）1.（1）①一是"],
    ["first markers again and again", "一、甲。"],
    ["articles", "第一条甲。第二条乙。"],
    ["dates", "2023年5月6日。江州市水利局2023年5月6日\n"],
    ["attachments", "附件1\n附件：1.甲\n"],
    ["open brackets", "《（〔"],
    ["numbers", "江府发〔2023〕12号"],
    ["copies", "抄送：江州市水利局\n"],
    ["imprints", "江州市水利局办公室2023年5月6日印发\n"],
    ["blanks", "一、甲。 \n \n"],
    ["titles", "关于加强河道管理的通知\n"],
    ["decimal outlines", "1.1甲\n1.2乙\n"],
  ];
  // Work that grows with the square of the length would not end before the test's own time is up.
  it.each(cases)("%s: 200,000 characters are read to the end", (_why, unit) => {
    const source = unit.repeat(Math.ceil(200_000 / unit.length)).slice(0, 200_000);
    const { text, tree } = read(source);
    expect(tree.clauses.at(-1)?.span.to).toBe(text.length);
  });
});
