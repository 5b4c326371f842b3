import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  type Build,
  currentManifest,
  openBuild,
  requireWritable,
  writeBuild,
} from "../../../graph/stores/workspace.io.ts";
import { buildInputOf, grownGraph, sampleSource } from "./build-input.ts";
import { sampleGraph } from "./sample-graph.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-workspace-"));
let stores = 0;
const newStore = (): string => join(folder, `store-${++stores}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const buildsIn = (store: string): string[] => readdirSync(join(store, "builds")).sort();
const shuffled = <Item>(items: readonly Item[]): Item[] => [...items.slice(3), ...items.slice(0, 3)].reverse();

async function agenciesIn(build: Build): Promise<unknown> {
  const database = await build.openStore();
  try {
    return (await database.query("MATCH (a:Agency) RETURN count(*) AS n")).rows[0]?.[0];
  } finally {
    await database.close();
  }
}

const withStore = async (): Promise<{ store: string; directory: string }> => {
  const store = newStore();
  const { build } = await writeBuild(store, buildInputOf(sampleGraph));
  return { store, directory: build.directory };
};

describe("a build", { timeout: 120_000 }, () => {
  it("gives back everything that was written", async () => {
    const store = newStore();
    const input = buildInputOf(sampleGraph);
    const written = await writeBuild(store, input);
    const build = await openBuild(store);
    expect(build.id).toBe(written.build.id);
    expect(build.manifest.counts).toMatchObject({ documents: 1, tasks: 3, agencies: 4, nodes: 15, edges: 23 });
    expect(new Set((await build.graph()).nodes)).toEqual(new Set(sampleGraph.nodes));
    expect(await build.layout()).toEqual(input.layout);
    expect(await build.report()).toEqual(input.report);
    expect(await build.source(sampleSource.sha256)).toBe(sampleSource.text);
    expect(await agenciesIn(build)).toBe(4);
  });

  it("of the same graph has the same bytes, whatever the order of its parts", async () => {
    const [one, other] = [newStore(), newStore()];
    const again = { nodes: shuffled(sampleGraph.nodes), edges: shuffled(sampleGraph.edges) };
    const a = (await writeBuild(one, buildInputOf(sampleGraph))).build;
    const b = (await writeBuild(other, buildInputOf(again))).build;
    for (const file of ["graph.json", "report.json"]) {
      expect(readFileSync(join(a.directory, file), "utf8")).toBe(readFileSync(join(b.directory, file), "utf8"));
    }
    expect(a.id).toBe(b.id);
    expect(a.id).toMatch(/^[0-9a-f]{12}$/u);
  });

  it("of a graph that is there already is reused, with the new report and fingerprint", async () => {
    const store = newStore();
    const first = await writeBuild(store, buildInputOf(sampleGraph));
    const report = { documents: [], diagnostics: [] };
    const second = await writeBuild(store, buildInputOf(sampleGraph, { fingerprint: "f2", report }));
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect((await currentManifest(store))?.fingerprint).toBe("f2");
    expect(await second.build.report()).toEqual(report);
    expect(await agenciesIn(second.build)).toBe(4);
  });

  it("takes the place of the one before; two are kept", async () => {
    const store = newStore();
    const ids: string[] = [];
    for (const size of [2, 3, 4, 5]) ids.push((await writeBuild(store, buildInputOf(grownGraph(size)))).build.id);
    expect(buildsIn(store)).toEqual(ids.slice(-2).sort());
    expect((await openBuild(store)).id).toBe(ids.at(-1));
    await writeBuild(store, buildInputOf(grownGraph(5)));
    expect(buildsIn(store)).toEqual(ids.slice(-2).sort());
  });

  it("that fails leaves the store as it was and nothing behind", async () => {
    const store = newStore();
    const good = await writeBuild(store, buildInputOf(sampleGraph));
    const broken = buildInputOf({ nodes: sampleGraph.nodes.slice(1), edges: sampleGraph.edges });
    await expect(writeBuild(store, broken)).rejects.toMatchObject({ code: "load-invalid" });
    const controller = new AbortController();
    const cancelled = writeBuild(store, buildInputOf(grownGraph(30_000)), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(cancelled).rejects.toMatchObject({ code: "load-cancelled" });
    expect(buildsIn(store)).toEqual([good.build.id]);
    expect(existsSync(join(store, "lock"))).toBe(false);
    expect((await openBuild(store)).id).toBe(good.build.id);
  });

  it("cannot be had of a source that is not there, or of a name that is no hash", async () => {
    const { build } = await writeBuild(newStore(), buildInputOf(sampleGraph));
    for (const name of ["0".repeat(64), "../../../etc/passwd", ""]) {
      await expect(build.source(name)).rejects.toMatchObject({ code: "source-unknown" });
    }
  });

  const unwritable: readonly (readonly [string, string])[] = [
    [join(folder, "a-file", "store"), "a file stands in the way"],
    ["/proc/ceyuan/store", 'new names are answered with "no such file", which Node\'s own recursion never ends at'],
  ];
  for (const [path, why] of unwritable) {
    it.skipIf(path.startsWith("/proc") && process.platform !== "linux")(
      `at a path that cannot be written says so: ${why}`,
      async () => {
        writeFileSync(join(folder, "a-file"), "");
        const refused = {
          code: "store-unwritable",
          message: expect.stringContaining(path) as string,
          hint: expect.stringContaining("--store") as string,
        };
        await expect(writeBuild(path, buildInputOf(sampleGraph))).rejects.toMatchObject(refused);
        expect(() => requireWritable(path)).toThrow(expect.objectContaining(refused) as Error);
      },
    );
  }

  it("is refused before its work is done where another one holds the store", async () => {
    const { store } = await withStore();
    requireWritable(store);
    expect(existsSync(join(store, "lock"))).toBe(false);
    writeFileSync(join(store, "lock"), JSON.stringify({ pid: process.ppid, host: hostname() }));
    expect(() => requireWritable(store)).toThrow(expect.objectContaining({ code: "store-locked" }) as Error);
  });
});

describe("opening a store", { timeout: 120_000 }, () => {
  it("that is not there says what to do", async () => {
    await expect(openBuild(newStore())).rejects.toMatchObject({
      code: "store-missing",
      hint: expect.stringContaining("ceyuan build") as string,
    });
    expect(await currentManifest(newStore())).toBeUndefined();
  });

  const damages: readonly (readonly [string, string, (paths: { store: string; directory: string }) => void])[] = [
    ["current names nothing", "store-damaged", ({ store }) => writeFileSync(join(store, "current"), "0123456789ab\n")],
    ["current is no id", "store-damaged", ({ store }) => writeFileSync(join(store, "current"), "../elsewhere")],
    ["the manifest is gone", "store-damaged", ({ directory }) => rmSync(join(directory, "manifest.json"))],
    ["the manifest is cut", "store-damaged", ({ directory }) => truncateSync(join(directory, "manifest.json"), 40)],
    [
      "the manifest is empty",
      "store-damaged",
      ({ directory }) => writeFileSync(join(directory, "manifest.json"), "{}"),
    ],
    [
      "a newer version wrote it",
      "store-newer",
      ({ directory }) => writeFileSync(join(directory, "manifest.json"), '{"version":99,"other":true}'),
    ],
  ];
  for (const [what, code, damage] of damages) {
    it(`is refused where ${what}`, async () => {
      const paths = await withStore();
      damage(paths);
      await expect(openBuild(paths.store)).rejects.toMatchObject({ code });
      expect(await currentManifest(paths.store)).toBeUndefined();
    });
  }

  const broken: readonly (readonly [string, string, (build: Build) => Promise<unknown>])[] = [
    ["graph.json", "graph", (build) => build.graph()],
    ["layout.json", "layout", (build) => build.layout()],
    ["report.json", "report", (build) => build.report()],
    ["grafeo/graph.grafeo", "database", (build) => build.openStore()],
  ];
  for (const [file, what, read] of broken) {
    it(`whose ${what} is cut, changed or gone is refused, and the next build mends it`, async () => {
      const { store, directory } = await withStore();
      const path = join(directory, file);
      truncateSync(path, Math.floor(readFileSync(path).length / 2));
      await expect(read(await openBuild(store))).rejects.toMatchObject({ code: "store-damaged" });
      rmSync(path);
      await expect(read(await openBuild(store))).rejects.toMatchObject({
        code: expect.stringMatching(/^store-(?:damaged|missing)$/u) as string,
      });
      const { build } = await writeBuild(store, buildInputOf(sampleGraph));
      await expect(read(build)).resolves.toBeDefined();
      expect(await agenciesIn(build)).toBe(4);
    });
  }

  it("notices a graph that was changed by hand", async () => {
    const { store, directory } = await withStore();
    appendFileSync(join(directory, "graph.json"), "\n");
    await expect((await openBuild(store)).graphJson()).rejects.toMatchObject({ code: "store-damaged" });
  });
});

describe("the lock of a store", { timeout: 120_000 }, () => {
  it("lets one of two builds at once through", async () => {
    const store = newStore();
    const outcomes = await Promise.allSettled([
      writeBuild(store, buildInputOf(grownGraph(3))),
      writeBuild(store, buildInputOf(grownGraph(4))),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "store-locked" } });
    await expect(writeBuild(store, buildInputOf(grownGraph(5)))).resolves.toBeDefined();
  });

  const holders: readonly (readonly [string, object, boolean])[] = [
    ["of a process that is gone", { pid: 2 ** 22 + 1, host: hostname() }, true],
    ["of a running process", { pid: process.ppid, host: hostname() }, false],
    ["of another machine", { pid: 1, host: "elsewhere.invalid" }, false],
  ];
  for (const [whose, holder, free] of holders) {
    it(`${whose} ${free ? "is taken over" : "is respected"}`, async () => {
      const store = newStore();
      mkdirSync(store, { recursive: true });
      writeFileSync(join(store, "lock"), JSON.stringify(holder));
      const outcome = await writeBuild(store, buildInputOf(grownGraph(3))).then(
        () => true,
        (error: { code?: string }) => error.code,
      );
      expect(outcome).toBe(free ? true : "store-locked");
      expect(existsSync(join(store, "lock"))).toBe(!free);
    });
  }
});
