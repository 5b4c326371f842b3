import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** TablePatterns 任务表句式: what a column of deadlines holds, and where names run together are parted. */
export interface TablePatterns {
  /** 3月, 2016年6月底前, 全年: a time in a row with nothing left between its cells. */
  readonly time: RegExp;
  readonly timeHere: RegExp;
  /** A time told in words, closed by the number of the next row: 出台细则后启动17鼓励…. */
  readonly wordsHere: RegExp;
  /** 3月, 2016年6月底前, 全年, 长期坚持: what a time column holds. */
  readonly deadlineCell: RegExp;
  /** Where the second of two names begins, or what ends the first. */
  readonly nameStart: RegExp;
  readonly rankEnd: RegExp;
}

export function tablePatternsOf({ taskTables, holders, deadlines }: Knowledge): TablePatterns {
  const periods = oneOf([...taskTables.periods.words, ...deadlines.open]);
  const until = oneOf(taskTables.until.words);
  const month = `\\d{1,2}月${oneOf(taskTables.monthParts.words)}?(?:\\d{1,2}日)?${until}?`;
  const time = `(?:(?:(?:20\\d{2}年)?${month}|${periods})\\s?)`;
  return {
    time: new RegExp(time, "gu"),
    timeHere: new RegExp(`(?:\\d{4}年)?(?:${time}|\\d{4}年)`, "uy"),
    wordsHere: new RegExp(
      `\\p{Script=Han}[^。；，、：\\d]{2,24}(?<=${oneOf(taskTables.timeTails.words)})\\d{1,2}(?=\\p{Script=Han})`,
      "uy",
    ),
    deadlineCell: new RegExp(
      `^(?:(?:\\d{4}|[今本每当])年)?(?:底前?|[内度])?(?:${month}|第?[一二三四]季度|${periods}|\\d{4}年(?:底前?)?)$`,
      "u",
    ),
    nameStart: new RegExp(`^${oneOf([...holders.places.words, ...holders.related.words])}`, "u"),
    rankEnd: new RegExp(`${oneOf(taskTables.rankEnds.words)}$`, "u"),
  };
}
