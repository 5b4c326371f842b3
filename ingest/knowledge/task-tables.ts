import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/task-tables.yaml`. */
export const taskTablesSchema = z.strictObject({
  periods: wordListSchema,
  monthParts: wordListSchema,
  until: wordListSchema,
  timeTails: wordListSchema,
  rankEnds: wordListSchema,
});

/** TaskTableWords 任务表用语: the words of `seeds/vocabulary/task-tables.yaml`. */
export type TaskTableWords = z.output<typeof taskTablesSchema>;
