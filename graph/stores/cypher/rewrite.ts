import { depthsOf, isKeyword, isMark, isWord, type Token, tokenize } from "./lexer.ts";

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const END_OF_ITEMS = ["ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"];

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
function aliasOf(query: string, item: readonly Token[]): Insertion | undefined {
  const first = item[0];
  const last = item.at(-1);
  if (first === undefined || last === undefined || (item.length === 1 && isMark(first, "*"))) return undefined;
  const single = item.length === 1 && (first.kind === "word" || first.kind === "quoted");
  const name = single ? first.text : `\`${query.slice(first.from, last.to).replaceAll("`", "``")}\``;
  return { at: last.to, text: ` AS ${name}` };
}

function aliasesOfReturn(query: string, tokens: readonly Token[], depths: readonly number[], at: number): Insertion[] {
  const depth = depths[at] ?? 0;
  const insertions: Insertion[] = [];
  let item: Token[] = [];
  let named = false;
  const close = (): void => {
    const alias = named ? undefined : aliasOf(query, item);
    if (alias !== undefined) insertions.push(alias);
    item = [];
    named = false;
  };
  for (let index = at + (isWord(tokens[at + 1], "DISTINCT") ? 2 : 1); index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const here = depths[index] ?? 0;
    if (here < depth || isMark(token, ";")) break;
    if (here === depth && item.length > 0 && isWord(token, ...END_OF_ITEMS) && isKeyword(tokens, index)) break;
    if (here === depth && isMark(token, ",")) {
      close();
      continue;
    }
    if (here === depth && isWord(token, "AS") && item.length > 0) named = true;
    item.push(token);
  }
  close();
  return insertions;
}

/**
 * Names every item of every RETURN (`RETURN n, count(*)` → `RETURN n AS n, count(*) AS `count(*)``). Grafeo answers an
 * item without a name beside an aggregate with its internal ids; with the names Neo4j would give, both agree.
 */
export function nameReturnItems(query: string): string {
  const tokens = tokenize(query);
  const depths = depthsOf(tokens);
  return insert(
    query,
    tokens.flatMap((token, index) =>
      isWord(token, "RETURN") && isKeyword(tokens, index) ? aliasesOfReturn(query, tokens, depths, index) : [],
    ),
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
