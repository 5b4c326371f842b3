import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GrafeoStore } from "../../../graph/stores/grafeo/grafeo-store.ts";
import type { Store } from "../../../graph/stores/store.ts";
import { describeStore } from "./contract/index.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-grafeo-"));
const files = new Map<Store, string>();

describeStore({
  name: "grafeo",
  // oxlint-disable-next-line typescript/require-await -- another engine has to connect
  create: async () => {
    const file = join(folder, `${files.size}.grafeo`);
    const store = GrafeoStore.at(file);
    files.set(store, file);
    return store;
  },
  placeOf: (store) => ({ file: files.get(store) ?? "" }),
  reopen: (store) => GrafeoStore.open(files.get(store) ?? ""),
  dispose: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
});
