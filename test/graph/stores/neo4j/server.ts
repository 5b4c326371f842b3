import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j from "neo4j-driver";
import type { Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import type { Credentials } from "../../../../graph/stores/neo4j/credentials.ts";
import { packageRoot } from "../../../../graph/package-root.io.ts";

/** A real Neo4j that answers over Bolt. */
export interface TestServer {
  readonly address: Neo4jAddress & { readonly credentials: Credentials };
  /** The process that waits for the server, its parent. */
  readonly pid: number | undefined;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

const ADMIN = ["--add-opens=java.base/java.nio=ALL-UNNAMED"];
const OPENS = ["java.io=ALL-UNNAMED", "sun.nio.ch=ALL-UNNAMED", "java.util.concurrent=ALL-UNNAMED"];
const STARTS_WITHIN = 120_000;

const version = (): string => {
  const pom = readFileSync(join(packageRoot(), "test", "graph", "stores", "neo4j", "pom.xml"), "utf8");
  return /<neo4j\.version>(.+?)</u.exec(pom)?.[1] ?? "";
};

/** Where `.ci/prepare-neo4j` puts the jars. */
function jarFolder(): string {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return process.env["CEYUAN_NEO4J_JARS"] ?? join(cache, "ceyuan", `neo4j-${version()}`);
}

/** Why no server can be started here; nothing where one can. */
export function noServer(): string | undefined {
  const say = (what: string): string => `no Neo4j server: ${what}; .ci/prepare-neo4j gets what is missing`;
  if (process.platform === "win32") return "no Neo4j server: these tests run on Linux and macOS";
  const jars = existsSync(jarFolder()) ? readdirSync(jarFolder()) : [];
  if (!jars.some((name) => name.startsWith("neo4j-server-"))) return say(`no jars in ${jarFolder()}`);
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (java.error !== undefined) return say("no java");
  const major = Number(/version "(\d+)/u.exec(java.stderr)?.[1] ?? 0);
  return major >= 17 ? undefined : say(`java ${major} is older than 17`);
}

/** Runs `neo4j-admin` with these arguments in a folder; gives what it prints. */
export type Admin = (args: readonly string[], folder: string) => string;

/** Starts a server in a temporary home on a free port; resolves once it takes logins. `before` works on the stopped one. */
export async function startNeo4j(
  settings: readonly string[] = [],
  before: (admin: Admin) => void = () => undefined,
): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), "ceyuan-neo4j-"));
  const port = await freePort();
  const password = "testing-only";
  mkdirSync(join(home, "conf"));
  const lines = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "dbms.usage_report.enabled=false",
    "server.memory.pagecache.size=256m",
    ...settings,
  ];
  writeFileSync(join(home, "conf", "neo4j.conf"), `${lines.join("\n")}\n`);
  try {
    runAdmin(home, ["dbms", "set-initial-password", password], home);
    before((args, folder) => runAdmin(home, args, folder));
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  const child = spawnServer(home);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = { url: `bolt://127.0.0.1:${port}`, credentials: { user: "neo4j", password } };
  const server = { address, pid: child.pid, stop };
  try {
    await answers(server, child);
  } catch (error) {
    await stop();
    throw new Error(`the Neo4j server did not start:\n${log.slice(-2000)}`, { cause: error });
  }
  return server;
}

function runAdmin(home: string, args: readonly string[], cwd: string): string {
  const java = [...ADMIN, "-cp", join(jarFolder(), "*"), "org.neo4j.cli.AdminTool", ...args];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  const { status, stdout, stderr, error } = spawnSync("java", java, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`neo4j-admin ${args.join(" ")}: ${stdout}${stderr}`, { cause: error });
  return stdout;
}

/**
 * The server ends with this process, however that ends: a shell waits on a pipe from us and ends the server when the pipe
 * closes.
 */
function spawnServer(home: string): ChildProcess {
  const script =
    '"$@" & server=$!; trap "kill -9 $server" TERM INT; { cat >/dev/null; kill -9 $server; } <&3 & wait $server';
  const java = [
    "java",
    "-Xmx1g",
    ...ADMIN,
    ...OPENS.map((name) => `--add-opens=java.base/${name}`),
    "-cp",
    join(jarFolder(), "*"),
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${home}`,
    `--config-dir=${join(home, "conf")}`,
  ];
  return spawn("sh", ["-c", script, "sh", ...java], { stdio: ["ignore", "pipe", "pipe", "pipe"] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  (child.stdio[3] as NodeJS.WritableStream | null)?.end();
  await Promise.race([gone, sleep(20_000)]);
  child.kill("SIGKILL");
}

async function answers({ address }: TestServer, child: ChildProcess): Promise<void> {
  const { user, password } = address.credentials;
  const driver = neo4j.driver(address.url, neo4j.auth.basic(user, password));
  const until = performance.now() + STARTS_WITHIN;
  try {
    for (;;) {
      const problem = await driver.executeQuery("RETURN 1").then(
        () => undefined,
        (error: Error) => error,
      );
      if (problem === undefined) return;
      if (child.exitCode !== null || performance.now() > until) throw problem;
      await sleep(200);
    }
  } finally {
    await driver.close();
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
