import type { CleanSpan } from "../../../graph/model/span.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { ProsePatterns } from "./prose-patterns.ts";
import { type Start, topicFrom } from "./prose-sentences.ts";
import type { DutyStatement } from "./statement.ts";

/** 市民政局负责…，协助救助站…: where the same bodies are given another role behind a comma, its task begins there. */
export function partsOf(
  text: string,
  statement: DutyStatement,
  { prose, distant }: AssignmentLexicon,
): DutyStatement[] {
  const { task, rule, holders } = statement;
  const role = holders[0]?.role;
  if (task === undefined || rule !== "prose-duty" || holders.some((holder) => holder.role !== role)) return [statement];
  const next = distant.otherDuty.exec(text.slice(task.from, task.to));
  const duty = next?.groups?.["duty"];
  if (next === null || duty === undefined || prose.roleOf(duty) === role) return [statement];
  if (prose.isHelp(duty) && holders.some(({ surface }) => surface.includes("各"))) return [statement];
  const to = task.from + next.index + next[0].length;
  const cue = { from: to - duty.length, to };
  return [
    { ...statement, task: { from: task.from, to: task.from + next.index } },
    {
      ...statement,
      span: { from: task.from + next.index, to },
      holders: holders.map((holder) => ({ ...holder, role: prose.roleOf(duty), cue, roleText: duty })),
      task: { from: to, to: task.to },
    },
  ];
}

/** 要积极配合，以保证…: without an object the help itself is told, with how it is given. */
export function adverbFrom(text: string, from: number, cueFrom: number, { auxiliaries }: ProsePatterns): number {
  return Math.min(cueFrom, from + (auxiliaries.exec(text.slice(from, cueFrom))?.[0].length ?? 0));
}

/** What stands behind the duty; of 补贴办法由A商B制定, where nothing does, what stands before the only 由. */
export function taskOf(
  text: string,
  sentence: CleanSpan,
  start: Start,
  object: number | undefined,
  { topicEnd }: ProsePatterns,
): { task?: CleanSpan } {
  if (start.by !== "由") return object === undefined ? {} : { task: { from: object, to: sentence.to } };
  const from = topicFrom(text, sentence, start.at);
  if (object !== undefined)
    return { task: { from: object - from > LONGEST_BEFORE_OBJECT ? object : from, to: sentence.to } };
  if (text.slice(sentence.from, sentence.to).split("由").length > 2) return {};
  const topic = text.slice(from, start.at - 1).replace(topicEnd, "");
  return /\p{Script=Han}{2}/u.test(topic) ? { task: { from, to: from + topic.length } } : {};
}

/** Of a longer one the title would end before what is to be done. */
const LONGEST_BEFORE_OBJECT = 60;
