import type { CeyuanError } from "../../model/errors.ts";
import { positionOf } from "../cypher/lexer.ts";
import { queryError, timedOut } from "../query-errors.ts";
import { type DriverError, serverError } from "./server-errors.ts";

/** What the server was asked: the user's words behind `before` more characters, or other words made of them. */
export interface Sent {
  readonly cypher: string;
  /** Nothing where positions in what was sent are not those of the user's words. */
  readonly before?: number | undefined;
  readonly timeoutMs: number;
  readonly address: string;
}

const SYNTAX = /Statement\.(?:SyntaxError|SemanticError)$/u;

/** Turns the server's complaint about a query into the error that the user reads. */
export function queryFault(error: DriverError, { cypher, before, timeoutMs, address }: Sent): CeyuanError {
  const { code, message } = error;
  if (/TransactionTimedOut/u.test(code)) return timedOut(timeoutMs);
  if (/OutOfMemory/u.test(code)) return queryError({ message, memory: true }, cypher);
  if (code.endsWith("Statement.AccessMode")) {
    return queryError({ message, refusal: { kind: "write", name: code } }, cypher);
  }
  if (code.endsWith("Statement.ParameterMissing")) {
    const name = /Expected parameter\(s\): ([^,\s]+)/u.exec(message)?.[1] ?? "";
    return queryError({ message: `Missing parameter: $${name}` }, cypher);
  }
  if (!/^Neo\.(?:ClientError\.(?:Statement|Procedure)|DatabaseError)\./u.test(code)) return serverError(error, address);
  const [first = ""] = message.replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)/u, "").split("\n");
  if (!SYNTAX.test(code)) return queryError({ message: first }, cypher);
  const offset = /\(offset: (\d+)\)/u.exec(message)?.[1];
  if (offset === undefined || before === undefined) return queryError({ message: first, status: "42001" }, cypher);
  const { line, column } = positionOf(cypher, Math.min(Math.max(0, Number(offset) - before), cypher.length));
  return queryError({ message: `${first}\n--> query:${line + 1}:${column}`, status: "42001" }, cypher);
}
