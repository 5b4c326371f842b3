import type { AgencyRecognizer } from "../recognize/agencies/index.ts";
import type { Repair } from "./tracked-text.ts";

const LONGEST_ECHO = 8;
const LONGEST_NAME = 24;

/**
 * Page-break echo 换页重字: 市人力资源⏎资源社会保障局. What stands on both sides of a break is dropped once, but only if
 * the join is then a known name (FIELD.md §4). `joins` are the places in `text` where two lines were joined.
 */
export function repairPageBreakEcho(text: string, joins: readonly number[], agencies: AgencyRecognizer): Repair[] {
  const repairs: Repair[] = [];
  for (const at of joins) {
    for (let length = LONGEST_ECHO; length >= 2; length--) {
      const echo = text.slice(at, at + length);
      if (echo.length < length || text.slice(at - length, at) !== echo) continue;
      const around =
        text.slice(Math.max(0, at - LONGEST_NAME), at) + text.slice(at + length, at + length + LONGEST_NAME);
      if (!knownAcross(around, Math.min(at, LONGEST_NAME), agencies)) continue;
      repairs.push({ from: at, to: at + length, replacement: "", rule: "page-break-echo" });
      break;
    }
  }
  return repairs;
}

function knownAcross(text: string, join: number, agencies: AgencyRecognizer): boolean {
  for (let from = 0; from < join; from++) {
    const match = agencies.match(text, from);
    if (match !== undefined && match.kind === "known" && match.to > join) return true;
  }
  return false;
}
