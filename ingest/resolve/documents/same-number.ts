import type { DocumentNumbers } from "../../knowledge/document-numbers.ts";
import { readInteger } from "../../recognize/quantities/numerals.ts";

const DECREE = /^(?<issuer>.*?令)(?<year>\d{4}年)?第(?<serial>[^号]+)号$/u;

/** One form for numbers of decrees that are printed in several: 国务院令第376号, 中华人民共和国国务院令第三百七十六号 → 国令第376号. */
export function sameNumber({ sameIssuers }: DocumentNumbers, number: string): string {
  const groups = DECREE.exec(number)?.groups;
  if (groups === undefined) return number;
  const { issuer = "", year = "", serial = "" } = groups;
  const [first] = sameIssuers.find((names) => names.includes(issuer)) ?? [issuer];
  return `${first ?? issuer}${year}第${readInteger(serial) ?? serial}号`;
}
