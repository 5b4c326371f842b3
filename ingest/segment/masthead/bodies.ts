import type { Located } from "../../../graph/model/reading.ts";
import type { MastheadGrammar } from "./grammar.ts";

const LONGEST_NAME = 45;

/** Could these words be the name of a body, by their last word alone? */
export function isBodyName(words: string, grammar: MastheadGrammar): boolean {
  const name = words.trim();
  if (name.length < 2 || name.length > LONGEST_NAME || !/^[\p{Script=Han}“]/u.test(name)) return false;
  return !/[。，：；！？:;!?《》\n|｜丨]/u.test(name) && name !== "委员会" && grammar.bodyEnd.test(name);
}

/**
 * Joint bodies 联合署名: 甲市工业和信息化局 甲市林业局. A space splits where both sides are names; without one, the place
 * with which the first name begins must come again behind the end of a name, or all names must be known ones.
 */
export function splitBodies(text: string, from: number, to: number, grammar: MastheadGrammar): Located[] {
  const bodies: Located[] = [];
  let start = from;
  const push = (end: number): void => {
    const words = text.slice(start, end);
    const name = words.trim();
    const begin = start + words.length - words.trimStart().length;
    if (name !== "") {
      const cuts = placeCuts(name, grammar);
      const all = cuts.length > 1 ? cuts : nameCuts(name, grammar);
      all.forEach((at, i) => {
        const piece = name.slice(at, all[i + 1] ?? name.length);
        bodies.push({ text: piece.replace(/\s+/gu, ""), span: { from: begin + at, to: begin + at + piece.length } });
      });
    }
    start = end;
  };
  for (let at = from; at < to; at++) {
    if (!/[\s、]/u.test(text.charAt(at))) continue;
    if (isBodyName(text.slice(start, at).replace(/\s/gu, ""), grammar)) {
      push(at);
      start = at + 1;
    }
  }
  push(to);
  return bodies;
}

/** Where the place of the first name comes again: 甲市财政局|甲市民政局, 中共甲市委|甲市人民政府. */
function placeCuts(name: string, grammar: MastheadGrammar): number[] {
  const plain = name.replace(/^(?:中国共产党|中共)/u, "");
  const place = /^\p{Script=Han}{1,6}?[省市区县州盟旗]/u.exec(plain)?.[0];
  const cuts = [0];
  if (place === undefined) return cuts;
  const first = name.length - plain.length + place.length;
  for (let at = name.indexOf(place, first); at > 0; at = name.indexOf(place, at + 1)) {
    const start = /(?:中国共产党|中共)$/u.exec(name.slice(0, at))?.[0].length ?? 0;
    const left = name.slice(cuts.at(-1) ?? 0, at - start);
    if (left.length >= place.length + 1 && isBodyName(left, grammar)) cuts.push(at - start);
  }
  return cuts;
}

/** Where known names follow each other to the end: 教育部|财政部|国家发展改革委. */
function nameCuts(name: string, grammar: MastheadGrammar): number[] {
  if (grammar.agencies.accepts(name) !== undefined) return [0];
  const cuts: number[] = [];
  for (let at = 0; at < name.length; ) {
    const match = grammar.agencies.match(name, at);
    if (match === undefined || match.to <= at || !isBodyName(name.slice(at, match.to), grammar))
      return knownTail(name, grammar);
    cuts.push(at);
    at = match.to;
  }
  return cuts;
}

/** A known name behind another that is not known. */
function knownTail(name: string, grammar: MastheadGrammar): number[] {
  for (let at = 4; at <= name.length - 4; at++) {
    const tail = name.slice(at);
    if (!isBodyName(name.slice(0, at), grammar) || grammar.agencies.match(name, at)?.to !== name.length) continue;
    if (isBodyName(tail, grammar) && /^(?:中|国|全|[^厅局委办])/u.test(tail) && tail.length >= 6) return [0, at];
  }
  return [0];
}
