import { computed, effect } from "@preact/signals";
import { en } from "../words/en.ts";
import type { Words } from "../words/words.ts";
import { zh } from "../words/zh.ts";
import { oneOf, remembered } from "./remembered.ts";

export type Language = "zh" | "en";

const ALL: Readonly<Record<Language, Words>> = { zh, en };

/** Language 界面语言: Chinese unless the reader chose otherwise. */
export const language = remembered<Language>("language", "zh", oneOf("zh", "en"));

export const words = computed(() => ALL[language.value]);

effect(() => {
  document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
});
