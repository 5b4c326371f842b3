import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { InBrowser } from "./in-browser.ts";

/** A notice of ours that names bodies nobody can place and whose numbering begins again, then skips. */
const NOTICE = `关于做好河湖清漂工作的通知

各有关单位、各水管站：

一、清理河面漂浮物。（牵头单位：清漂办，责任单位：水利局）
二、修补破损护栏。（牵头单位：护栏专班）
一、按月通报进度。（责任单位：清漂办）
三、做好台账。
七、按时总结。（责任单位：护栏专班）
`;

const CORRECTIONS = `- rename: { from: 上海市工人文化宫, to: 上海市总工会工人文化宫 }
- rename: { from: 查无此单位, to: 仍无此单位 }
`;

const browser = new InBrowser({
  additions: { documents: { "notice.txt": NOTICE, "empty.txt": "" }, corrections: CORRECTIONS },
  ready: ".tool-strip, .notes, .state h2",
  context: { permissions: ["clipboard-read", "clipboard-write"] },
});
let page: Page;
const open = async (hash: string, options: BrowserContextOptions = {}): Promise<void> => {
  page = await browser.open(hash, options);
};

const group = (name: string): Locator => page.getByRole("region", { name, exact: true });
const textOf = (part: Locator) => async (): Promise<string> => (await part.textContent()) ?? "";
const inPage = async <T>(expression: string): Promise<T> => page.evaluate<T>(expression);

/** The words in focus in the original text, once they are the ones expected. */
const expectWords = async (words: string): Promise<void> => {
  await expect.poll(textOf(page.locator(".source-text mark[data-focus]"))).toBe(words);
};

describe("the notes", () => {
  test(
    "group what was doubtful by kind, what corrections did on top, and count it in the bar",
    browser.test(async () => {
      await open("#view=notes");
      await page.locator(".note-group h2").first().waitFor();
      const sections = await page.locator(".note-group h2").allTextContents();
      expect(sections.map((section) => section.trim())).toEqual([
        "更正的效果 2",
        "未能读入的文件 1",
        "未归并的单位 5",
        "不连续的序号 2",
        "重新起编的序号 1",
        "疑似写错的标题 1",
      ]);
      expect(await group("更正的效果").locator(".tag").allTextContents()).toEqual(["已生效", "未起作用"]);
      await expect.poll(textOf(group("未能读入的文件"))).toMatch(/empty\.txt.*空文件/u);
      await expect.poll(textOf(page.locator(".views .count"))).toBe("12");
    }),
  );

  test(
    "lead from a body that was not resolved to the words and to the network, where it says what that means",
    browser.test(async () => {
      await open("#view=notes");
      await group("未归并的单位").getByRole("button", { name: "查看原文：护栏专班" }).click();
      await expectWords("护栏专班");
      await page.reload();
      await expectWords("护栏专班");
      await page.keyboard.press("Escape");
      await page.locator(".reader").waitFor({ state: "detached" });
      await group("未归并的单位").getByRole("button", { name: "护栏专班", exact: true }).click();
      await page.locator(".panel-head h1", { hasText: "护栏专班" }).waitFor();
      await expect.poll(textOf(page.locator(".panel-head .tag"))).toBe("未归并");
      await expect.poll(textOf(page.locator(".panel-means"))).toMatch(/没有并入任何单位/u);
      expect(page.url()).toContain("node=");
      await page.goBack();
      await group("未归并的单位").waitFor();
    }),
  );

  test(
    "lead from a diagnostic to its words by the keyboard, and on to the whole document",
    browser.test(async () => {
      await open("#view=notes");
      await group("不连续的序号").getByRole("button", { name: "查看原文：序号不连续：“七、”" }).focus();
      await page.keyboard.press("Enter");
      await expectWords("七、");
      await page.getByRole("button", { name: "打开全文" }).click();
      await page.locator(".document-text").waitFor();
      await expectWords("七、");
      expect(page.url()).toContain("view=documents");
    }),
  );

  test(
    "are limited to one file, which the address remembers",
    browser.test(async () => {
      await open("#view=notes");
      await page.getByRole("combobox", { name: "按文件筛选" }).selectOption("notice.txt");
      await expect.poll(async () => page.locator(".note-group").count()).toBe(3);
      await page.reload();
      await expect.poll(async () => page.locator(".note-group").count()).toBe(3);
      expect(await group("更正的效果").count()).toBe(0);
    }),
  );

  test(
    "are named in English, and fit a narrow screen",
    browser.test(async () => {
      await open("#view=notes&lang=en", { viewport: { width: 390, height: 844 }, hasTouch: true });
      await group("Unresolved agencies").waitFor();
      const said = await page.locator(".note-text > span:first-child").allTextContents();
      expect(said.filter((words) => /第|行|序号|没有/u.test(words))).toEqual([]);
      expect(said.join("\n")).toContain("the numbering begins anew: “一、”");
      await group("Numbering that restarts")
        .getByRole("button", { name: /^Original text/u })
        .click();
      await expectWords("一、");
      expect(await inPage("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    }),
  );

  test(
    "say so calmly where there are none, and name an unknown code by itself",
    browser.test(async () => {
      await open("");
      const answer = (diagnostics: readonly object[]) => async (): Promise<void> => {
        await page.route("**/api/report", (route) => route.fulfill({ json: { documents: [], diagnostics } }));
      };
      await answer([{ code: "moon-full", severity: "info", message: "满月", file: "x.txt" }])();
      await page.goto(`${browser.url}?again#view=notes`);
      await group("moon-full").waitFor();
      await page.route("**/api/graph", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replaceAll('"resolved":false', '"resolved":true'),
        });
      });
      await page.unroute("**/api/report");
      await answer([])();
      await page.goto(`${browser.url}?empty#view=notes`);
      await expect.poll(textOf(page.locator(".state h2"))).toBe("没有需要留意的地方");
      expect(await page.locator(".views .count").count()).toBe(0);
    }),
  );
});

describe("a relation in the panel", () => {
  test(
    "tells rule, confidence and the command that verifies it, on demand",
    browser.test(async () => {
      await open("");
      await page.keyboard.press("/");
      await page.keyboard.type("护栏专班");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      const how = page.getByRole("button", { name: /^由来：/u }).first();
      await how.waitFor();
      expect(await page.locator(".how").count()).toBe(0);
      await how.focus();
      await page.keyboard.press("Enter");
      expect(await how.getAttribute("aria-expanded")).toBe("true");
      const told = (await page.locator(".how").textContent()) ?? "";
      expect(told).toMatch(/规则.*置信度\d+%.*ceyuan explain "[A-Z_]+\|agency\/\?.*"$/u);
      await page.getByRole("button", { name: "复制命令" }).click();
      await page.getByRole("button", { name: "已复制" }).waitFor();
      expect(await inPage("navigator.clipboard.readText()")).toBe(
        await page.locator(".how .command code").textContent(),
      );
      await how.click();
      expect(await page.locator(".how").count()).toBe(0);
    }),
  );
});

describe("a canvas whose drawing context is lost", () => {
  test(
    "says so and is drawn again",
    browser.test(async () => {
      await open("");
      await inPage(
        "document.querySelector('.canvas .sigma-nodes').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()",
      );
      await page.getByRole("alert").getByText("画布中断了").waitFor();
      await page.getByRole("button", { name: "重新画图" }).click();
      await page.getByRole("alert").waitFor({ state: "detached" });
      await expect
        .poll(async () => inPage("document.querySelector('.canvas .sigma-nodes').getContext('webgl2').isContextLost()"))
        .toBe(false);
      expect(await page.locator(".canvas .sigma-nodes").count()).toBe(1);
    }),
  );
});
