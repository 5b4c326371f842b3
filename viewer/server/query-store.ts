import type { Store } from "../../graph/stores/store.ts";
import type { OpenBuild } from "./open-build.ts";

interface Opened {
  readonly build: string;
  readonly store: Promise<Store>;
  running: number;
  retired: boolean;
}

/**
 * Query store 查询库: the database of the build in force, opened when the first query comes. When another build takes its
 * place, queries that still run on the one before are let finish; then it is closed.
 */
export class QueryStore {
  readonly #current: () => Promise<OpenBuild>;
  #opened: Opened | undefined;

  constructor(current: () => Promise<OpenBuild>) {
    this.#current = current;
  }

  async use<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const { build } = await this.#current();
    if (this.#opened?.build !== build.id) {
      this.#retire();
      this.#opened = { build: build.id, store: build.openStore(), running: 0, retired: false };
    }
    const opened = this.#opened;
    opened.running += 1;
    try {
      return await work(await opened.store);
    } catch (error) {
      /* One that could not be opened is tried anew by the next query. */
      if (await opened.store.then(no, yes)) this.#forget(opened);
      throw error;
    } finally {
      opened.running -= 1;
      closeWhereIdle(opened);
    }
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.store.then(async (store) => store.close(), yes);
  }

  #retire(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened === undefined) return;
    opened.retired = true;
    closeWhereIdle(opened);
  }

  #forget(opened: Opened): void {
    if (this.#opened === opened) this.#opened = undefined;
  }
}

const yes = (): boolean => true;
const no = (): boolean => false;

function closeWhereIdle({ retired, running, store }: Opened): void {
  if (retired && running === 0) void store.then(async (open) => open.close(), yes);
}
