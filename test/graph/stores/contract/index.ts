import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { Store } from "../../../../graph/stores/store.ts";
import { sampleGraph } from "../sample-graph.ts";
import type { StoreHarness } from "./harness.ts";
import { describeHostile } from "./hostile.ts";
import { describeKills } from "./kills.ts";
import { describeLoading } from "./loading.ts";
import { describeReaders } from "./readers.ts";
import { describeReading } from "./reading.ts";
import { describeRemoval } from "./removal.ts";
import { describeSearch } from "./search.ts";
import { describeUpsert } from "./upsert.ts";
import { describeWriters } from "./writers.ts";

export type { StoreHarness } from "./harness.ts";

/** What every store must do, whatever its engine. */
export function describeStore(harness: StoreHarness): void {
  describe(`store contract: ${harness.name}`, { timeout: 120_000 }, () => {
    let store: Store;
    beforeEach(({ task, skip }) => {
      const reason = harness.skip?.[task.name];
      if (reason !== undefined) skip(reason);
    });
    beforeAll(async () => {
      store = await harness.create();
      await store.load(sampleGraph);
    }, 180_000);
    afterAll(async () => {
      await store.close();
      await harness.dispose();
    });

    describeReading(() => store);
    describeSearch(() => store);
    describeLoading(harness);
    describeUpsert(harness);
    describeRemoval(harness);
    describeReaders(harness);
    describeWriters(harness);
    describeKills(harness);
    describeHostile(() => store);
  });
}
