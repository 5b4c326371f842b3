import type { CitedTitles } from "../../knowledge/cited-titles.ts";
import type { NotPolicies } from "../../knowledge/not-policies.ts";
import type { TitleKinds } from "../../knowledge/title-kinds.ts";
import { oneOf } from "../word-pattern.ts";

/** What the words of a title say it is; `unknown` where its ending tells nothing. */
export type TitleNature = "policy" | "other" | "unknown";

export interface TitleJudge {
  /** Judged by the word the title ends with. */
  nature(title: string): TitleNature;
  /** True where the words before and behind 《…》 make it a book, a film, a form. Returns the cue's id. */
  notPolicyBy(before: string, after: string): string | undefined;
  /** True for a title that is a kind of document and nothing else: 实施意见, 若干措施, 通知. */
  isGeneric(title: string): boolean;
}

const TRAILING_BRACKET = /(?:[（(〔][^（()）〔〕]{0,24}[）)〕]|\d{4}年版|[\d.]+版|[〉”"])+$/u;
/** Words that may stand before a kind without making a title of its own: 实施 + 意见, 三年 + 行动 + 计划. */
const QUALIFIERS =
  "(?:实施|若干|指导|工作|总体|具体|有关|试点|改革|行动|管理|暂行|试行|发展|专项|建设|补充|紧急|任务|责任|分工|重点|政策|政府工作|战略|三年|五年|年度|考核|评价|办理|处理|应急|技术|操作|防控|\\d{1,3}条|[一二三四五六七八九十]{1,3}条|“?十[一二三四五六]五”?)";

/** Compiles the endings of titles and the cues around them. */
export function createTitleJudge(kinds: TitleKinds, titles: CitedTitles, notPolicies: NotPolicies): TitleJudge {
  const policies = new Set([
    ...kinds.official.words,
    ...kinds.compound.words,
    ...kinds.issued.words,
    ...titles.policies,
    ...titles.exceptions,
  ]);
  const others = new Set(titles.others);
  for (const word of others) policies.delete(word);
  for (const word of titles.exceptions) policies.add(word);
  const longest = Math.max(...[...policies, ...others].map((word) => word.length));
  const generic = new RegExp(`^${QUALIFIERS}*${oneOf(policies)}$`, "u");
  const cues = notPolicies.cues.map((cue) => ({
    id: cue.id,
    before: new RegExp(`${oneOf(cue.before)}(?:[（(][^（()）]*[）)])?(?:《[^《》]*》[、和及与]?)*$`, "u"),
    after: new RegExp(`^(?:《[^《》]*》)*(?:的)?${oneOf(cue.after)}`, "u"),
  }));
  return {
    nature(title) {
      const bare = title.replace(TRAILING_BRACKET, "");
      for (let length = Math.min(longest, bare.length); length > 0; length--) {
        const ending = bare.slice(-length);
        if (others.has(ending)) return "other";
        if (policies.has(ending)) return "policy";
      }
      return "unknown";
    },
    notPolicyBy: (before, after) =>
      cues.find((cue) => (cue.before.test(before) && !/[，。；]$/u.test(before)) || cue.after.test(after))?.id,
    isGeneric: (title) => title.length <= 12 && generic.test(title.replace(TRAILING_BRACKET, "")),
  };
}
