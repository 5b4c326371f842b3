import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCitations } from "../../../ingest/extract/citations/index.ts";
import { extractDeadlines } from "../../../ingest/extract/deadlines/index.ts";
import { extractTargets } from "../../../ingest/extract/targets/index.ts";
import { createDocumentIndex } from "../../../ingest/resolve/documents/index.ts";
import { knowledge, readingOf, readText } from "../read-text.ts";

const SEED = { seed: 20261121 };

/** Pieces of which citations, targets and deadlines are made, whole and broken. */
const piece = fc.constantFrom(
  "根据",
  "落实",
  "为贯彻",
  "现将",
  "《",
  "》",
  "〈",
  "〉",
  "（",
  "）",
  "(",
  ")",
  "〔",
  "〕",
  "[",
  "“",
  "”",
  "以下简称",
  "《意见》",
  "关于加强河道管理的意见",
  "实施意见",
  "江府发",
  "2023",
  "12号",
  "〔2023〕12号",
  "国务院令第376号",
  "第十三条",
  "第二款",
  "第（三）项",
  "政策依据：",
  "1、",
  "（一）",
  "一、",
  "到2025年",
  "达到",
  "80%",
  "以上",
  "建成",
  "3座",
  "10月底前",
  "完成",
  "完成时限",
  "3月",
  "年底前",
  "每年",
  "。",
  "，",
  "、",
  "；",
  "：",
  "\n",
  " ",
  "市水务局",
  "牵头",
  "印发给你们",
  "精神",
  "要求",
  "附件",
  "记者",
  "\u{20000}",
  "a",
  "0",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

const inside = (length: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  from >= 0 && from <= to && to <= length;

describe("any text", () => {
  it("gives citations whose spans lie in the text and name a document", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { normalized, tree } = readText(source);
        for (const { object, proof } of readCitations(normalized, tree, knowledge).facts) {
          const spans = [proof.span, proof.quote, ...(proof.cue === undefined ? [] : [proof.cue])];
          expect(spans.every((span) => inside(normalized.text.length, span))).toBe(true);
          expect(proof.span.to).toBeGreaterThan(proof.span.from);
          const document = object.kind === "article" ? object.document : object;
          expect(document.kind === "document" && (document.number ?? document.title ?? "") !== "").toBe(true);
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it("gives targets and deadlines whose spans lie in the text, in order and apart", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { normalized, tree } = readText(source);
        const spans = [
          extractTargets(normalized, tree, knowledge, 2021).map(({ span }) => span),
          extractDeadlines(normalized, tree, knowledge, 2021).map(({ deadline }) => deadline.span),
        ];
        for (const list of spans) {
          expect(list.every((span) => inside(normalized.text.length, span))).toBe(true);
          expect(list.every((span, i) => i === 0 || (list[i - 1]?.to ?? 0) <= span.from)).toBe(true);
        }
        for (const { deadline, taskSpan } of extractDeadlines(normalized, tree, knowledge, 2021)) {
          expect(inside(normalized.text.length, taskSpan)).toBe(true);
          expect(deadline.date === undefined || !Number.isNaN(Date.parse(deadline.date))).toBe(true);
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it("gives documents of which every citation has one with a key", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (sources) => {
        const readings = sources.map((source, i) => readingOf(`${i}.txt`, source));
        const index = createDocumentIndex(readings, knowledge, () => "江州市");
        readings.forEach(({ facts }, place) => {
          const keys = facts.flatMap(({ object }) => {
            const document = object.kind === "article" ? object.document : object;
            return document.kind === "document" ? [index.resolve(document, place).key] : [];
          });
          expect(keys).not.toContain("");
        });
        expect(new Set(readings.map((_, i) => index.keyOfReading(i))).size).toBe(readings.length);
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});

describe("long texts", () => {
  const unit: readonly (readonly [name: string, unit: string])[] = [
    [
      "ordinary prose",
      "一、加强巡查。根据《河道条例》（江府发〔2023〕12号）第三条要求，到2025年，建成3座公园，10月底前完成。\n",
    ],
    ["opening brackets", "《（〔“"],
    ["one line of numbers", "江府发〔2023〕12号、"],
    ["definitions", "《甲意见》（以下简称江府发“12号文”）江府发“12号文”"],
    ["labels", "政策依据：《甲条例》"],
    ["digits", "2021"],
    ["general titles", "《甲意见》《意见》"],
  ];
  // Work that grows with the square of the length would not end before the test's own time is up.
  it.each(unit)("%s: 200,000 characters are read", (_, words) => {
    const { tree } = readText("甲");
    const source = words.repeat(Math.ceil(200_000 / words.length));
    const normalized = { text: source, edits: [], toSource: (span: { from: number; to: number }) => span };
    const { facts } = readCitations(normalized, tree, knowledge);
    expect(facts.every(({ proof: { span } }) => span.from < span.to && span.to <= source.length)).toBe(true);
    extractTargets(normalized, tree, knowledge, 2021);
    extractDeadlines(normalized, tree, knowledge, 2021);
  });
});
