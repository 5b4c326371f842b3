import { depthsOf, isKeyword, isMark, isWord, type Token, tokenize } from "./lexer.ts";

/** One item of a RETURN: its expression and, where one is written, its name. */
export interface ReturnItem {
  readonly expression: readonly Token[];
  readonly name?: Token | undefined;
}

const END_OF_ITEMS = ["ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"];

/** The items of the RETURN that stands at index `at`. */
export function returnItems(tokens: readonly Token[], depths: readonly number[], at: number): ReturnItem[] {
  const depth = depths[at] ?? 0;
  const items: ReturnItem[] = [];
  let expression: Token[] = [];
  let name: Token | undefined;
  const close = (): void => {
    if (expression.length > 0) items.push({ expression, name });
    expression = [];
    name = undefined;
  };
  for (let index = at + (isWord(tokens[at + 1], "DISTINCT") ? 2 : 1); index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const here = depths[index] ?? 0;
    if (here < depth || isMark(token, ";")) break;
    if (here === depth && expression.length > 0 && isWord(token, ...END_OF_ITEMS) && isKeyword(tokens, index)) break;
    if (here === depth && isMark(token, ",")) close();
    else if (here === depth && isWord(token, "AS") && expression.length > 0) name = tokens[++index] ?? token;
    else expression.push(token);
  }
  close();
  return items;
}

/** Every RETURN of a query as its index among the tokens. */
export const returnsOf = (tokens: readonly Token[]): number[] =>
  tokens.flatMap((token, index) => (isWord(token, "RETURN") && isKeyword(tokens, index) ? [index] : []));

/** The columns that a query's last RETURN names; an item without a name is its own words. */
export function returnedColumns(query: string): string[] {
  const tokens = tokenize(query);
  const depths = depthsOf(tokens);
  const last = returnsOf(tokens).findLast((index) => depths[index] === 0);
  if (last === undefined) return [];
  return returnItems(tokens, depths, last).map(({ expression, name }) => {
    const from = expression[0]?.from ?? 0;
    if (name === undefined) return query.slice(from, expression.at(-1)?.to ?? from);
    return name.kind === "quoted" ? name.text.slice(1, -1).replaceAll("``", "`") : name.text;
  });
}

/** The parameters that a query uses, in the order of their first use. */
export function usedParameters(query: string): string[] {
  const names = tokenize(query)
    .filter(({ kind }) => kind === "parameter")
    .map(({ text }) => text.slice(1).replace(/^`(.*)`$/su, "$1"));
  return [...new Set(names)];
}
