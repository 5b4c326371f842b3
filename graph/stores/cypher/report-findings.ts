import { CeyuanError } from "../../model/errors.ts";
import { type Finding, RULES } from "./findings.ts";
import { positionOf } from "./lexer.ts";

const describe = (query: string, { rule, from }: Finding): string => {
  const { line, column } = positionOf(query, from);
  const { message, instead } = RULES[rule];
  return `第 ${line} 行第 ${column} 列 (line ${line}, column ${column}): ${message}；${instead}`;
};

/**
 * Turns what the checker found into what the user reads: throws `CeyuanError` (`query-unreliable`) where the answer would be
 * wrong, else gives the warnings, one a line.
 */
export function reportFindings(query: string, findings: readonly Finding[]): string[] {
  const refused = findings.filter(({ rule }) => RULES[rule].severity === "refuse");
  const [first] = refused;
  if (first !== undefined) {
    const more = refused.slice(1, 4).map((finding) => describe(query, finding));
    const { line, column } = positionOf(query, first.from);
    const place = `第 ${line} 行第 ${column} 列 (line ${line}, column ${column})`;
    throw new CeyuanError("query-unreliable", [`${place}: ${RULES[first.rule].message}`, ...more].join("\n"), {
      hint: RULES[first.rule].instead,
    });
  }
  return findings.map((finding) => describe(query, finding));
}
