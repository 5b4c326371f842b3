import { join } from "node:path";
import { packageRoot } from "../../graph/package-root.io.ts";
import {
  type AgencyGazetteer,
  groupsSchema,
  localBodiesSchema,
  localOfficesSchema,
  nationalAgenciesSchema,
  shapeSchema,
} from "./agencies.ts";
import { loadAreaData } from "./area-data.io.ts";
import { assignmentPatternsSchema } from "./assignment-patterns.ts";
import { bodiesSchema } from "./bodies.ts";
import { citationCuesSchema } from "./citation-cues.ts";
import { citedTitlesSchema } from "./cited-titles.ts";
import { deadlinesSchema } from "./deadlines.ts";
import { documentNumbersSchema } from "./document-numbers.ts";
import { dutyLinesSchema } from "./duty-lines.ts";
import { holdersSchema } from "./holders.ts";
import { houseDepartmentsSchema, issuerCodesSchema, successionsSchema } from "./issuers.ts";
import type { Knowledge } from "./knowledge.ts";
import { knownLawsSchema } from "./known-laws.ts";
import { layoutSchema } from "./layout.ts";
import { listRulesSchema } from "./list-rules.ts";
import { markersSchema } from "./markers.ts";
import { mastheadWordsSchema } from "./masthead-words.ts";
import { notPoliciesSchema } from "./not-policies.ts";
import { outlineSchema } from "./outline.ts";
import { partsSchema } from "./parts.ts";
import { proseSchema } from "./prose.ts";
import { buildRegions, regionsSchema } from "./regions.ts";
import { rolesSchema } from "./roles.ts";
import { sameDocumentsSchema } from "./same-documents.ts";
import { readSeedFile } from "./seed-file.io.ts";
import { setUpsSchema } from "./set-ups.ts";
import { surnamesSchema } from "./surnames.ts";
import { tablesSchema } from "./tables.ts";
import { targetsSchema } from "./targets.ts";
import { taskTablesSchema } from "./task-tables.ts";
import { titleKindsSchema } from "./title-kinds.ts";

/** Loads and validates every section of `seeds/`. Throws `CeyuanError` naming file and line where one is invalid. */
export function loadKnowledge(folder: string = join(packageRoot(), "seeds")): Knowledge {
  return {
    assignmentPatterns: readSeedFile(folder, "vocabulary/assignment-patterns.yaml", assignmentPatternsSchema),
    agencies: loadAgencies(folder),
    regions: buildRegions(loadAreaData(), readSeedFile(folder, "gazetteer/regions-supplement.yaml", regionsSchema)),
    issuerCodes: readSeedFile(folder, "gazetteer/issuer-codes.yaml", issuerCodesSchema),
    successions: readSeedFile(folder, "gazetteer/successions.yaml", successionsSchema),
    houseDepartments: readSeedFile(folder, "gazetteer/house-departments.yaml", houseDepartmentsSchema),
    roles: readSeedFile(folder, "vocabulary/roles.yaml", rolesSchema),
    surnames: readSeedFile(folder, "gazetteer/surnames.yaml", surnamesSchema),
    tables: readSeedFile(folder, "vocabulary/tables.yaml", tablesSchema),
    markers: readSeedFile(folder, "vocabulary/markers.yaml", markersSchema),
    mastheadWords: readSeedFile(folder, "vocabulary/masthead.yaml", mastheadWordsSchema),
    targets: readSeedFile(folder, "vocabulary/targets.yaml", targetsSchema),
    titleKinds: readSeedFile(folder, "vocabulary/title-kinds.yaml", titleKindsSchema),
    citationCues: readSeedFile(folder, "vocabulary/citation-cues.yaml", citationCuesSchema),
    citedTitles: readSeedFile(folder, "vocabulary/cited-titles.yaml", citedTitlesSchema),
    deadlines: readSeedFile(folder, "vocabulary/deadlines.yaml", deadlinesSchema),
    documentNumbers: readSeedFile(folder, "vocabulary/document-numbers.yaml", documentNumbersSchema),
    knownLaws: readSeedFile(folder, "vocabulary/known-laws.yaml", knownLawsSchema),
    notPolicies: readSeedFile(folder, "vocabulary/not-policies.yaml", notPoliciesSchema),
    setUps: readSeedFile(folder, "vocabulary/set-ups.yaml", setUpsSchema),
    prose: readSeedFile(folder, "vocabulary/prose.yaml", proseSchema),
    holders: readSeedFile(folder, "vocabulary/holders.yaml", holdersSchema),
    dutyLines: readSeedFile(folder, "vocabulary/duty-lines.yaml", dutyLinesSchema),
    listRules: readSeedFile(folder, "vocabulary/list-rules.yaml", listRulesSchema),
    taskTables: readSeedFile(folder, "vocabulary/task-tables.yaml", taskTablesSchema),
    bodies: readSeedFile(folder, "vocabulary/bodies.yaml", bodiesSchema),
    layout: readSeedFile(folder, "vocabulary/layout.yaml", layoutSchema),
    outline: readSeedFile(folder, "vocabulary/outline.yaml", outlineSchema),
    parts: readSeedFile(folder, "vocabulary/parts.yaml", partsSchema),
    sameDocuments: readSeedFile(folder, "vocabulary/same-documents.yaml", sameDocumentsSchema),
  };
}

function loadAgencies(folder: string): AgencyGazetteer {
  const national = readSeedFile(folder, "gazetteer/agencies-national.yaml", nationalAgenciesSchema);
  return {
    national: national.agencies,
    taiwan: national.taiwan,
    offices: readSeedFile(folder, "gazetteer/offices-local.yaml", localOfficesSchema),
    groups: readSeedFile(folder, "gazetteer/groups.yaml", groupsSchema),
    shape: readSeedFile(folder, "gazetteer/shape.yaml", shapeSchema),
    local: readSeedFile(folder, "gazetteer/agencies-places.yaml", localBodiesSchema).places,
  };
}
