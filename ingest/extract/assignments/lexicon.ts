import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Lexicon, lexiconOf } from "../../recognize/lexicon.ts";
import { type BodyPatterns, bodyPatternsOf } from "./body-patterns.ts";
import { type DistantPatterns, distantPatternsOf } from "./distant-patterns.ts";
import { type DutyLinePatterns, dutyLinePatternsOf } from "./duty-line-patterns.ts";
import { type HolderPatterns, holderPatternsOf } from "./holder-patterns.ts";
import { type ListRulePatterns, listRulePatternsOf } from "./list-rule-patterns.ts";
import { type ProsePatterns, prosePatternsOf } from "./prose-patterns.ts";
import { type SetUpPatterns, setUpPatternsOf } from "./set-up-patterns.ts";
import { type TablePatterns, tablePatternsOf } from "./table-patterns.ts";

/** AssignmentLexicon 责任表述词法: the shared recognisers with what only assignments need. */
export interface AssignmentLexicon extends Lexicon {
  readonly prose: ProsePatterns;
  readonly distant: DistantPatterns;
  readonly setUp: SetUpPatterns;
  readonly bodies: BodyPatterns;
  readonly holders: HolderPatterns;
  readonly dutyLines: DutyLinePatterns;
  readonly rules: ListRulePatterns;
  readonly tableCells: TablePatterns;
}

const compiled = new WeakMap<Knowledge, AssignmentLexicon>();

/** The expressions compiled from this knowledge, once. */
export function assignmentLexiconOf(knowledge: Knowledge): AssignmentLexicon {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const { prose, holders } = knowledge;
  const lexicon = {
    ...lexiconOf(knowledge),
    prose: prosePatternsOf(prose),
    setUp: setUpPatternsOf(knowledge),
    distant: distantPatternsOf(prose, holders),
    bodies: bodyPatternsOf(prose, holders),
    holders: holderPatternsOf(knowledge),
    dutyLines: dutyLinePatternsOf(knowledge),
    rules: listRulePatternsOf(knowledge),
    tableCells: tablePatternsOf(knowledge),
  };
  compiled.set(knowledge, lexicon);
  return lexicon;
}
