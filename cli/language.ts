/** Language 界面语言: of help and messages; documents and graph stay Chinese in both. */
export type Language = "zh" | "en";

const isLanguage = (word: string | undefined): word is Language => word === "zh" || word === "en";

/**
 * `--lang` as it stands among the arguments (help is written before they are parsed), else CEYUAN_LANG, else the locale.
 * Without a locale the answer is Chinese, the language of what is read here.
 */
export function chooseLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = argv[at]?.startsWith("--lang=") ? argv[at].slice("--lang=".length) : argv[at + 1];
  if (at !== -1 && isLanguage(asked)) return asked;
  if (isLanguage(env["CEYUAN_LANG"])) return env["CEYUAN_LANG"];
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || systemLocale();
  return locale === "" || /^(C|POSIX|zh)\b/iu.test(locale.replace("_", "-")) ? "zh" : "en";
}

/** Windows and macOS keep the locale elsewhere than in the environment; elsewhere Node would answer en-US for none. */
const systemLocale = (): string =>
  process.platform === "win32" || process.platform === "darwin"
    ? new Intl.DateTimeFormat().resolvedOptions().locale
    : "";
