import type { Deadline, Fact, TargetReading, TaskReading } from "../../graph/model/reading.ts";
import type { CleanSpan } from "../../graph/model/span.ts";
import type { Assignments } from "../extract/assignments/index.ts";

export interface FoundDeadline {
  readonly deadline: Deadline;
  /** The words that are to be done by then. */
  readonly taskSpan: CleanSpan;
  readonly clause: string;
}

type Extents = Assignments["extents"];

/** The task whose words or statements hold the range; of several the shortest. */
function taskAround(extents: Extents, { from, to }: CleanSpan): number | undefined {
  let best: { index: number; length: number } | undefined;
  extents.forEach((spans, index) => {
    for (const span of spans) {
      const length = span.to - span.from;
      if (span.from <= from && to <= span.to && (best === undefined || length < best.length)) best = { index, length };
    }
  });
  return best?.index;
}

/** Citations inside a task's words or duty bracket are the task's. */
export function attachCitations(citations: readonly Fact[], extents: Extents): Fact[] {
  return citations.map((fact) => {
    if (fact.subject.kind !== "clause") return fact;
    const index = taskAround(extents, fact.proof.span);
    return index === undefined ? fact : { ...fact, subject: { kind: "task", index } };
  });
}

/**
 * Deadlines 时限: one inside an assigned task is that task's (a further one gives a further task with the same words,
 * ONTOLOGY.md); one that names no body is a task of kind 时限事项.
 */
export function attachDeadlines(
  text: string,
  { tasks, extents }: Assignments,
  found: readonly FoundDeadline[],
): TaskReading[] {
  const dated: TaskReading[] = [...tasks];
  for (const { deadline, taskSpan, clause } of found) {
    const index = taskAround(extents, deadline.span) ?? taskBefore(text, extents, deadline.span);
    const task = index === undefined ? undefined : dated[index];
    if (index !== undefined && task !== undefined && task.deadline === undefined) dated[index] = { ...task, deadline };
    else dated.push({ clause, title: titleOf(text, taskSpan), span: taskSpan, kind: "时限事项", deadline });
  }
  return dated;
}

const TIME_LABEL = /^[\s。；;，,]*(?:完成|办结|整改|落实|实施)?(?:时限|时间|期限|节点|时间节点|时间要求)[：:为]?\s*$/u;

/** A line of its own behind a task's duty lines: 完成时限：2031年12月. */
function taskBefore(text: string, extents: Extents, { from }: CleanSpan): number | undefined {
  const found = extents.findIndex((spans) =>
    spans.some(({ to }) => to <= from && from - to <= 24 && TIME_LABEL.test(text.slice(to, from))),
  );
  return found < 0 ? undefined : found;
}

const titleOf = (text: string, { from, to }: CleanSpan): string => {
  const words = text.slice(from, to).replace(/\n/gu, "");
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
};

/** Targets inside a task's words are the task's. */
export function attachTargets(targets: readonly TargetReading[], { extents }: Assignments): TargetReading[] {
  return targets.map((target) => {
    const task = taskAround(extents, target.span);
    return task === undefined ? target : { ...target, task };
  });
}
