import { computed, effect, signal } from "@preact/signals";
import { oneOf, remembered } from "./remembered.ts";

export type ThemeChoice = "system" | "light" | "dark";

/** What the reader chose; `system` follows the machine. */
export const themeChoice = remembered<ThemeChoice>("theme", "system", oneOf("system", "light", "dark"));

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener("change", (event) => {
  systemIsDark.value = event.matches;
});

/** Theme 外观 in force. */
export const theme = computed<"light" | "dark">(() =>
  themeChoice.value === "system" ? (systemIsDark.value ? "dark" : "light") : themeChoice.value,
);

effect(() => {
  const { dataset } = document.documentElement;
  if (themeChoice.value === "system") delete dataset["theme"];
  else dataset["theme"] = themeChoice.value;
});

const reduced = matchMedia("(prefers-reduced-motion: reduce)");

/** Milliseconds for a movement; none where the reader asked for stillness. */
export const duration = (milliseconds: number): number => (reduced.matches ? 0 : milliseconds);
