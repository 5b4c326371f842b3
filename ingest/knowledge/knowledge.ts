/**
 * Knowledge 知识: everything the stages know that is data: names, codes, cues, patterns. Validated once when loaded
 * (`load.io.ts`), then given to the stages; one property a section, each section in a file of its own beside this one.
 */
// biome-ignore lint/suspicious/noEmptyInterface: sections are added one by one
export interface Knowledge {}
