import * as sheets from "@e965/xlsx";
import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { InBrowser } from "./in-browser.ts";

const browser = new InBrowser({
  ready: ".queries, .tool-strip, .sheet",
  // A refused query is answered with 400, which the browser reports as an error of its own.
  expected: /400/u,
});
let page: Page;
const open = async (hash: string, options: BrowserContextOptions = {}): Promise<void> => {
  page = await browser.open(hash, options);
};

const text = async (selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? "";
const rows = () => page.locator(".result-table tbody tr");
const counted = () => page.locator(".result-head [role=status]");
const hash = (): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1));

async function saved(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent("download");
  await press();
  const file: Download = await waiting;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe("the queries view", () => {
  test(
    "asks what a unit is on the hook for, opens the words behind a row, and takes the list away to Excel",
    browser.test(async () => {
      await open("#view=queries");
      await page
        .locator(".first-questions")
        .getByRole("button", { name: /一个单位的责任清单/u })
        .click();
      await counted().waitFor();
      expect(await text(".result-head [role=status]")).toBe("120 行");

      const unit = page.getByRole("combobox", { name: "单位" });
      await unit.fill("攀枝花市总");
      await page.getByRole("option", { name: "攀枝花市总工会", exact: true }).click();
      await page.getByRole("button", { name: "运行" }).click();
      await expect.poll(async () => hash().get("p.agency")).toBe("agency/攀枝花市总工会");
      await expect.poll(async () => text(".result-head [role=status]")).toMatch(/^\d\d 行$/u);
      const count = await rows().count();
      expect(count).toBeGreaterThan(10);

      const { name, bytes } = await saved(async () => page.getByRole("button", { name: "下载 Excel" }).click());
      expect(name).toBe("一个单位的责任清单.xlsx");
      const book = sheets.read(bytes);
      const sheet = sheets.utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ""] ?? {});
      expect(sheet).toHaveLength(count);
      expect(sheet[0]?.["单位"]).toContain("攀枝花");

      const task = rows().first().locator(".thing-link").first();
      const title = (await task.textContent()) ?? "";
      await task.click();
      await expect.poll(async () => text(".panel-head h1")).toBe(title);
      await page.locator(".panel .group").getByRole("button", { name: "原文" }).first().click();
      await page.locator(".source-text mark[data-focus]").first().waitFor();
      expect(await rows().count()).toBe(count);
    }),
  );

  test(
    "a link brings the same question with the same answer; Back goes back to it",
    browser.test(async () => {
      await open("#view=queries&query=leader-tasks&p.leader=宋钟蓓");
      await expect.poll(async () => rows().count()).toBe(4);
      expect(await page.getByRole("combobox", { name: "领导" }).inputValue()).toBe("宋钟蓓");
      await page.locator(".library").getByRole("button", { name: "更名单位" }).click();
      await expect.poll(async () => hash().get("query")).toBe("renamed-agencies");
      await page.goBack();
      await expect.poll(async () => rows().count()).toBe(4);
      expect(await page.getByRole("combobox", { name: "领导" }).inputValue()).toBe("宋钟蓓");
    }),
  );

  test(
    "the whole form works from the keyboard",
    browser.test(async () => {
      await open("#view=queries&query=agency-tasks");
      await counted().waitFor();
      await page.getByRole("combobox", { name: "单位" }).focus();
      await page.keyboard.type("攀枝花市教育");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("combobox", { name: "单位" }).inputValue()).toBe("攀枝花市教育和体育局");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await expect.poll(async () => hash().get("p.roles")).toBe("RESPONSIBLE_FOR,PARTICIPATES_IN");
      await expect
        .poll(async () => [...new Set(await page.locator(".result-table td:nth-child(2)").allTextContents())])
        .toEqual(["责任"]);
    }),
  );

  test(
    "sorts by a column, upwards and downwards",
    browser.test(async () => {
      await open("#view=queries&query=agency-workload&lang=en");
      await counted().waitFor();
      const first = async (): Promise<number> =>
        Number(await text(".result-table tbody tr:first-child td:nth-child(5)"));
      const head = page.getByRole("columnheader", { name: "Participates" });
      await head.getByRole("button").click();
      await expect.poll(async () => head.getAttribute("aria-sort")).toBe("descending");
      expect(await first()).toBeGreaterThan(20);
      await head.getByRole("button").click();
      await expect.poll(first).toBe(0);
    }),
  );

  test(
    "a matrix can be seen as a list",
    browser.test(async () => {
      await open("#view=queries&query=kind-role-matrix&lang=en");
      await page.locator(".matrix").waitFor();
      expect(await page.locator(".matrix thead th").allTextContents()).toEqual(expect.arrayContaining(["Kind"]));
      await page.getByRole("radio", { name: "Table" }).click();
      await expect.poll(async () => rows().count()).toBe(24);
    }),
  );

  test(
    "headings and codes follow the language",
    browser.test(async () => {
      await open("#view=queries&query=agency-workload");
      await counted().waitFor();
      await page.getByRole("button", { name: "Switch to English" }).or(page.locator(".language")).first().click();
      await page.getByRole("columnheader", { name: "Agency" }).waitFor();
      await expect.poll(async () => text(".result-table tbody tr:first-child td:nth-child(2)")).toBe("department");
    }),
  );

  test(
    "a statement of one's own runs with its parameters; an error keeps the words and shows its place",
    browser.test(async () => {
      await open("#view=queries&lang=en");
      await page.getByRole("button", { name: "Write Cypher" }).click();
      const editor = page.getByRole("textbox", { name: "Cypher statement" });
      await editor.fill("MATCH (a:Agency)\nWHERE a.name = $name\nRETRUN a");
      await page.keyboard.press("Control+Enter");
      await expect.poll(async () => text(".query-fault")).toContain("line 3, column 1");
      await page.getByRole("button", { name: "Go to the error" }).click();
      const place = await editor.evaluate((area) => (area as unknown as { selectionStart: number }).selectionStart);
      expect(place).toBe("MATCH (a:Agency)\nWHERE a.name = $name\n".length);

      await editor.fill("MATCH (a:Agency)\nWHERE a.name = $name\nRETURN a");
      await page.getByLabel("$name").fill("上海市总工会");
      await page.getByRole("button", { name: "Run" }).click();
      await expect.poll(async () => rows().count()).toBe(1);
      await rows().first().locator(".thing-link").click();
      await expect.poll(async () => text(".panel-head h1")).toBe("上海市总工会");

      await editor.fill("MATCH (n) DETACH DELETE n");
      await page.keyboard.press("Control+Enter");
      await expect.poll(async () => text(".query-fault")).toContain("queries may only read");
    }),
  );

  test(
    "a statement in a link waits to be run; one that runs too long can be stopped",
    browser.test(async () => {
      const slow =
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n";
      await open(`#view=queries&query=cypher&cypher=${encodeURIComponent(slow)}`);
      expect(await page.getByRole("textbox", { name: "Cypher 语句" }).inputValue()).toBe(slow);
      expect(await page.locator(".query-wait, .query-result").count()).toBe(0);
      await page.getByRole("button", { name: "运行" }).click();
      await page.getByRole("button", { name: "停止" }).click();
      await page.getByRole("button", { name: "运行" }).waitFor();
      expect(await page.locator(".query-fault").count()).toBe(0);
    }),
  );

  test(
    "what is selected leads to the questions about it, filled in",
    browser.test(async () => {
      await open("#node=agency/上海市财政局");
      await page.locator(".questions").getByRole("button", { name: "一个单位的责任清单" }).click();
      await counted().waitFor();
      expect(await page.getByRole("combobox", { name: "单位" }).inputValue()).toBe("上海市财政局");
    }),
  );

  test(
    "a default that this graph does not hold is left for the reader to choose",
    browser.test(async () => {
      await open("#view=queries&query=leader-tasks&p.leader=");
      await page.locator(".query-form").waitFor();
      await expect.poll(async () => page.getByRole("button", { name: "运行" }).isDisabled()).toBe(true);
      expect(await page.locator(".query-fault, .query-result").count()).toBe(0);
    }),
  );

  test(
    "fits a narrow screen: first the list, then the query with a way back",
    browser.test(async () => {
      await open("#view=queries", { viewport: { width: 390, height: 844 } });
      await page.locator(".library").getByRole("button", { name: "一个单位的任务" }).click();
      await counted().waitFor();
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(wide).toBeLessThanOrEqual(390);
      await page.getByRole("button", { name: "返回查询列表" }).click();
      await page.locator(".library").waitFor();
    }),
  );
});
