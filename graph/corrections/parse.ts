import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { CeyuanError } from "../model/errors.ts";
import { type Correction, correctionSchema } from "./corrections.ts";

const MOST = 10_000;
const KINDS = ["same", "different", "rename", "drop", "add"] as const;

/**
 * Reads a corrections file 更正文件: a YAML list, aliases and tags refused. Throws `CeyuanError` (corrections-invalid) with
 * file, line and what was expected.
 */
export function parseCorrections(text: string, file: string): Correction[] {
  const lines = new LineCounter();
  const fail = (line: number, message: string): never => {
    throw new CeyuanError("corrections-invalid", `${file} 第 ${line} 行 (line ${line}): ${message}`, {
      hint: "每条更正是 same、different、rename、drop、add 之一，写法见 docs/corrections.md (one of these, written as that file says)",
    });
  };
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0, schema: "core" } as never);
  const lineAt = (node: unknown): number => {
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    return range?.[0] === undefined ? 1 : lines.linePos(range[0]).line;
  };
  const broken = document.errors[0];
  if (broken !== undefined)
    fail(lines.linePos(broken.pos[0]).line, `不是有效的 YAML (not valid YAML): ${broken.message.split("\n")[0] ?? ""}`);
  if (document.contents === null) return [];
  if (!isSeq(document.contents))
    return fail(
      lineAt(document.contents),
      "应当是一个列表，每条更正以“- ”开头 (must be a list, each item beginning with “- ”)",
    );
  if (document.contents.items.length > MOST) return fail(1, `更正多于 ${MOST} 条 (too many corrections)`);
  return document.contents.items.map((item) => {
    const line = lineAt(item);
    if (!isMap(item)) return fail(line, "这一条不是“名称: 内容”的写法 (this one is not written “name: content”)");
    const value: unknown = item.toJS(document, { maxAliasCount: 0 });
    const result = correctionSchema.safeParse(value);
    if (result.success) return { line, words: result.data };
    const keys = Object.keys(value as Record<string, unknown>);
    const kind = KINDS.find((one) => keys.includes(one));
    if (kind === undefined) return fail(line, `不认识的更正 (no such correction): ${keys.join("、")}`);
    return fail(line, `${kind} 的内容不对 (wrong content): ${problemOf(result.error, kind)}`);
  });
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** The complaint of the branch of the union that this kind belongs to. */
function problemOf(error: { readonly issues: readonly unknown[] }, kind: string): string {
  const issues = error.issues as readonly Issue[];
  const branches = issues.flatMap((issue) => issue.errors ?? [[issue]]);
  const own = branches.find((branch) => branch.some(({ path }) => path[0] === kind)) ?? branches[0];
  const issue = own?.find(({ path }) => path[0] === kind) ?? own?.[0];
  return issue === undefined ? "格式不对 (wrong form)" : `${issue.path.map(String).join(".")} ${issue.message}`;
}
