import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";

/** Holder 责任主体: a body or person with its role, as one statement gives it. */
export interface Holder {
  readonly kind: "body" | "person";
  readonly role: Role;
  readonly span: CleanSpan;
  readonly surface: string;
  readonly cue?: CleanSpan;
  readonly roleText: string;
  /** Organisation inside which the role holds, as the label names it: 市总. */
  readonly layer?: string;
  readonly previous?: string;
  /** Position in its list, from 1. */
  readonly rank: number;
  /** Group of members that the text lists together: a rule for the whole document may tell the first from the rest. */
  readonly list: number;
  /** Which part of the list, from 0: parts are set apart by ， and ；. */
  readonly part?: number;
  /** True where a sign stands before it, ★市财政局, to which a rule may give a meaning. */
  readonly marked?: true;
  /** True where label or predicate says 牵头/配合: a rule for the whole document leaves those alone. */
  readonly explicit: boolean;
  readonly confidence: number;
}

/** DutyStatement 责任表述: one bracket, label line, sentence or entry that says who does what. */
export interface DutyStatement {
  /** What is statement and not task; the task is what stands before it, unless `task` says otherwise. */
  readonly span: CleanSpan;
  readonly quote: CleanSpan;
  readonly rule: string;
  readonly holders: readonly Holder[];
  /** The task's own words, where the statement contains them (prose, lists of duties, table rows). */
  readonly task?: CleanSpan;
}
