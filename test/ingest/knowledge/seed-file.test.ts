import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { readSeedFile } from "../../../ingest/knowledge/seed-file.io.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-seeds-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const schema = z.strictObject({ words: z.array(z.string()) });
const read = (text: string) => {
  writeFileSync(join(folder, "words.yaml"), text);
  return readSeedFile(folder, "words.yaml", schema);
};

describe("readSeedFile", () => {
  it("gives the validated data", () => {
    expect(read("words: [甲, 乙]\n")).toEqual({ words: ["甲", "乙"] });
  });

  it.each([
    ["# 说明\nwords:\n  - 甲\n  - 2\n", "seeds/words.yaml:4: words.1", "a wrong type"],
    ["words: []\nword: 甲\n", "seeds/words.yaml:", "an unknown key"],
    ["words:\n  - [甲\n", "seeds/words.yaml:", "broken YAML"],
  ])("names file and line of %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe("seeds/", () => {
  it("is valid as a whole", () => {
    expect(Object.keys(loadKnowledge()).length).toBeGreaterThan(10);
  });
});
