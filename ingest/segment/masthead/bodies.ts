import type { Located } from "../../../graph/model/reading.ts";
import type { MastheadGrammar } from "./grammar.ts";

const LONGEST_NAME = 45;

/** Could these words be the name of a body, by their last word alone? */
export function isBodyName(words: string, grammar: MastheadGrammar): boolean {
  const name = words.trim();
  if (name.length < 2 || name.length > LONGEST_NAME || !/^[\p{Script=Han}“]/u.test(name)) return false;
  return !/[。，：；！？:;!?《》\n|｜丨！]/u.test(name) && name !== "委员会" && grammar.bodyEnd.test(name);
}

/**
 * Joint bodies 联合署名: 甲市工业和信息化局 甲市林业局, with or without the space. A space splits where both sides are
 * names; without one, the place with which the first name begins must come again behind the end of a name.
 */
export function splitBodies(text: string, from: number, to: number, grammar: MastheadGrammar): Located[] {
  const bodies: Located[] = [];
  let start = from;
  const push = (end: number): void => {
    const words = text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const name = words.trim();
    if (name !== "") {
      for (const piece of splitByPlace(name, grammar)) {
        const at = start + lead + piece.at;
        bodies.push({ text: piece.name.replace(/\s+/gu, ""), span: { from: at, to: at + piece.name.length } });
      }
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

function splitByPlace(name: string, grammar: MastheadGrammar): { at: number; name: string }[] {
  const plain = name.replace(/^(?:中国共产党|中共)/u, "");
  const place = /^\p{Script=Han}{1,6}?[省市区县州盟旗]/u.exec(plain)?.[0];
  const cuts = [0];
  if (place !== undefined) {
    for (
      let at = name.indexOf(place, name.length - plain.length + place.length);
      at > 0;
      at = name.indexOf(place, at + 1)
    ) {
      const start = /(?:中国共产党|中共)$/u.exec(name.slice(0, at))?.[0].length ?? 0;
      const left = name.slice(cuts.at(-1) ?? 0, at - start);
      if (left.length >= place.length + 1 && isBodyName(left, grammar)) cuts.push(at - start);
    }
  }
  return cuts.map((at, i) => ({ at, name: name.slice(at, cuts[i + 1] ?? name.length) }));
}
