import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CeyuanError } from "../../model/errors.ts";
import type { Answers, EngineFault, FromEngine, Request, ToEngine } from "./protocol.ts";

/** A request that the engine refused or failed at. */
export class EngineError extends Error {
  readonly fault: EngineFault;

  constructor(fault: EngineFault) {
    super(fault.message);
    this.name = "EngineError";
    this.fault = fault;
  }
}

/** The process ended before it answered: killed on purpose, or crashed. */
export class EngineGone extends Error {
  constructor() {
    super("the engine's process ended");
    this.name = "EngineGone";
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const MEMORY_LIMIT = Math.min(4 * 1024 ** 3, totalmem() / 2);

/** From the sources the process needs tsx, as we did; from `dist/` nothing. Inspector flags would collide on their port. */
function execArgv(fromSources: boolean): string[] {
  const own = process.execArgv.filter((argument) => !argument.startsWith("--inspect"));
  if (!fromSources || own.some((argument) => argument.includes("tsx"))) return own;
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}

function unavailable(fault: EngineFault): CeyuanError {
  const platform = `${process.platform}-${process.arch}`;
  return new CeyuanError(
    "store-engine-missing",
    `内嵌数据库 Grafeo 无法在本平台（${platform}）加载 (the embedded database cannot be loaded on ${platform}): ` +
      (fault.message.split(/\n|(?<=\.) /u)[0] ?? ""),
    {
      hint:
        "支持 Windows x64、macOS、Linux（glibc）x64 与 arm64；若平台受支持，请不带 --omit=optional 重新安装。" +
        "其他平台可用 ceyuan export 导出后导入 Neo4j (reinstall with optional dependencies, or export to Neo4j)",
    },
  );
}

/** EngineProcess 引擎进程: one child process with Grafeo in it; requests are answered in their order. */
export class EngineProcess {
  readonly version: string;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #next = 1;
  #gone = false;

  private constructor(child: ChildProcess, version: string) {
    this.#child = child;
    this.version = version;
    child.on("message", (message: FromEngine) => this.#receive(message));
    this.#exited = new Promise((resolve) => {
      const ended = (): void => {
        this.#gone = true;
        for (const { reject } of this.#waiting.values()) reject(new EngineGone());
        this.#waiting.clear();
        resolve();
      };
      if (child.exitCode === null && child.signalCode === null) child.once("exit", ended);
      else ended();
    });
  }

  static async start(options: { memoryLimit?: number | undefined } = {}): Promise<EngineProcess> {
    const fromSources = import.meta.url.endsWith(".ts");
    const module = fileURLToPath(new URL(`./engine-main.${fromSources ? "ts" : "js"}`, import.meta.url));
    const scratch = mkdtempSync(join(tmpdir(), "ceyuan-engine-"));
    const child = fork(module, [String(options.memoryLimit ?? MEMORY_LIMIT), scratch], {
      execArgv: execArgv(fromSources),
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
    const first = await new Promise<FromEngine>((resolve) => {
      const failed = (message: string): void => resolve({ kind: "unavailable", fault: { message } });
      child.once("message", resolve);
      child.on("error", (error) => failed(error.message));
      child.once("exit", (code, signal) => failed(`the process ended at start (${signal ?? code})`));
    });
    if (first.kind !== "ready") {
      child.kill("SIGKILL");
      throw unavailable(first.kind === "unavailable" ? first.fault : { message: "no answer" });
    }
    const engine = new EngineProcess(child, first.version);
    engine.#rest();
    return engine;
  }

  get gone(): boolean {
    return this.#gone;
  }

  request<Op extends Request["op"]>(request: Extract<Request, { op: Op }>): Promise<Answers[Op]> {
    if (this.#gone) return Promise.reject(new EngineGone());
    const id = this.#next++;
    return new Promise<Answers[Op]>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#child.ref();
      this.#child.channel?.ref();
      this.#child.send({ id, request } satisfies ToEngine, (error) => {
        if (error !== null && this.#waiting.delete(id)) reject(new EngineGone());
      });
    });
  }

  /** Ends the process at once, whatever it is doing; requests under way fail with `EngineGone`. */
  async kill(): Promise<void> {
    this.#gone = true;
    this.#child.ref();
    this.#child.kill("SIGKILL");
    await this.#exited;
  }

  #receive(message: FromEngine): void {
    if (message.kind !== "answer" && message.kind !== "fault") return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.value);
    else waiting?.reject(new EngineError(message.fault));
    if (this.#waiting.size === 0) this.#rest();
  }

  /** An idle engine keeps nobody's program from ending. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}
