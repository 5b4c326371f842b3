import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { InBrowser } from "./in-browser.ts";

const browser = new InBrowser({ ready: ".documents" });
let page: Page;
const open = async (hash: string, options: BrowserContextOptions = {}): Promise<void> => {
  page = await browser.open(hash, options);
};

/** What a part of the page reads, to be asked until it is as expected. */
const textOf = (part: Locator) => async (): Promise<string> => (await part.textContent()) ?? "";

describe("the list of documents", () => {
  const rows = (): Locator => page.locator(".row-button");

  test(
    "is searched, says how many there are, and opens one by the keyboard; Back finds the search as it was",
    browser.test(async () => {
      await open("#view=documents");
      const all = await rows().count();
      const field = page.getByRole("searchbox", { name: "按标题、字号、机关筛选" });
      await field.fill("攀枝花 改革");
      await expect.poll(textOf(page.locator(".document-search .meta"))).toBe(`1 份，共 ${all} 份`);
      expect(await rows().count()).toBe(1);
      expect(await page.locator(".document-table .hit").allTextContents()).toEqual(["攀枝花", "改革", "攀枝花"]);
      expect(page.url()).toMatch(/find=/u);
      await page.keyboard.press("ArrowDown");
      expect(await page.locator(".row-button:focus").count()).toBe(1);
      await page.keyboard.press("ArrowUp");
      expect(await page.locator(".filter-field:focus").count()).toBe(1);
      await page.keyboard.press("Enter");
      await page.locator(".source-text p").first().waitFor();
      await page.goBack();
      await rows().first().waitFor();
      expect(await field.inputValue()).toBe("攀枝花 改革");
      await field.press("Escape");
      await expect.poll(async () => rows().count()).toBe(all);
    }),
  );

  test(
    "that holds nothing of the kind says what to try, and is whole again at a click, in English too",
    browser.test(async () => {
      await open("#view=documents&find=zzz&lang=en");
      const none = page.locator(".documents-none");
      await expect.poll(textOf(none)).toMatch(/^No document matches “zzz”\. Try /u);
      await none.getByRole("button", { name: "Clear" }).click();
      await rows().first().waitFor();
      expect(await page.locator(".filter-field:focus").count()).toBe(1);
      expect(page.url()).not.toContain("find=");
    }),
  );

  test(
    "gives the titles of documents its whole width",
    browser.test(async () => {
      await open("#view=documents", { viewport: { width: 390, height: 844 } });
      const title = await page.locator(".row-button").first().boundingBox();
      expect(title?.width).toBeGreaterThan(250);
    }),
  );
});
