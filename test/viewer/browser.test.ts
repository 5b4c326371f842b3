import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { DocumentPayload, NodePayload } from "../../viewer/server/api.ts";
import { InBrowser } from "./in-browser.ts";

const browser = new InBrowser({
  ready: ".tool-strip, .documents, .open-document, .sheet, .state h2",
});
let page: Page;
const open = async (hash = "", options: BrowserContextOptions = {}): Promise<void> => {
  page = await browser.open(hash, options);
};

/** The value of an expression in the page. */
const inPage = async <T>(expression: string): Promise<T> => page.evaluate<T>(expression);

const searchFor = async (words: string): Promise<void> => {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.getByRole("option").first().waitFor();
};

const heading = async (): Promise<string> => (await page.locator(".panel-head h1").textContent()) ?? "";

describe("the page", () => {
  test(
    "draws the network with its legend and its counts",
    browser.test(async () => {
      await open();
      expect(await page.locator(".canvas canvas").count()).toBeGreaterThan(3);
      const legend = page.getByRole("region", { name: "图例" });
      await expect.poll(textOf(legend.getByRole("checkbox", { name: /^任务/u }))).toMatch(/\d+/u);
      await expect.poll(textOf(page.locator(".counts"))).toMatch(/单位 \d+.*任务 \d+/u);
    }),
  );

  test(
    "finds 周奇, opens a task and shows the proving words in the original text",
    browser.test(async () => {
      await open();
      await searchFor("周奇");
      await page.keyboard.press("Enter");
      await page.locator(".panel-head h1", { hasText: "周奇" }).waitFor();
      const task = page.locator(".group", { hasText: "分管任务" }).locator(".related-name").first();
      const title = await task.locator(".name").textContent();
      await task.click();
      await page.locator(".panel-head h1", { hasText: title ?? "" }).waitFor();
      const leads = page.locator(".group", { hasText: "牵头单位" }).first();
      await leads.getByRole("button", { name: "原文" }).nth(1).click();
      const focus = page.locator(".source-text mark[data-focus]");
      await focus.waitFor();

      const edge = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("edge") ?? "";
      const evidence = await evidenceOf(edge);
      expect(await page.locator(".source-text mark").allTextContents()).toEqual([evidence.words]);
      expect(await page.locator(".source-text .tone-cue").allTextContents()).not.toEqual([]);
      const seen = await focus.boundingBox();
      const reader = await page.locator(".reader-body").boundingBox();
      const panel = await page.locator(".panel").boundingBox();
      expect(isWithin(seen, reader)).toBe(true);
      expect((reader?.x ?? 0) + (reader?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1);
      expect(await page.locator(".source-text p.in-clause").count()).toBeGreaterThan(0);
    }),
  );

  test(
    "steps through the passages that prove a task",
    browser.test(async () => {
      await open();
      await searchFor("周奇");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "原文" }).first().click();
      await expect.poll(textOf(page.locator(".reader-foot"))).toMatch(/第 1 处，共 \d+ 处/u);
      await page.getByRole("button", { name: "下一处" }).click();
      await expect.poll(textOf(page.locator(".reader-foot"))).toMatch(/第 2 处/u);
    }),
  );

  test(
    "opens what is clicked on the canvas, and lets go of it with Escape",
    browser.test(async () => {
      await open();
      await clickSomeMark();
      await page.locator(".panel-head h1").waitFor();
      expect(page.url()).toContain("node=");
      await page.keyboard.press("Escape");
      await page.locator(".panel").waitFor({ state: "detached" });
      expect(page.url()).not.toContain("node=");
    }),
  );

  test(
    "refines the layout in a worker of its own file",
    browser.test(async () => {
      await open();
      await page.getByRole("button", { name: "继续布局" }).click();
      await expect.poll(() => page.workers().length).toBe(1);
      expect(page.workers()[0]?.url()).toMatch(/^http:\/\/127\.0\.0\.1.*layout-worker/u);
      await page.waitForTimeout(300);
      await page.getByRole("button", { name: "停止布局" }).click();
      await expect.poll(() => page.workers().length).toBe(0);
    }),
  );

  test(
    "exports what is drawn",
    browser.test(async () => {
      await open();
      for (const [name, ending] of [
        ["PNG 图片", ".png"],
        ["SVG 矢量图", ".svg"],
      ] as const) {
        await page.getByRole("button", { name: "导出图片" }).click();
        const waiting = page.waitForEvent("download");
        await page.getByRole("menuitem", { name }).click();
        expect((await waiting).suggestedFilename().endsWith(ending)).toBe(true);
      }
    }),
  );

  test(
    "filters by the legend, and says so in the counts and in the address",
    browser.test(async () => {
      await open();
      await page.getByRole("region", { name: "图例" }).getByRole("checkbox", { name: /^任务/u }).click();
      await expect.poll(async () => page.locator(".counts").textContent()).not.toContain("任务");
      expect(page.url()).toContain("hide=");
      await page.getByRole("button", { name: "恢复默认" }).click();
      await expect.poll(textOf(page.locator(".counts"))).toMatch(/任务/u);
    }),
  );
});

describe("the keyboard", () => {
  test(
    "leads from the search through the panel to the original text and back",
    browser.test(async () => {
      await open();
      await searchFor("周奇");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.locator(".panel-head h1", { hasText: "周奇" }).waitFor();
      // Tab would run past a list that is still being fetched.
      await page.locator(".related-name").first().waitFor();
      const pressUntil = async (matches: string): Promise<void> => {
        for (let turn = 0; turn < 40; turn += 1) {
          await page.keyboard.press("Tab");
          if ((await page.locator(`${matches}:focus`).count()) > 0) return;
        }
        throw new Error(`Tab never reached ${matches}`);
      };
      await pressUntil(".related-name");
      const ring = await inPage("getComputedStyle(document.activeElement).outlineStyle");
      expect(ring).toBe("solid");
      await pressUntil(".source-button");
      await page.keyboard.press("Enter");
      await page.locator(".source-text mark[data-focus]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".reader").waitFor({ state: "detached" });
      expect(await heading()).toBe("周奇");
      await page.keyboard.press("Escape");
      await page.locator(".panel").waitFor({ state: "detached" });
    }),
  );

  test(
    "Escape in the search clears it and closes nothing else",
    browser.test(async () => {
      await open();
      await searchFor("总工会");
      await page.keyboard.press("Escape");
      expect(await page.getByRole("option").count()).toBe(0);
      expect(await page.getByRole("combobox").inputValue()).toBe("");
    }),
  );

  test(
    "a search without hits says what to try",
    browser.test(async () => {
      await open();
      await page.keyboard.press("/");
      await page.keyboard.type("查无此事");
      await expect.poll(textOf(page.locator(".search-none"))).toMatch(/没有找到“查无此事”/u);
    }),
  );
});

describe("language, theme and address", () => {
  test(
    "English is remembered",
    browser.test(async () => {
      await open();
      await page.getByRole("button", { name: "Switch to English" }).click();
      await page.getByRole("button", { name: "Documents", exact: true }).waitFor();
      expect(await inPage("document.documentElement.lang")).toBe("en");
      await page.goto(browser.url);
      await page.getByRole("button", { name: "Network", exact: true }).waitFor();
      await page.locator(".tool-strip").waitFor();
      await searchFor("周奇");
      await page.keyboard.press("Enter");
      await page.locator(".group h3", { hasText: "Oversees" }).waitFor();
    }),
  );

  test(
    "follows the system's dark theme, and the reader's choice over it",
    browser.test(async () => {
      await open("", { colorScheme: "dark" });
      const paper = async (): Promise<string> => inPage("getComputedStyle(document.body).backgroundColor");
      expect(await paper()).toBe("rgb(22, 24, 27)");
      await page.getByRole("button", { name: /^外观/u }).click();
      await expect.poll(paper).toBe("rgb(251, 250, 247)");
      await page.reload();
      await page.locator(".tool-strip").waitFor();
      expect(await paper()).toBe("rgb(251, 250, 247)");
    }),
  );

  test(
    "a link opens the same thing, and Back goes back",
    browser.test(async () => {
      await open();
      await searchFor("周奇");
      await page.keyboard.press("Enter");
      await page.locator(".panel-head h1", { hasText: "周奇" }).waitFor();
      const link = page.url();
      await page.locator(".related-name").first().click();
      await expect.poll(heading).not.toBe("周奇");
      await page.goBack();
      await expect.poll(heading).toBe("周奇");
      browser.forgive(/^null$/u);
      await page.goto("about:blank");
      await page.goto(link);
      await page.locator(".panel-head h1", { hasText: "周奇" }).waitFor();
    }),
  );

  test(
    "an address of something that is gone says so",
    browser.test(async () => {
      await open("#node=task/nowhere");
      await expect.poll(textOf(page.locator(".notice"))).toMatch(/图中没有/u);
    }),
  );
});

describe("documents", () => {
  test(
    "are listed, and read with their contents beside the text",
    browser.test(async () => {
      await open("#view=documents");
      await page.locator(".row-button").first().click();
      await page.locator(".source-text p").first().waitFor();
      await page.locator(".contents-list button").nth(6).click();
      expect(await page.locator(".source-text p.in-clause").count()).toBeGreaterThan(0);
      await page.locator(".source-text a").first().click();
      await page.locator(".panel-head h1").waitFor();
    }),
  );
});

describe("the top bar", () => {
  test(
    "stands still when the view changes",
    browser.test(async () => {
      await open();
      const place = async (): Promise<unknown> => page.locator(".search").boundingBox();
      const before = await place();
      for (const name of ["文件", "查询", "网络"]) {
        await page.locator(".views button", { hasText: name }).click();
        expect(await place()).toEqual(before);
      }
    }),
  );
});

describe("a narrow screen", () => {
  test(
    "shows panels as sheets, and nothing wider than itself",
    browser.test(async () => {
      await open("", { viewport: { width: 390, height: 844 }, hasTouch: true });
      await searchFor("周奇");
      await page.getByRole("option").first().click();
      const sheet = page.locator(".sheet");
      await sheet.waitFor();
      const box = await sheet.boundingBox();
      expect(box?.width).toBe(390);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
      expect(box?.y).toBeGreaterThan(300);
      await page.getByRole("button", { name: "原文" }).first().click();
      await page.locator(".source-text mark[data-focus]").waitFor();
      expect(await inPage("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    }),
  );
});

describe("failures", () => {
  test(
    "a server that does not answer is named, with what to do",
    browser.test(async () => {
      await open();
      browser.forgive(/ERR_FAILED/u);
      await page.route("**/api/graph", (route) => route.abort());
      await page.reload();
      await expect.poll(textOf(page.locator(".state"))).toMatch(/连不上本机的策源服务/u);
    }),
  );
});

/** What a part of the page reads, to be asked until it is as expected. */
const textOf = (part: Locator) => async (): Promise<string> => (await part.textContent()) ?? "";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isWithin = (inner: Box | null, outer: Box | null): boolean =>
  inner !== null &&
  outer !== null &&
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The words that prove an edge, cut out of the original text as the server sends it. */
async function evidenceOf(edge: string): Promise<{ words: string }> {
  const get = async <T>(path: string, id: string): Promise<T> =>
    (await (await fetch(`${browser.url}api/${path}?id=${encodeURIComponent(id)}`)).json()) as T;
  const { edges } = await get<NodePayload>("node", edge.split("|")[1] ?? "");
  const { doc, from, to } = edges.find(({ id }) => id === edge)?.properties ?? {};
  const { text } = await get<DocumentPayload>("document", String(doc));
  return { words: text.slice(Number(from), Number(to)) };
}

/** Moves the pointer over the canvas until it is over a mark, and clicks. */
async function clickSomeMark(): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    const x = 400 + ((step * 37) % 700);
    const y = 150 + ((step * 53) % 600);
    await page.mouse.move(x, y);
    await page.waitForTimeout(15);
    const over = await inPage("document.querySelector('.canvas').style.cursor");
    if (over !== "pointer") continue;
    await page.mouse.click(x, y);
    return;
  }
  throw new Error("no mark was found under the pointer");
}
