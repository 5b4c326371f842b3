import { describe, expect, test } from "vitest";
import type { DocumentDiagnostic } from "../../../graph/model/diagnostic.ts";
import type { NetworkNode } from "../../../viewer/server/api.ts";
import { readNetwork } from "../../../viewer/web/data/network.ts";
import { notesIn, notesOf } from "../../../viewer/web/data/notes.ts";

const NODES: readonly NetworkNode[] = [
  { id: "agency/?甲/《通知》/清漂办", label: "Agency", properties: { name: "清漂办", resolved: false } },
  { id: "agency/测试市水务局", label: "Agency", properties: { name: "测试市水务局", resolved: true } },
  { id: "doc/甲/《通知》", label: "Document", properties: { title: "通知", source: "a.txt", ingested: true } },
];

const network = readNetwork({
  build: "test",
  nodes: NODES,
  owners: NODES.map(() => -1),
  positions: NODES.map(() => [0, 0]),
  edgeTypes: [],
  edges: [],
});

const note = (code: string, file: string, severity: "info" | "warning" = "info"): DocumentDiagnostic => ({
  code,
  severity,
  file,
  message: code,
  english: code,
});

const notes = notesOf(network, {
  documents: [],
  diagnostics: [
    note("agency-unresolved", "a.txt"),
    note("numbering-gap", "a.txt"),
    note("numbering-gap", "a.txt"),
    note("something-new", "b.txt", "warning"),
    note("file-empty", "c.txt", "warning"),
    note("file-binary", "d.txt", "warning"),
    note("correction", "fix.yaml"),
    note("correction-without-effect", "fix.yaml", "warning"),
  ],
});

describe("notes", () => {
  test("take unresolved bodies from the graph, with the document that their id names, and count each once", () => {
    expect(notes.unresolved.map(({ thing, file }) => [thing.name, file])).toEqual([["清漂办", "a.txt"]]);
    expect(notes.total).toBe(8);
  });

  test("put files that were not read first, then warnings, then the rest", () => {
    expect(notes.groups.map(({ code, notes: members }) => [code, members.length])).toEqual([
      ["unread", 2],
      ["something-new", 1],
      ["numbering-gap", 2],
    ]);
    expect(notes.corrections.map(({ code }) => code)).toEqual(["correction", "correction-without-effect"]);
  });

  test("find the document of a file, and none where the file is not in the graph", () => {
    const documents = notes.groups.map((group) => group.notes[0]?.document?.id);
    expect(documents).toEqual([undefined, undefined, "doc/甲/《通知》"]);
  });

  test("of one file are its own only", () => {
    const own = notesIn(notes, "a.txt");
    expect([own.total, own.unresolved.length, own.corrections.length]).toEqual([3, 1, 0]);
    expect(notesIn(notes, "nowhere.txt").total).toBe(0);
  });
});
