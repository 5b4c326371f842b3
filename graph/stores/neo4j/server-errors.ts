import { CeyuanError } from "../../model/errors.ts";

/** What the driver throws: a code of the server's or the driver's own, and words. */
export interface DriverError extends Error {
  readonly code: string;
  readonly retriable?: boolean;
}

export const isDriverError = (error: unknown): error is DriverError =>
  error instanceof Error && error.name === "Neo4jError" && typeof (error as DriverError).code === "string";

interface Said {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

const SECRETS =
  "用环境变量 NEO4J_USERNAME、NEO4J_PASSWORD 或 0600 的凭据文件给出 (give them in the environment or a 0600 file)";
const START = "docker run --rm -p 7687:7687 -e NEO4J_AUTH=neo4j/<password> neo4j:5";

/** The driver's advice on settings aside, what went wrong. */
const causeIn = (message: string): string =>
  /Caused by: ([^\n]+)/u.exec(message)?.[1] ?? message.split(/\.(?:\s|$)/u)[0] ?? message;

const BY_CODE: readonly (readonly [code: RegExp, said: (error: DriverError, address: string) => Said])[] = [
  [
    /Security\.(?:Unauthorized|TokenExpired)$/u,
    () => ({ code: "neo4j-credentials", message: "用户名或密码不对 (wrong user name or password)", hint: SECRETS }),
  ],
  [
    /Security\.CredentialsExpired$/u,
    () => ({
      code: "neo4j-password-expired",
      message: "须先更改初始密码 (the password has expired and must be changed first)",
      hint: "在 system 数据库中运行 ALTER CURRENT USER SET PASSWORD FROM '旧' TO '新' (run this in the system database)",
    }),
  ],
  [
    /Security\.AuthenticationRateLimit$/u,
    () => ({
      code: "neo4j-credentials",
      message: "登录失败次数过多，服务器暂时拒绝 (too many failed logins, the server refuses for a while)",
      hint: `几秒后重试；${SECRETS}`,
    }),
  ],
  [
    /Security\.(?:Forbidden|AuthorizationExpired|CredentialsInsufficient)$/u,
    () => ({
      code: "neo4j-forbidden",
      message: "该用户没有所需的权限 (this user may not do that)",
      hint: "写入需要有写权限的角色，如 publisher，首次写入还要能建约束 (writing needs a role such as publisher or architect)",
    }),
  ],
  [
    /Database\.DatabaseNotFound$/u,
    () => ({
      code: "neo4j-database-missing",
      message: "服务器上没有该数据库 (the server has no such database)",
      hint: "SHOW DATABASES 列出数据库；社区版只有 neo4j (SHOW DATABASES lists them)",
    }),
  ],
  [
    /Cluster\.NotALeader$|General\.(?:ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase)$/u,
    () => ({
      code: "neo4j-forbidden",
      message: "该服务器或数据库只读 (this server or database only reads)",
      hint: "集群请用 neo4j:// 地址 (for a cluster use an address that begins neo4j://)",
    }),
  ],
  [
    /Schema\.ConstraintValidationFailed$/u,
    ({ message }) => ({
      code: "neo4j-conflict",
      message: `与数据库中已有的约束冲突 (conflicts with a constraint of the database): ${message}`,
      hint: "删除该约束，或换一个数据库 (drop the constraint or use another database)",
    }),
  ],
  [
    /(?:MemoryPoolOutOfMemory|OutOfMemory|TransactionOutOfMemory)/u,
    () => ({
      code: "neo4j-memory",
      message: "服务器内存不足 (the server is out of memory)",
      hint: "加大 server.memory.heap.max_size 或 dbms.memory.transaction.total.max (raise these settings)",
    }),
  ],
  [
    /^(?:ServiceUnavailable|SessionExpired)$/u,
    ({ message }, address) => ({
      code: "neo4j-unreachable",
      message: `连不上 Neo4j 服务器 (the server cannot be reached): ${address}: ${causeIn(message)}`,
      hint: `检查地址、端口和防火墙，加密的服务器用 neo4j+s:// (check address and firewall); ${START}`,
    }),
  ],
];

/** Bolt servers before 4.2 answer no version that the driver offers. */
const TOO_OLD = /protocol version|handshake|Unknown Bolt|not supported by the driver/iu;

/** Turns what the driver throws about server, login and rights into what the user reads. */
export function serverError(error: DriverError, address: string): CeyuanError {
  if (TOO_OLD.test(error.message)) return tooOld(error.message);
  const said = BY_CODE.find(([code]) => code.test(error.code))?.[1](error, address) ?? {
    code: "neo4j-failed",
    message: `Neo4j 报告错误 (the server reports an error): ${error.message.split("\n")[0]} (${error.code})`,
  };
  return new CeyuanError(said.code, said.message, {
    ...("hint" in said && said.hint !== undefined ? { hint: said.hint } : {}),
    cause: error,
  });
}

export const tooOld = (what: string): CeyuanError =>
  new CeyuanError("neo4j-too-old", `Neo4j 服务器版本过旧 (the server is too old): ${what}`, {
    hint: "需要 Neo4j 5 或更新的版本 (Neo4j 5 or newer is needed)",
  });
