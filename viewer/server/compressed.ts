import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";

/** Body 响应体: bytes with their tag, compressed once and kept. */
export interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly packed: Map<string, Buffer>;
}

const SMALL = 1024;

export function bodyOf(type: string, content: string | Buffer): Body {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { type, bytes, tag: `"${tag}"`, packed: new Map() };
}

export const jsonBody = (value: unknown): Body => bodyOf("application/json; charset=utf-8", JSON.stringify(value));

/** Answers with the body, or 304 where the browser has it, compressed where the browser accepts it. */
export async function send(context: Context, body: Body, caching = "no-cache"): Promise<Response> {
  const headers = { "Content-Type": body.type, "Cache-Control": caching, ETag: body.tag, Vary: "Accept-Encoding" };
  const known = context.req.header("if-none-match")?.split(/\s*,\s*/u) ?? [];
  if (known.includes(body.tag)) return new Response(null, { status: 304, headers });
  const accepted = context.req.header("accept-encoding") ?? "";
  const encoding =
    body.bytes.length < SMALL || body.type.startsWith("image/png")
      ? undefined
      : ["br", "gzip"].find((name) => new RegExp(`\\b${name}\\b`, "u").test(accepted));
  if (encoding === undefined) return new Response(new Uint8Array(body.bytes), { headers });
  const packed = body.packed.get(encoding) ?? (await compress(encoding, body.bytes));
  body.packed.set(encoding, packed);
  return new Response(new Uint8Array(packed), { headers: { ...headers, "Content-Encoding": encoding } });
}

/** Quick rather than small: the way is short. */
const compress = async (encoding: string, bytes: Buffer): Promise<Buffer> =>
  encoding === "br"
    ? await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : await promisify(gzip)(bytes, { level: 5 });
