import type { ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { clauseAt } from "../../segment/index.ts";
import { type DutyEntry, dutyHolders, roleOf } from "./duty-entries.ts";
import { sectionsOf } from "./duty-headings.ts";
import { stretchesAfter } from "./duty-stretches.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";

/** A body with a colon or full stop behind it. */
interface Line extends Pick<DutyEntry, "bodies" | "holders" | "role"> {
  /** Where the entry begins, with its marker. */
  readonly from: number;
  readonly to: number;
  /** It goes on as duties do, or its section says that it does. */
  readonly opens: boolean;
}

/**
 * Lists of duties 职责清单 (FIELD.md §2): 民政部门：负责…；会同…. Two entries or more that go on as duties do make a list;
 * between them and right behind them every body with a colon is an entry.
 */
export function findDutyLists(
  text: string,
  tree: ClauseTree,
  free: readonly CleanSpan[],
  lexicon: AssignmentLexicon,
): DutyEntry[] {
  const sections = sectionsOf(tree, lexicon, false);
  const addressees = tree.masthead.addressees.map(({ span }) => span);
  const lines = free
    .flatMap((stretch) => [...linesOf(text, stretch, lexicon)])
    .filter(({ bodies }) => !addressees.some(({ from, to }) => from < bodies.to && bodies.from < to))
    .map((line) => {
      const clause = clauseAt(tree, line.bodies.from);
      return { ...line, opens: line.opens || (clause !== undefined && sections.has(clause)) };
    });
  if (lines.filter(({ opens }) => opens).length < 2) return [];
  const entries = lines.map((line, i) => {
    const stop = lines[i + 1]?.from ?? text.length;
    return { line, duties: stretchesAfter(text, tree, line.to, stop, lexicon), stop };
  });
  return entries.flatMap(({ line, duties }, i) => {
    const isEntry = line.opens || isBeside(text, tree, lines, i);
    return isEntry && duties.length > 0 ? [{ ...line, duties }] : [];
  });
}

/** True where the entry right before or behind it opens as duties do, in the same clause or in one beside it. */
function isBeside(text: string, tree: ClauseTree, lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (line === undefined) return false;
  const parent = parentAt(tree, line.bodies.from);
  return [lines[i - 1], lines[i + 1]].some(
    (other) =>
      other?.opens === true && parentAt(tree, other.bodies.from) === parent && linesApart(text, line, other) <= 1,
  );
}

function parentAt(tree: ClauseTree, at: number): string {
  const path = clauseAt(tree, at)?.path ?? "";
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

const linesApart = (text: string, a: Line, b: Line): number =>
  text.slice(Math.min(a.from, b.from), Math.max(a.from, b.from)).trim().split("\n").length;

function* linesOf(text: string, stretch: CleanSpan, lexicon: AssignmentLexicon): Generator<Line> {
  const words = text.slice(stretch.from, stretch.to);
  for (const match of words.matchAll(/[：:。](?=[^\S\n]*\S)/gu)) {
    const colon = stretch.from + match.index;
    const verb = lexicon.dutyLines.opening.exec(text.slice(colon + 1, Math.min(stretch.to, colon + 14)))?.[1];
    const start = entryStart(text, stretch.from, colon, lexicon);
    const { from } = start;
    const stated = lexicon.dutyLines.roleBracket.exec(text.slice(from, colon));
    const end = stated === null ? colon : from + stated.index;
    const isGroup = lexicon.dutyLines.groupHeading.test(text.slice(from, colon));
    const isStop = match[0] === "。";
    if (isStop && (verb === undefined || (roleOf(verb, lexicon) === undefined && !isGroup))) continue;
    const list = parseHolders(text, { from, to: end }, lexicon, { stopAtDebris: true, acceptUnknown: false });
    const group: Member = { span: { from, to: colon }, certainty: "shaped", part: 0 };
    const members = list.groups[0]?.members ?? (isGroup && verb !== undefined ? [group] : []);
    const rest = members.includes(group) ? "" : text.slice(list.to, end).trim();
    if (members.length === 0 || list.groups.length > 1 || list.groups[0]?.predicate !== undefined || rest !== "")
      continue;
    yield {
      from: start.marker,
      to: colon + 1,
      opens: verb !== undefined,
      bodies: { from, to: colon },
      ...statedRole(stated),
      holders: dutyHolders(text, members),
    };
  }
}

function statedRole(bracket: RegExpExecArray | null): Pick<DutyEntry, "role"> {
  if (bracket?.groups?.["lead"] !== undefined) return { role: "lead" };
  return bracket?.groups?.["participate"] === undefined ? {} : { role: "participate" };
}

/** Behind the last sentence end or colon, an item marker and a heading that ran into the entry. */
function entryStart(
  text: string,
  least: number,
  colon: number,
  { dutyLines, agencies }: AssignmentLexicon,
): { marker: number; from: number } {
  let at = colon;
  while (at > least && !/[。；;：:\n]/u.test(text.charAt(at - 1))) at--;
  const length =
    /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|[①-⑳])?\s*/u.exec(text.slice(at, colon))?.[0].length ?? 0;
  const from = at + length;
  const glued = dutyLines.gluedSection.exec(text.slice(from, colon))?.[0].length ?? 0;
  const behind = glued > 0 && agencies.match(text, from + glued, colon) !== undefined;
  return { marker: at, from: behind ? from + glued : from };
}
