import { describe, expect, it } from "vitest";
import { findDates, lastDayOf } from "../../../ingest/recognize/dates.ts";
import { readInteger } from "../../../ingest/recognize/quantities/numerals.ts";

const YEAR = 2021;
const dates = (text: string): string[] =>
  findDates(text).map((date) => {
    const last = lastDayOf(date, YEAR);
    return `${text.slice(date.span.from, date.span.to)} ${last?.date ?? "-"} ${last?.precision ?? "-"}`;
  });

describe("dates and the last day they allow", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["2012年10月底前", ["2012年10月底前 2012-10-31 month"], "底前: the month's last day"],
    ["3月", ["3月 2021-03-31 month"], "the document's year"],
    ["3月前", ["3月前 2021-02-28 month"], "前 without 底: before the month begins"],
    ["1月前", ["1月前 2020-12-31 month"], "and before the year begins"],
    ["2014年前", ["2014年前 2013-12-31 year"], "前 a year"],
    ["2014年底前", ["2014年底前 2014-12-31 year"], "底前"],
    ["2020年年底前", ["2020年年底前 2020-12-31 year"], "年 twice"],
    ["年底前", ["年底前 2021-12-31 year"], "no year"],
    ["，年内完成", ["年内 2021-12-31 year"], "within the year"],
    ["11月25日前", ["11月25日前 2021-11-25 day"], "a day is the last one"],
    ["１０月１７日前", ["１０月１７日前 2021-10-17 day"], "full width"],
    ["二〇一二年九月六日", ["二〇一二年九月六日 2012-09-06 day"], "Chinese numerals"],
    ["一九九○年六月底前", ["一九九○年六月底前 1990-06-30 month"], "another zero"],
    ["111年6月", ["111年6月 2022-06-30 month"], "ROC year"],
    ["民國110年12月", ["民國110年12月 2021-12-31 month"], "ROC year with 民國"],
    ["2021/01-2021/12", ["2021/01-2021/12 2021-12-31 month"], "a range ends with its end"],
    ["2012－2015年", ["2012－2015年 2015-12-31 year"], "a range of years"],
    ["第三季度末", ["第三季度末 2021-09-30 quarter"], "a quarter"],
    ["2022年上半年", ["2022年上半年 2022-06-30 quarter"], "a half"],
    ["明年2月底", ["明年2月底 2022-02-28 month"], "counted from the document's year"],
    ["2024年2月", ["2024年2月 2024-02-29 month"], "a leap year"],
    ["6月上旬", ["6月上旬 2021-06-10 month"], "the first third of a month"],
    ["3月18日下午5时前", ["3月18日下午5时前 2021-03-18 day"], "with the hour"],
    ["9月10日、11月25日前", ["9月10日 2021-09-10 day", "11月25日前 2021-11-25 day"], "two"],
    ["3.2021年3月前", ["2021年3月前 2021-02-28 month"], "behind a list number"],
    ["1.3月20日", ["3月20日 2021-03-20 day"], "behind a list number without a year"],
    ["共21.3月工资", [], "a decimal"],
    ["3月20日～4月10日", ["3月20日～4月10日 2021-04-10 day"], "a range of days"],
    ["2016年11月7-8日", ["2016年11月7-8日 2016-11-08 day"], "days of one month"],
    ["1997年4―6月", ["1997年4―6月 1997-06-30 month"], "months of the year named before the range"],
    ["1997年10月――1998年2月", ["1997年10月――1998年2月 1998-02-28 month"], "over the end of the year"],
    ["2014年11月-2月", ["2014年11月-2月 2015-02-28 month"], "over the end of the year, said once"],
    ["4月20日下午下班前", ["4月20日下午下班前 2021-04-20 day"], "the end of the working day"],
    ["9月30日（星期五）17:00前", ["9月30日（星期五）17:00前 2021-09-30 day"], "the day of the week between"],
    ["2月31日", ["2月31日 - -"], "no such day"],
    ["每年底", [], "comes round again"],
    ["青少年内心", [], "another word"],
    ["5月3日内蒙古", ["5月3日 2021-05-03 day"], "内 of 内蒙古"],
    ["前三季度", ["三季度 2021-09-30 quarter"], "no limit of its own"],
    ["第2018次", [], "a number"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it("without any year stay without a day", () => {
    expect(findDates("10月底前").map((date) => lastDayOf(date, undefined))).toEqual([undefined]);
  });
});

describe("whole numbers", () => {
  it.each([
    ["19", 19],
    ["１９", 19],
    ["十三", 13],
    ["二十", 20],
    ["一百二十三", 123],
    ["一百零三", 103],
    ["二〇一二", 2012],
    ["甲", undefined],
    ["", undefined],
  ])("%s → %s", (words, value) => {
    expect(readInteger(words)).toBe(value);
  });
});
