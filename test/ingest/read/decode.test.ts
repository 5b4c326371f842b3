import * as fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode, type Encoding } from "../../../ingest/read/decode.ts";

const NOTICE = "关于清理楼道杂物的通知\n各科室：\n一、清理范围（牵头单位：后勤科）。\n";
const TRADITIONAL = "關於開放資料集的會議紀錄\n一、請研考單位彙整，於月底前公布。\n";

const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");
const as = (text: string, encoding: string): Buffer => iconv.encode(text, encoding);
const bytes = (...values: number[]): Buffer => Buffer.from(values);

describe("decodes what offices save as .txt, dropping one byte-order mark and nothing else", () => {
  const rows: readonly [string, Buffer, string, Encoding][] = [
    ["UTF-8", utf8(NOTICE), NOTICE, "UTF-8"],
    ["UTF-8 with a mark", utf8(`\u{FEFF}${NOTICE}`), NOTICE, "UTF-8"],
    ["only the first of two marks goes", utf8(`\u{FEFF}\u{FEFF}甲`), "\u{FEFF}甲", "UTF-8"],
    ["CRLF, tabs and page feeds stay", utf8("甲\r\n\t乙\f丙"), "甲\r\n\t乙\f丙", "UTF-8"],
    ["hanzi beyond the basic plane", utf8("𠮷野家座谈会"), "𠮷野家座谈会", "UTF-8"],
    ["GB18030", as(NOTICE, "gb18030"), NOTICE, "GB18030"],
    ["GB18030 with a mark", as(`\u{FEFF}${NOTICE}`, "gb18030"), NOTICE, "GB18030"],
    ["traditional hanzi in GBK", as(`${NOTICE}${TRADITIONAL}`, "gbk"), `${NOTICE}${TRADITIONAL}`, "GB18030"],
    ["Big5", as(TRADITIONAL, "big5"), TRADITIONAL, "Big5"],
    ["UTF-16LE with a mark", as(`\u{FEFF}${NOTICE}`, "utf-16le"), NOTICE, "UTF-16LE"],
    ["UTF-16BE with a mark", as(`\u{FEFF}${NOTICE}`, "utf-16be"), NOTICE, "UTF-16BE"],
    ["UTF-16LE without a mark", as(NOTICE, "utf-16le"), NOTICE, "UTF-16LE"],
    ["UTF-16BE without a mark", as(NOTICE, "utf-16be"), NOTICE, "UTF-16BE"],
    ["UTF-16 without a line feed", as("关于清理楼道的通知", "utf-16le"), "关于清理楼道的通知", "UTF-16LE"],
    ["plain ASCII", utf8("Notice 1\n"), "Notice 1\n", "UTF-8"],
    ["one stray control character is noise", utf8("第一条\u{7}内容如下，特此说明。"), "第一条\u{7}内容如下，特此说明。", "UTF-8"], // biome-ignore format: a row
  ];
  test.each(rows)("%s", (_why, input, text, encoding) => {
    expect(decode(input)).toEqual({ kind: "text", text, encoding });
  });
});

describe("says why bytes are no text", () => {
  const damaged = Buffer.concat([utf8("第一行\n第二行\n第三"), bytes(0xff, 0xfe, 0x0a), utf8("第四行都是好的文字")]);
  const rows: readonly [string, Buffer, ReturnType<typeof decode>][] = [
    ["no byte at all", bytes(), { kind: "empty" }],
    ["a mark alone", bytes(0xef, 0xbb, 0xbf), { kind: "empty" }],
    ["white space alone", utf8(" \n　\r\n"), { kind: "empty" }],
    ["NULs", bytes(1, 0, 2, 0xff, 0, 0, 9, 200), { kind: "binary", disguise: undefined }],
    ["control characters", bytes(1, 2, 3, 4, 5, 6), { kind: "binary", disguise: undefined }],
    ["control characters in no encoding", bytes(1, 2, 3, 0xff, 5, 6), { kind: "binary", disguise: undefined }],
    ["a PDF", utf8("%PDF-1.7\n%âãÏÓ"), { kind: "binary", disguise: "PDF" }],
    ["a DOCX", bytes(0x50, 0x4b, 3, 4, 20, 0), { kind: "binary", disguise: "DOCX/XLSX/OFD/ZIP" }],
    ["damaged UTF-8, with its line", damaged, { kind: "invalid", encoding: "UTF-8", line: 3 }],
    ["cut UTF-8", utf8(NOTICE).subarray(0, -2), { kind: "invalid", encoding: "UTF-8", line: 3 }],
    ["marked UTF-8 that is not", bytes(0xef, 0xbb, 0xbf, 0xff, 0x0a), { kind: "invalid", encoding: "UTF-8", line: 1 }],
    ["half a code unit", bytes(0xff, 0xfe, 0x41), { kind: "invalid", encoding: "UTF-16LE", line: undefined }],
    ["half a pair", bytes(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8), { kind: "invalid", encoding: "UTF-16LE", line: 1 }],
    ["Latin-1", Buffer.from("déjà vu à Orléans\n", "latin1"), { kind: "unknown" }],
  ];
  test.each(rows)("%s", (_why, input, expected) => {
    expect(decode(input)).toEqual(expected);
  });
});

describe("properties", () => {
  const seeded = { seed: 20261121 };

  test("any bytes give a verdict", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        expect(decode(input).kind).toMatch(/^(text|empty|binary|invalid|unknown)$/u);
      }),
      seeded,
    );
  });

  test("any text of hanzi comes back as it was from each encoding", () => {
    const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const text = fc.array(hanzi, { minLength: 1, maxLength: 60 }).map((chars) => chars.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("utf8", "gb18030", "utf-16le", "utf-16be"), (chars, encoding) => {
        expect(decode(as(`\u{FEFF}${chars}`, encoding))).toMatchObject({ kind: "text", text: chars });
      }),
      seeded,
    );
  });
});
