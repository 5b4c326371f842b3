import { CeyuanError } from "../model/errors.ts";
import { isKeyword, isMark, isWord, positionOf, tokenize } from "./cypher/lexer.ts";
import type { Refusal } from "./grafeo/plan-gate.ts";
import type { EngineFault } from "./grafeo/protocol.ts";

const WRITES = ["CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP"];

/** Where in the query the refused thing stands, for the message. */
function placeOf(query: string, refusal: Refusal): string {
  const tokens = tokenize(query);
  const wanted = refusal.kind === "write" ? WRITES : refusal.kind === "file" ? ["LOAD"] : ["CALL"];
  const token = tokens.find(
    (candidate, index) =>
      isWord(candidate, ...wanted) && isKeyword(tokens, index) && !isMark(tokens[index + 1], "{", ")", ","),
  );
  if (token === undefined) return "";
  const { line, column } = positionOf(query, token.from);
  return `第 ${line} 行第 ${column} 列 (line ${line}, column ${column}): `;
}

const REFUSED: Readonly<Record<Refusal["kind"], (name: string) => readonly [message: string, hint: string]>> = {
  write: () => [
    "查询只能读取，不能修改图 (queries may only read)",
    "要改变图，请修改文件或更正表后重新 ceyuan build (change the documents or corrections and build again)",
  ],
  file: () => [
    "查询不能读取文件 (queries may not read files): LOAD CSV",
    "请把数据作为参数传入，例如 UNWIND $rows AS row (pass the data as a parameter)",
  ],
  procedure: (name) => [
    `不允许调用过程 ${name} (procedure not allowed)`,
    "可用 db.labels()、db.relationshipTypes()、db.propertyKeys() (these three are allowed)",
  ],
  unknown: (name) => [
    `无法确认查询只读 (cannot be sure that the query only reads): ${name}`,
    "请改写该查询 (please word the query differently)",
  ],
};

/** Turns a fault of the engine into the error that the user reads. `query` is what the user wrote. */
export function queryError(fault: EngineFault, query: string): CeyuanError {
  if (fault.refusal !== undefined) {
    const [message, hint] = REFUSED[fault.refusal.kind](fault.refusal.name);
    return new CeyuanError("query-refused", placeOf(query, fault.refusal) + message, { hint });
  }
  if (fault.memory === true) {
    return new CeyuanError(
      "query-memory",
      "查询占用内存过多，已停止 (the query used too much memory and was stopped)",
      {
        hint: "请缩小匹配范围或加 LIMIT (narrow the pattern or add LIMIT)",
      },
    );
  }
  if (fault.message.includes("Schema commands"))
    return queryError({ ...fault, refusal: { kind: "write", name: "" } }, query);
  const missing = /Missing parameter: (\$\S+)/u.exec(fault.message)?.[1];
  if (missing !== undefined) {
    return new CeyuanError("query-syntax", `缺少参数 ${missing} (a parameter is missing)`, {
      hint: `请给出参数，例如 --param ${missing.slice(1)}=值 (give it a value)`,
    });
  }
  const text = fault.message.replace(/^.*?GRAFEO-\w+: /su, "").replace("[Cypher] ", "");
  const [first = "", ...more] = text.split("\n");
  const help = more.find((line) => line.includes("help:"))?.replace(/^.*help:\s*/u, "");
  const place = /--> query:(\d+):(\d+)/u.exec(fault.message);
  const where =
    place === null
      ? ""
      : `第 ${Number(place[1]) - 1} 行第 ${place[2]} 列 (line ${Number(place[1]) - 1}, column ${place[2]}): `;
  const wrong = fault.status?.startsWith("42") === true;
  return new CeyuanError(
    wrong ? "query-syntax" : "query-failed",
    `${wrong ? "查询语句有误 (the query is not valid)" : "查询失败 (the query failed)"}: ${where}${first}`,
    help === undefined ? {} : { hint: help },
  );
}

export const timedOut = (timeoutMs: number): CeyuanError =>
  new CeyuanError("query-timeout", `查询超过 ${timeoutMs} 毫秒，已停止 (the query took longer than ${timeoutMs} ms)`, {
    hint: "请缩小匹配范围、限制路径长度或延长 --timeout (narrow the pattern, bound path lengths, or raise the timeout)",
  });

export const cancelled = (): CeyuanError => new CeyuanError("query-cancelled", "查询已取消 (the query was cancelled)");

export const crashed = (): CeyuanError =>
  new CeyuanError("query-failed", "数据库进程意外退出，已自动重启 (the database process ended unexpectedly)", {
    hint: "请简化该查询后重试 (simplify the query and try again)",
  });
