import * as sheets from "@e965/xlsx";
import { describe, expect, test, vi } from "vitest";
import type { Cell } from "../../../queries/results/readable.ts";
import { formatXlsx } from "../../../queries/results/xlsx.ts";

type Workbook = ReturnType<typeof sheets.read>;

async function written(header: readonly string[], rows: readonly (readonly Cell[])[], title = "结果") {
  const bytes = await formatXlsx(title, header, rows);
  const book: Workbook = sheets.read(bytes, { cellNF: true });
  const name = book.SheetNames[0] ?? "";
  return { name, sheet: book.Sheets[name] ?? {}, part: (path: string) => partOf(bytes, path) };
}

/** A file inside the workbook, which is a zip. */
function partOf(bytes: Uint8Array, path: string): string {
  const found = sheets.CFB.find(sheets.CFB.read(Buffer.from(bytes), { type: "buffer" }), path);
  return Buffer.from((found?.content ?? []) as number[]).toString("utf8");
}

describe("a workbook, read by another program", () => {
  const texts: readonly [string, string][] = [
    ["words", "市文旅局"],
    ["a formula", "=HYPERLINK(1)"],
    ["a command", "@SUM(A1)"],
    ["a sum", "+1+1"],
    ["a number that is an identity", "0012"],
    ["a date in words", "2030-06-30"],
    ["markup", "<甲> & \"乙\" '丙'"],
    ["lines", "甲\n乙"],
    ["spaces at the ends", " 甲 "],
    ["a rare hanzi", "𠮷野"],
    ["what looks like an escape", "甲_x000D_乙"],
  ];
  test.each(texts)("keeps %s as text", async (_why, text) => {
    const { sheet } = await written(["列"], [[text]]);
    expect(sheet["A2"]).toMatchObject({ t: "s", v: text, z: "@" });
    expect(sheet["A2"]).not.toHaveProperty("f");
  });

  test("keeps numbers, truths and what is absent", async () => {
    const { sheet } = await written(["a", "b", "c", "d"], [[12.5, true, null, -3]]);
    expect(sheet["A2"]).toMatchObject({ t: "n", v: 12.5 });
    expect(sheet["B2"]).toMatchObject({ t: "b", v: true });
    expect(sheet["C2"]).toBeUndefined();
    expect(sheet["D2"]).toMatchObject({ t: "n", v: -3 });
  });

  test("drops what XML cannot hold and cuts what Excel cannot", async () => {
    const { sheet } = await written(["列"], [["甲\u{1}\u{D800}乙"], ["长".repeat(40_000)]]);
    expect(sheet["A2"]).toMatchObject({ v: "甲乙" });
    expect((sheet["A3"] as { v: string }).v).toMatch(/^长{32766}…$/u);
  });

  test("heads the columns in bold and keeps the headings in sight", async () => {
    const { sheet, part } = await written(["单位", "任务"], [["甲局", 1]]);
    expect([sheet["A1"], sheet["B1"]]).toMatchObject([{ v: "单位" }, { v: "任务" }]);
    const style = /<c r="A1" s="(\d+)"/u.exec(part("/xl/worksheets/sheet1.xml"))?.[1];
    const styles = part("/xl/styles.xml");
    const formats = /<cellXfs.*?<\/cellXfs>/su.exec(styles)?.[0].match(/<xf [^>]*>/gu) ?? [];
    const font = /fontId="(\d+)"/u.exec(formats[Number(style)] ?? "")?.[1];
    expect(styles.match(/<font>.*?<\/font>/gsu)?.[Number(font)]).toContain("<b/>");
    expect(part("/xl/worksheets/sheet1.xml")).toMatch(/<pane ySplit="1"[^>]*state="frozen"/u);
  });

  test("makes columns as wide as hanzi are, within bounds", async () => {
    const { part } = await written(["单位", "n", "原文"], [["上海市人力资源和社会保障局", 1, "文".repeat(500)]]);
    const widths = [...part("/xl/worksheets/sheet1.xml").matchAll(/<col [^>]*width="(\d+)"/gu)].map((col) => col[1]);
    expect(widths).toEqual(["28", "8", "60"]);
  });

  test.each([
    ["[甲]:乙/丙?", "甲  乙 丙"],
    ["一个题目非常之长".repeat(9), "一个题目非常之长".repeat(9).slice(0, 31)],
    ["'", "ceyuan"],
  ])("names the sheet %s so that Excel takes it", async (title, name) => {
    expect((await written(["列"], [], title)).name).toBe(name);
  });

  test("refuses more rows than a sheet has", async () => {
    const rows = Array.from({ length: 1_048_576 }, () => []);
    await expect(formatXlsx("结果", ["列"], rows)).rejects.toMatchObject({ code: "xlsx-too-large" });
  });

  test("is the same to the byte whenever it is written", async () => {
    const rows = [["上海市总工会", 41, true, null]];
    const first = await formatXlsx("结果", ["单位", "任务", "牵头", "备注"], rows);
    vi.useFakeTimers({ now: new Date("2031-07-09T10:11:12Z"), toFake: ["Date"] });
    try {
      expect(Buffer.from(await formatXlsx("结果", ["单位", "任务", "牵头", "备注"], rows))).toEqual(Buffer.from(first));
    } finally {
      vi.useRealTimers();
    }
  });
});
