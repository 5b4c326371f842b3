import type { Language } from "../language.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";

/** Words 文案: all that the command line itself says, once in each language. */
export type Words = typeof chinese;

const CATALOGUES: Readonly<Record<Language, Words>> = { zh: chinese, en: english };

export const words = (language: Language): Words => CATALOGUES[language];
