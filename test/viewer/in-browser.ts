import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, type TestContext } from "vitest";
import { findChromium, NO_CHROMIUM, startChromium } from "./chromium.ts";
import { type Additions, type SampleViewer, startSampleViewer } from "./sample-viewer.ts";

export interface Setting {
  /** What is built besides the bundled documents. */
  readonly additions?: Additions;
  /** Selector of what shows that the page has been drawn. */
  readonly ready: string;
  /** Errors of the console that the tests of the file bring about. */
  readonly expected?: RegExp;
  readonly context?: BrowserContextOptions;
}

/**
 * A viewer of the bundled documents and a real browser for the tests of one file. Whatever a test does, the page must not
 * fault, break its content policy or ask elsewhere.
 */
export class InBrowser {
  readonly #setting: Setting;
  readonly #executable = findChromium();
  #browser: Browser | undefined;
  #viewer: SampleViewer | undefined;
  #page: Page | undefined;
  #faults: string[] = [];
  #origins = new Set<string>();
  #forgiven: RegExp[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
    beforeAll(async () => {
      if (this.#executable === undefined) return;
      [this.#browser, this.#viewer] = await Promise.all([
        startChromium(this.#executable),
        startSampleViewer(setting.additions),
      ]);
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#viewer?.close();
    });
  }

  /** Address of the viewer, with its slash. */
  get url(): string {
    return this.#viewer?.url ?? "";
  }

  /** Opens a page of its own and waits until it has been drawn. */
  async open(hash = "", options: BrowserContextOptions = {}): Promise<Page> {
    if (this.#browser === undefined) throw new Error(NO_CHROMIUM);
    this.#faults = [];
    this.#origins = new Set();
    this.#forgiven = this.#setting.expected === undefined ? [] : [this.#setting.expected];
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      ...this.#setting.context,
      ...options,
    });
    const page = await context.newPage();
    this.#page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.#faults.push(message.text());
    });
    page.on("pageerror", (error) => this.#faults.push(error.message));
    page.on("request", (request) => this.#origins.add(new URL(request.url()).origin));
    await page.goto(`${this.url}${hash}`);
    await page.locator(this.#setting.ready).first().waitFor();
    return page;
  }

  /** Errors and origins that the test at hand brings about itself. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern);
  }

  /** The body of a test in the browser; skipped with its reason where there is none. */
  test(body: () => Promise<void>): (context: TestContext) => Promise<void> {
    return async (context) => {
      if (this.#executable === undefined) context.skip(NO_CHROMIUM);
      try {
        await body();
        const elsewhere = [...this.#origins].filter((origin) => origin !== new URL(this.url).origin);
        const wrong = [...this.#faults, ...elsewhere].filter((one) => !this.#forgiven.some((past) => past.test(one)));
        if (wrong.length > 0) throw new Error(wrong.join("\n"));
      } finally {
        await this.#page?.context().close();
      }
    };
  }
}
