import { fold } from "../../../graph/model/text.ts";

/** A title as wrapper and enclosed document: 关于印发〈甲方案〉的通知 encloses 甲方案. */
export interface TitleParts {
  /** Folded, without brackets and quotes. */
  readonly whole: string;
  /** The whole without issuer, 关于 and 的通知: what the document is about, with its kind. */
  readonly core: string;
  /** Of the enclosed document, where a wrapper names one. */
  readonly enclosed?: string;
}

const QUOTES = /[《》<>〈〉"']/gu;
const PASSES_ON = "(?:印发|转发|批转|下发|发布|公布|颁发|颁布)(?:实施|施行|执行)?";
const WRAPPER = new RegExp(
  `^(?<lead>.*?)(?:关于)?${PASSES_ON}(?<enclosed>.{4,})的(?:紧急)?(?:通知|公告|函|决定|通告|命令)$`,
  "u",
);

/** The forms of a title by which it is compared with others (FIELD.md §1). */
export function titleParts(title: string): TitleParts {
  const whole = fold(title).replace(QUOTES, "");
  const wrapped = WRAPPER.exec(whole)?.groups?.["enclosed"];
  const enclosed = wrapped === undefined ? undefined : aboutOf(wrapped);
  return { whole, core: enclosed ?? aboutOf(whole), ...(enclosed === undefined ? {} : { enclosed }) };
}

/** Drops the issuer before 关于, 关于 itself and a year of edition behind. */
function aboutOf(words: string): string {
  const about = words.indexOf("关于");
  const issuer = about > 0 && about <= 40 && ISSUER_END.test(words.slice(0, about));
  const rest = about === 0 || issuer ? words.slice(about + 2) : words;
  return rest.replace(/\d{4}年版$/u, "");
}

const ISSUER_END = /(?:中央|国务院|委|政府|委员会|[办厅局部署行院会室]|总局|总署|工会|印发|指挥部|小组|机制)$/u;
