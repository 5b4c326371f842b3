import { z } from "zod";

const words = z.array(z.string().min(1));

/** Schema of `seeds/vocabulary/tables.yaml`. */
export const tablesSchema = z.strictObject({ number: words, task: words, deadline: words, other: words });

/** Tables 表格用语: the column headings of `seeds/vocabulary/tables.yaml`. */
export type Tables = z.output<typeof tablesSchema>;
