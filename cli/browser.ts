import { spawn } from "node:child_process";

/** True where a person sits before a screen: a terminal, a display, no remote shell. */
function hasDisplay(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (!isTerminal || env["CI"] || env["SSH_CONNECTION"]) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens the address in the user's browser where there is one; the address is printed anyway, so failing is no matter. */
export function openBrowser(url: string, isTerminal: boolean, env: NodeJS.ProcessEnv): void {
  if (!hasDisplay(isTerminal, env)) return;
  const [command, ...leading] = OPENERS[process.platform] ?? ["xdg-open"];
  const browser = spawn(command, [...leading, url], { detached: true, stdio: "ignore" });
  browser.on("error", () => undefined);
  browser.unref();
}
