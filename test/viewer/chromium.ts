import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const USUAL: Readonly<Record<string, readonly string[]>> = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** The browser that CEYUAN_CHROMIUM names, else one in a usual place. */
export function findChromium(): string | undefined {
  const named = process.env["CEYUAN_CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  return (USUAL[process.platform] ?? []).find((path) => existsSync(path));
}

export const NO_CHROMIUM = "no Chromium was found: name one in CEYUAN_CHROMIUM";

export const startChromium = async (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
