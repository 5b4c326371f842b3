import type { HonoRequest } from "hono";
import { z } from "zod";
import type { QueryRequest } from "./api.ts";

const schema = z.union([
  z.strictObject({
    query: z.string().min(1),
    parameters: z.record(z.string(), z.string()),
    language: z.enum(["zh", "en"]),
  }),
  z.strictObject({
    cypher: z.string(),
    parameters: z.record(z.string(), z.string()),
    language: z.enum(["zh", "en"]),
  }),
]);

/** What the body asks to run; nothing where it is not a request of the page. */
export async function readRequest(request: HonoRequest): Promise<QueryRequest | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body).data;
}
