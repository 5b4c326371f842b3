import { expect, test } from "vitest";
import { chooseLanguage } from "../../cli/language.ts";

const rows: readonly [readonly string[], NodeJS.ProcessEnv, string, string][] = [
  [["--lang", "en", "build"], { LANG: "zh_CN.UTF-8" }, "en", "asked for"],
  [["build", "--lang=zh"], { LANG: "en_US.UTF-8" }, "zh", "asked for after the command"],
  [["--lang", "xx"], { LANG: "de_DE.UTF-8" }, "en", "a language there is not is refused later"],
  [[], { CEYUAN_LANG: "en", LANG: "zh_CN.UTF-8" }, "en", "set for ceyuan"],
  [[], { LANG: "zh_CN.UTF-8" }, "zh", "the locale"],
  [[], { LANG: "zh-TW" }, "zh", "the locale, written otherwise"],
  [[], { LANG: "en_US.UTF-8" }, "en", "the locale"],
  [[], { LANG: "de_DE.UTF-8" }, "en", "neither of the two"],
  [[], { LC_ALL: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh", "LC_ALL outweighs LANG"],
  [[], { LANG: "C.UTF-8" }, "zh", "a locale of no country"],
  [[], { LANG: "POSIX" }, "zh", "a locale of no country"],
];
test.each(rows)("%j with %j speaks %s: %s", (argv, env, expected) => {
  expect(chooseLanguage(argv, env)).toBe(expected);
});
