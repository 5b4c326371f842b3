import type { MiddlewareHandler } from "hono";
import type { ErrorPayload } from "./api.ts";

/** What the page may load: its own files, nothing inline, nothing remote, no worker or script made at run time. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** What runs a query: the only paths that take a body. It changes nothing: the store lets queries only read. */
const TAKES_BODY: ReadonlySet<string> = new Set(["/api/query", "/api/download"]);

/** Longest request line worth answering; ids of nodes are far shorter. */
const MAX_URL = 4096;

const refusal = (code: string, message: string): ErrorPayload => ({ code, message });

/**
 * Guard 门禁: lets in only what a browser on this machine asks of this very address. A page elsewhere that points its
 * own name at 127.0.0.1 fails on Host, a request sent from another page on Origin or Sec-Fetch-Site.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const names = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const origin = req.header("origin");
    const site = req.header("sec-fetch-site");
    const answer = (status: 403 | 405 | 414 | 415, body: ErrorPayload): Response => context.json(body, status);
    if (req.url.length > MAX_URL) return answer(414, refusal("url-too-long", "请求地址过长。"));
    if (!names.includes(req.header("host")?.toLowerCase() ?? ""))
      return answer(403, refusal("wrong-host", `只接受对 ${names.join("、")} 的请求。`));
    if (origin !== undefined && !names.some((name) => origin === `http://${name}`))
      return answer(403, refusal("wrong-origin", "不接受其他网页发来的请求。"));
    if (site !== undefined && site !== "same-origin" && site !== "none" && req.header("sec-fetch-mode") !== "navigate")
      return answer(403, refusal("wrong-origin", "不接受其他网页发来的请求。"));
    if (TAKES_BODY.has(req.path)) {
      if (req.method !== "POST") return answer(405, refusal("method-not-allowed", "查询用 POST 提交。"));
      /* A form of another page cannot send this type; a script of one must ask first, and is refused. */
      if (!/^application\/json\s*(?:;|$)/iu.test(req.header("content-type") ?? ""))
        return answer(415, refusal("type-not-supported", "查询应以 JSON 提交。"));
    } else if (req.method !== "GET" && req.method !== "HEAD")
      return answer(405, refusal("method-not-allowed", "本服务只读，只接受 GET。"));
    await next();
    return undefined;
  };
}

/** Puts the security headers on every answer, refusals included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};
