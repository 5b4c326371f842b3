import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/** DocumentRules 通则: what one bracket says for the whole document: 列第一位的为牵头单位，下同. */
export interface DocumentRules {
  /** The first of a list of responsible bodies leads; the others stay responsible or take part. */
  readonly firstLeads?: "responsible" | "participate";
  /** 逗号前为牵头单位，其余按职责分工负责. */
  readonly commaLeads: boolean;
  /** 带★的为牵头单位. */
  readonly markLeads: boolean;
  /** 无牵头单位的，责任单位即为牵头单位. */
  readonly responsibleLeads: boolean;
}

/** Reads the rules that a document states for all its lists (FIELD.md §2). */
export function readDocumentRules(text: string, { rules }: AssignmentLexicon): DocumentRules {
  const first = rules.first.exec(text);
  const near = first === null ? "" : text.slice(first.index, first.index + 60);
  return {
    ...(first === null
      ? {}
      : { firstLeads: rules.others.test(near) ? ("participate" as const) : ("responsible" as const) }),
    markLeads: rules.mark.test(text),
    commaLeads: rules.comma.test(text),
    responsibleLeads: rules.without.test(text),
  };
}

/** Gives each statement its roles under the document's rules. */
export function applyDocumentRules(statements: readonly DutyStatement[], rules: DocumentRules): DutyStatement[] {
  const { firstLeads, markLeads, commaLeads, responsibleLeads } = rules;
  return statements.map((statement) => {
    const bodies = statement.holders.filter(({ kind }) => kind === "body");
    if (bodies.length === 0 || bodies.some(({ role }) => role === "lead")) return statement;
    if (markLeads && bodies.some(({ marked }) => marked === true))
      return {
        ...statement,
        holders: statement.holders.map((holder) =>
          holder.marked === true ? { ...holder, role: "lead" as const } : holder,
        ),
      };
    if (firstLeads !== undefined) {
      const open = (holder: Holder): boolean => holder.kind === "body" && !holder.explicit;
      const first = statement.holders.find(open);
      return {
        ...statement,
        holders: statement.holders.map((holder) =>
          holder === first
            ? { ...holder, role: "lead" as const }
            : open(holder)
              ? { ...holder, role: firstLeads }
              : holder,
        ),
      };
    }
    if (commaLeads) {
      const lead = (holder: Holder): boolean =>
        holder.kind === "body" && !holder.explicit && holder.part === 0 && holder.list % 100 === 0;
      return {
        ...statement,
        holders: statement.holders.map((holder) => (lead(holder) ? { ...holder, role: "lead" as const } : holder)),
      };
    }
    if (!responsibleLeads) return statement;
    return {
      ...statement,
      holders: statement.holders.map((holder) =>
        holder.role === "responsible" ? { ...holder, role: "lead" as const } : holder,
      ),
    };
  });
}
