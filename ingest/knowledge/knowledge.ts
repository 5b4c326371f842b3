import type { AgencyGazetteer } from "./agencies.ts";
import type { AssignmentPatterns } from "./assignment-patterns.ts";
import type { BodyWords } from "./bodies.ts";
import type { CitationCues } from "./citation-cues.ts";
import type { CitedTitles } from "./cited-titles.ts";
import type { DeadlineWords } from "./deadlines.ts";
import type { DocumentNumbers } from "./document-numbers.ts";
import type { DutyLineWords } from "./duty-lines.ts";
import type { HolderWords } from "./holders.ts";
import type { HouseDepartments, IssuerCodes, Successions } from "./issuers.ts";
import type { KnownLaws } from "./known-laws.ts";
import type { LayoutWords } from "./layout.ts";
import type { ListRuleWords } from "./list-rules.ts";
import type { MarkerWords } from "./markers.ts";
import type { MastheadWords } from "./masthead-words.ts";
import type { NotPolicies } from "./not-policies.ts";
import type { OutlineWords } from "./outline.ts";
import type { PartWords } from "./parts.ts";
import type { ProseWords } from "./prose.ts";
import type { Regions } from "./regions.ts";
import type { Roles } from "./roles.ts";
import type { SameDocumentWords } from "./same-documents.ts";
import type { SetUpWords } from "./set-ups.ts";
import type { Surnames } from "./surnames.ts";
import type { Tables } from "./tables.ts";
import type { TargetWords } from "./targets.ts";
import type { TaskTableWords } from "./task-tables.ts";
import type { TitleKinds } from "./title-kinds.ts";

/**
 * Knowledge 知识: everything the stages know that is data: names, codes, cues, patterns. Validated once when loaded
 * (`load.io.ts`), then given to the stages; one property a section, each section in a file of its own beside this one.
 */
export interface Knowledge {
  readonly agencies: AgencyGazetteer;
  readonly regions: Regions;
  readonly issuerCodes: IssuerCodes;
  readonly successions: Successions;
  readonly houseDepartments: HouseDepartments;
  readonly assignmentPatterns: AssignmentPatterns;
  readonly roles: Roles;
  readonly surnames: Surnames;
  readonly tables: Tables;
  readonly markers: MarkerWords;
  readonly mastheadWords: MastheadWords;
  readonly titleKinds: TitleKinds;
  readonly citationCues: CitationCues;
  readonly citedTitles: CitedTitles;
  readonly deadlines: DeadlineWords;
  readonly documentNumbers: DocumentNumbers;
  readonly knownLaws: KnownLaws;
  readonly notPolicies: NotPolicies;
  readonly targets: TargetWords;
  readonly prose: ProseWords;
  readonly setUps: SetUpWords;
  readonly holders: HolderWords;
  readonly dutyLines: DutyLineWords;
  readonly listRules: ListRuleWords;
  readonly taskTables: TaskTableWords;
  readonly bodies: BodyWords;
  readonly layout: LayoutWords;
  readonly outline: OutlineWords;
  readonly parts: PartWords;
  readonly sameDocuments: SameDocumentWords;
}
