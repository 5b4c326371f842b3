import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { InBrowser } from "./in-browser.ts";

const browser = new InBrowser({ ready: ".tool-strip" });

/** A clock on which every look takes longer than a picture may: the page takes the machine to be slow. */
const SLOW_CLOCK = `{
  const now = performance.now.bind(performance);
  let looks = 0;
  performance.now = () => now() + 100 * (looks += 1);
}`;

/** A clock that stands: however slow the machine, the page takes it to be fast. */
const STANDING_CLOCK = "performance.now = () => 1000";

const keptLines = async (page: Page): Promise<string> =>
  page.evaluate<string>("getComputedStyle(document.querySelector('.sigma-keptLines')).display");

/** Zooms in four steps by such a clock; gives what the kept lines were seen to be on the way, and the picture at rest. */
async function zoom(clock: string): Promise<{ seen: ReadonlySet<string>; picture: string }> {
  const page = await browser.open();
  await page.addInitScript(clock);
  await page.reload();
  await page.locator(".tool-strip").waitFor();
  const seen = new Set<string>();
  for (let step = 0; step < 4; step += 1) {
    await page.getByRole("button", { name: "放大" }).click();
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    seen.add(await keptLines(page));
  }
  await expect.poll(async () => keptLines(page)).toBe("none");
  // On which side a name stands depends on where it stood before.
  await page.evaluate("document.querySelector('.sigma-labels').style.visibility = 'hidden'");
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  return { seen, picture: (await page.locator(".canvas").screenshot()).toString("base64") };
}

describe("a machine too slow to draw all lines while they move", () => {
  test(
    "is shown the lines of before on the way, and the same picture in the end",
    browser.test(async () => {
      const fast = await zoom(STANDING_CLOCK);
      const slow = await zoom(SLOW_CLOCK);
      expect([...fast.seen]).toEqual(["none"]);
      expect(slow.seen).toContain("block");
      expect(slow.picture === fast.picture).toBe(true);
    }),
  );
});
