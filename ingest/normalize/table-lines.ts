import type { Repair } from "./tracked-text.ts";

const RULE_ROW = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/u;
const CELL_GAP = /[ \u00A0\u3000]*(?:\t+|[|｜])[ \u00A0\u3000]*/gu;

/**
 * Rows of tables 表格行: cells parted by tabs or upright strokes (| 任务 | 牵头单位 |) get a line each, which is how tables
 * flattened to text are read; the row of dashes under a heading goes. A single stroke or tab is no table.
 */
export function repairTableLines(text: string): Repair[] {
  const repairs: Repair[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (RULE_ROW.test(line)) repairs.push({ from: at, to: at + line.length, replacement: "", rule: "table-rule" });
    else if (line.split(/\t+|[|｜]/u).filter((cell) => cell.trim() !== "").length >= 3) {
      for (const gap of line.matchAll(CELL_GAP)) {
        repairs.push({
          from: at + gap.index,
          to: at + gap.index + gap[0].length,
          replacement: "\n",
          rule: "table-cell",
        });
      }
    }
    at += line.length + 1;
  }
  return repairs;
}
