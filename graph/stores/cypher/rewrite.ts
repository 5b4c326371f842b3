import { depthsOf, isKeyword, isMark, isWord, tokenize } from "./lexer.ts";
import { type ReturnItem, returnItems, returnsOf } from "./return-items.ts";

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const insert = (query: string, insertions: readonly Insertion[]): string => {
  let out = "";
  let at = 0;
  for (const insertion of [...insertions].sort((a, b) => a.at - b.at)) {
    out += query.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return out + query.slice(at);
};

/** ` AS …` for an item that has no name yet: Neo4j's own choice, the words of the item. */
function aliasOf(query: string, { expression, name }: ReturnItem): Insertion[] {
  const [first, last] = [expression[0], expression.at(-1)];
  if (name !== undefined || first === undefined || last === undefined) return [];
  if (isMark(first, "*") && expression.length === 1) return [];
  const single = expression.length === 1 && (first.kind === "word" || first.kind === "quoted");
  const alias = single ? first.text : `\`${query.slice(first.from, last.to).replaceAll("`", "``")}\``;
  return [{ at: last.to, text: ` AS ${alias}` }];
}

/**
 * Names every item of every RETURN (`RETURN n, count(*)` → `RETURN n AS n, count(*) AS `count(*)``). Grafeo answers an
 * item without a name beside an aggregate with its internal ids; with the names Neo4j would give, both agree.
 */
export function nameReturnItems(query: string): string {
  const tokens = tokenize(query);
  const depths = depthsOf(tokens);
  const items = returnsOf(tokens).flatMap((at) => returnItems(tokens, depths, at));
  return insert(
    query,
    items.flatMap((item) => aliasOf(query, item)),
  );
}

/**
 * Adds `LIMIT rows` to a query that ends in a RETURN without one, so that the engine stops early instead of building a
 * result that nobody reads. UNION, EXPLAIN, PROFILE and queries without RETURN stay as they are.
 */
export function limitRows(query: string, rows: number): string {
  const tokens = tokenize(query);
  const depths = depthsOf(tokens);
  if (isWord(tokens[0], "EXPLAIN", "PROFILE")) return query;
  const onTop = (...words: string[]): number =>
    tokens.findLastIndex((token, index) => depths[index] === 0 && isWord(token, ...words) && isKeyword(tokens, index));
  const last = onTop("RETURN");
  if (last < 0 || onTop("UNION") >= 0 || onTop("LIMIT") > last) return query;
  const end = tokens.findLast((token) => !isMark(token, ";"));
  return end === undefined ? query : insert(query, [{ at: end.to, text: `\nLIMIT ${rows}` }]);
}

/**
 * Makes the sum of nothing 0, as in Neo4j (`sum(x)` → `coalesce(sum(x), 0)`); Grafeo gives null. The items must have their
 * names already, which this would change.
 */
export function sumFromZero(query: string): string {
  const tokens = tokenize(query);
  const depths = depthsOf(tokens);
  const insertions = tokens.flatMap((token, index): Insertion[] => {
    if (!isWord(token, "SUM") || !isMark(tokens[index + 1], "(") || isMark(tokens[index - 1], ".")) return [];
    const depth = depths[index + 1];
    const close = tokens.find((other, at) => at > index + 1 && depths[at] === depth && isMark(other, ")"));
    if (close === undefined) return [];
    return [
      { at: token.from, text: "coalesce(" },
      { at: close.to, text: ", 0)" },
    ];
  });
  return insert(query, insertions);
}
