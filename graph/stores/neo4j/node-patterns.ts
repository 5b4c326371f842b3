import { depthsOf, isMark, isWord, type Token } from "../cypher/lexer.ts";

/** A node pattern `(a:Agency {id: $id} WHERE …)` among the tokens of a query. */
export interface FoundNode {
  /** Its opening bracket. */
  readonly open: number;
  /** Where its map, its condition or its closing bracket stands. */
  readonly inside: number;
}

/** The words that end the pattern of a MATCH. */
const CLAUSES = (
  "WHERE RETURN WITH MATCH OPTIONAL CALL UNWIND UNION USING FINISH ORDER LIMIT SKIP OFFSET CREATE MERGE SET DELETE DETACH " +
  "NODETACH REMOVE FOREACH LOAD USE LET FILTER NEXT INSERT FOR"
).split(" ");
const SUBQUERIES = ["EXISTS", "COUNT", "COLLECT"];
const SHORTEST = ["SHORTESTPATH", "ALLSHORTESTPATHS"];

const isName = (token: Token | undefined): boolean => token?.kind === "word" || token?.kind === "quoted";

/**
 * Finds the node patterns 节点模式 of a query, in MATCH as in EXISTS, COUNT, COLLECT, in comprehensions and where a pattern is
 * a condition. Reads by tokens, so that it also knows what only Neo4j does: quantified paths, label expressions, selectors.
 */
export function nodePatterns(tokens: readonly Token[]): FoundNode[] {
  return [...new PatternFinder(tokens).find().values()].sort((a, b) => a.open - b.open);
}

class PatternFinder {
  readonly #tokens: readonly Token[];
  readonly #partners: ReadonlyMap<number, number>;
  readonly #depths: readonly number[];
  readonly #found = new Map<number, FoundNode>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#depths = depthsOf(tokens);
    this.#partners = partnersOf(tokens);
  }

  find(): ReadonlyMap<number, FoundNode> {
    for (let index = 0; index < this.#tokens.length; index++) {
      if (isWord(this.#tokens[index], "MATCH") && this.#beginsPattern(index + 1)) this.#readPaths(index + 1);
      if (isWord(this.#tokens[index], ...SUBQUERIES) && this.#is(index + 1, "{") && this.#beginsPattern(index + 2)) {
        this.#readPaths(index + 2);
      }
    }
    for (let open = 0; open < this.#tokens.length; open++) {
      if (this.#found.has(open) || !this.#is(open, "(")) continue;
      const inside = this.#insideOf(open);
      if (inside !== undefined && (this.#edgeBehind(open) || this.#edgeBefore(open))) {
        this.#found.set(open, { open, inside });
      }
    }
    return this.#found;
  }

  #is(index: number, ...marks: string[]): boolean {
    return isMark(this.#tokens[index], ...marks);
  }

  /** A bracket, `p =`, or a word that says how paths are chosen. */
  #beginsPattern(index: number): boolean {
    const token = this.#tokens[index];
    if (this.#is(index, "(") || (isName(token) && this.#is(index + 1, "="))) return true;
    return isWord(token, ...SHORTEST, "SHORTEST", "ANY", "ALL", "REPEATABLE", "DIFFERENT");
  }

  /** The paths of a MATCH up to its end: every bracket there is a node or holds paths. */
  #readPaths(begin: number): void {
    const depth = this.#depths[begin] ?? 0;
    let index = begin;
    while (index < this.#tokens.length) {
      const token = this.#tokens[index];
      const here = this.#depths[index] ?? 0;
      if (here < depth) return;
      if (isWord(token, ...CLAUSES)) {
        if (here === depth) return;
        // The condition of a path in brackets: on behind them.
        while (index < this.#tokens.length && (this.#depths[index] ?? 0) >= here) index++;
      } else if (this.#is(index, "(")) {
        const inside = this.#insideOf(index);
        if (inside !== undefined && !isWord(this.#tokens[index - 1], ...SHORTEST)) {
          this.#found.set(index, { open: index, inside });
          index = this.#partners.get(index) ?? this.#tokens.length;
        }
        index++;
      } else if (this.#is(index, "[", "{")) index = (this.#partners.get(index) ?? this.#tokens.length) + 1;
      else index++;
    }
  }

  /** Where the map of a node stands or would stand; nothing where the bracket at `open` holds no node. */
  #insideOf(open: number): number | undefined {
    const close = this.#partners.get(open);
    if (close === undefined) return undefined;
    let index = open + 1;
    if (isName(this.#tokens[index]) && !this.#atKeyword(index)) index++;
    if (this.#is(index, ":") || isWord(this.#tokens[index], "IS")) index = this.#endOfLabels(index + 1, close);
    if (index === close || isWord(this.#tokens[index], "WHERE")) return index;
    if (!this.#is(index, "{")) return undefined;
    const end = (this.#partners.get(index) ?? -1) + 1;
    return end === close || isWord(this.#tokens[end], "WHERE") ? index : undefined;
  }

  /** `(IS Label)` and `(WHERE …)` name no variable; `(where)` does. */
  #atKeyword(index: number): boolean {
    return isWord(this.#tokens[index], "IS", "WHERE") && !this.#is(index + 1, ")", ":", "{");
  }

  #endOfLabels(begin: number, close: number): number {
    let index = begin;
    while (index < close) {
      if (this.#is(index, "(")) index = (this.#partners.get(index) ?? close) + 1;
      else if (this.#is(index, ":", "|", "&", "!", "%", "$")) index++;
      else if (isName(this.#tokens[index]) && !isWord(this.#tokens[index], "WHERE")) index++;
      else break;
    }
    return index;
  }

  /** `-->(`, `<-[r]-(` and the like behind the node that `open` begins. */
  #edgeBehind(open: number): boolean {
    let index = (this.#partners.get(open) ?? this.#tokens.length) + 1;
    if (this.#is(index, "<")) index++;
    if (!this.#is(index, "-")) return false;
    index++;
    if (this.#is(index, "[")) index = (this.#partners.get(index) ?? this.#tokens.length) + 1;
    if (!this.#is(index, "-")) return false;
    index++;
    if (this.#is(index, ">")) index++;
    if (this.#is(index, "+", "*")) index++;
    else if (this.#is(index, "{")) index = (this.#partners.get(index) ?? this.#tokens.length) + 1;
    return this.#is(index, "(");
  }

  /** `)-->`, `)<-[r]-` and the like before it. */
  #edgeBefore(open: number): boolean {
    let index = open - 1;
    if (this.#is(index, "+", "*")) index--;
    else if (this.#is(index, "}")) index = (this.#partners.get(index) ?? 0) - 1;
    if (this.#is(index, ">")) index--;
    if (!this.#is(index, "-")) return false;
    index--;
    if (this.#is(index, "]")) index = (this.#partners.get(index) ?? 0) - 1;
    if (!this.#is(index, "-")) return false;
    index--;
    if (this.#is(index, "<")) index--;
    return this.#is(index, ")", "}", "+", "*");
  }
}

/** The bracket that closes or opens each bracket. */
function partnersOf(tokens: readonly Token[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, "(", "[", "{")) open.push(index);
    else if (isMark(token, ")", "]", "}")) {
      const begin = open.pop();
      if (begin === undefined) continue;
      partners.set(begin, index);
      partners.set(index, begin);
    }
  }
  return partners;
}
