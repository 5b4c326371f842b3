import neo4j, { type BookmarkManager, type Driver, type Session } from "neo4j-driver";
import { CeyuanError } from "../../model/errors.ts";
import type { Credentials } from "./credentials.ts";
import { isDriverError, serverError, tooOld } from "./server-errors.ts";

/** Which server, and which of its databases. */
export interface Neo4jAddress {
  /** `neo4j://`, `bolt://`, with `+s` or `+ssc` for encryption. */
  readonly url: string;
  /** The user's home database where not given. */
  readonly database?: string | undefined;
  /** None for servers that ask for none. */
  readonly credentials?: Credentials | undefined;
}

const SCHEMES = ["neo4j:", "neo4j+s:", "neo4j+ssc:", "bolt:", "bolt+s:", "bolt+ssc:"];

const invalidUrl = (message: string): CeyuanError =>
  new CeyuanError("neo4j-url-invalid", `Neo4j 地址无效 (invalid address of a Neo4j server): ${message}`, {
    hint: "例如 neo4j://localhost:7687、neo4j+s://xxxx.databases.neo4j.io (for example)",
  });

/** Checks an address and gives what may be shown of it. Throws `CeyuanError` (`neo4j-url-invalid`). */
export function checkUrl(url: string): { readonly host: string } {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw invalidUrl(url.replace(/\/\/.*@/u, "//…@"));
  }
  if (!SCHEMES.includes(parsed.protocol)) throw invalidUrl(`${parsed.protocol}// → ${SCHEMES.join("// ")}//`);
  if (parsed.username !== "" || parsed.password !== "") {
    throw new CeyuanError("neo4j-url-invalid", "地址中不能写用户名和密码 (no user or password in the address)", {
      hint: "请用环境变量 NEO4J_USERNAME、NEO4J_PASSWORD 或凭据文件 (use the environment or a file of credentials)",
    });
  }
  if (parsed.hostname === "") throw invalidUrl(url);
  return { host: parsed.host };
}

const isOld = (agent: string): boolean => Number(/^Neo4j\/v?(\d+)\./u.exec(agent)?.[1] ?? 5) < 5;

/** Connection 连接: a driver whose server has been spoken to, and sessions of one database. */
export class Connection {
  readonly address: string;
  readonly agent: string;
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();

  private constructor(driver: Driver, address: string, agent: string, database: string | undefined) {
    this.#driver = driver;
    this.address = address;
    this.agent = agent;
    this.#database = database;
  }

  /** Throws `CeyuanError`: `neo4j-unreachable`, `neo4j-credentials`, `neo4j-password-expired`, `neo4j-too-old` … */
  static async open({ url, database, credentials }: Neo4jAddress): Promise<Connection> {
    const { host } = checkUrl(url);
    if (credentials?.url !== undefined && checkUrl(credentials.url).host !== host) {
      throw new CeyuanError(
        "credentials-elsewhere",
        `凭据属于另一个服务器 (the credentials are for another server): ${checkUrl(credentials.url).host} ≠ ${host}`,
        { hint: "改用该服务器的凭据，或从文件中去掉地址 (use that server's own, or take the address out)" },
      );
    }
    const token = credentials === undefined ? undefined : neo4j.auth.basic(credentials.user, credentials.password);
    const driver = neo4j.driver(url, token, {
      connectionTimeout: 10_000,
      connectionAcquisitionTimeout: 30_000,
      maxTransactionRetryTime: 60_000,
      telemetryDisabled: true,
    });
    try {
      const { agent = "" } = await driver.getServerInfo(database === undefined ? {} : { database });
      if (isOld(agent)) throw tooOld(agent);
      const connection = new Connection(driver, host, agent, database);
      // An expired password and a database that is not there show when the first query runs.
      await connection.with("READ", (session) => session.run("RETURN 1"));
      return connection;
    } catch (error) {
      await driver.close();
      throw isDriverError(error) ? serverError(error, host) : error;
    }
  }

  /** Sessions see what sessions before them wrote, in a cluster too. */
  session(mode: "READ" | "WRITE"): Session {
    return this.#driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
      ...(this.#database === undefined ? {} : { database: this.#database }),
    });
  }

  /** Runs work in a session of its own; what the driver says is turned into what the user reads. */
  async with<Result>(mode: "READ" | "WRITE", work: (session: Session) => Promise<Result>): Promise<Result> {
    const session = this.session(mode);
    try {
      return await work(session);
    } catch (error) {
      throw isDriverError(error) ? serverError(error, this.address) : error;
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}
