import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { CeyuanError } from "../../model/errors.ts";

/** Credentials 登录凭据: who logs in to a Neo4j server. Never printed, never taken from the command line. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** The server that a file of credentials was made for. */
  readonly url?: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const USER = ["CEYUAN_NEO4J_USER", "NEO4J_USERNAME"];
const PASSWORD = ["CEYUAN_NEO4J_PASSWORD", "NEO4J_PASSWORD"];
const URL_OF = ["CEYUAN_NEO4J_URL", "NEO4J_URI"];
const FILE = "CEYUAN_NEO4J_CREDENTIALS";

const firstOf = (values: Environment, names: readonly string[]): string | undefined =>
  names.map((name) => values[name]).find((value) => value !== undefined && value !== "");

function credentialsIn(values: Environment): Credentials | undefined {
  const password = firstOf(values, PASSWORD);
  if (password === undefined) return undefined;
  return { user: firstOf(values, USER) ?? "neo4j", password, url: firstOf(values, URL_OF) };
}

/** The server that the environment names, for a command that was given none. */
export const urlFromEnvironment = (env: Environment): string | undefined => firstOf(env, URL_OF);

/**
 * Finds the credentials: in the file that was named, in the environment, in the file that the environment names, in
 * `neo4j` of ceyuan's folder of settings. Nothing where there are none, for servers that ask for none.
 */
export function findCredentials(env: Environment, file?: string): Credentials | undefined {
  if (file !== undefined) return readCredentials(file);
  const own = credentialsIn(env);
  if (own !== undefined) return own;
  const named = env[FILE];
  if (named !== undefined && named !== "") return readCredentials(named);
  const usual = join(env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "ceyuan", "neo4j");
  return statSync(usual, { throwIfNoEntry: false }) === undefined ? undefined : readCredentials(usual);
}

/** Reads `NAME=value` lines, the form in which Aura hands credentials out. Only the owner may be able to read the file. */
function readCredentials(file: string): Credentials {
  const text = readPrivate(file);
  const values = Object.fromEntries(
    text.split(/\r?\n/u).flatMap((line) => {
      const [, name = "", value = ""] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/u.exec(line) ?? [];
      return name === "" ? [] : [[name, value.replace(/^(["'])(.*)\1$/u, "$2")] as const];
    }),
  );
  const found = credentialsIn(values);
  if (found !== undefined) return found;
  throw new CeyuanError("credentials-invalid", `凭据文件中没有密码 (no password in the file of credentials): ${file}`, {
    hint: "文件应有 NEO4J_USERNAME=… 与 NEO4J_PASSWORD=… 两行 (the file has these two lines)",
  });
}

function readPrivate(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) {
    throw new CeyuanError("credentials-missing", `没有凭据文件 (there is no file of credentials): ${file}`);
  }
  const isOthers = process.getuid !== undefined && stat.uid !== process.getuid() && process.getuid() !== 0;
  if (process.platform !== "win32" && ((stat.mode & 0o077) !== 0 || isOthers)) {
    throw new CeyuanError("credentials-exposed", `凭据文件可被他人读取 (others can read the credentials): ${file}`, {
      hint: `chmod 600 ${file}`,
    });
  }
  return readFileSync(file, "utf8");
}
