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

/** Names that say of themselves that they are no part of another: of the state, of a place. */
const OF_THE_STATE = /^(?:中共|中国|中华|中央|全国|国家|国务院|最高人民)/u;
const OF_A_PLACE = /^(?:[省市区县](?!委办)|[^省市区县州委局部厅会办府]{2,6}?(?:省|市|自治区|自治州|自治县))/u;
const MINISTRY = /^[^省市区县州]{2,14}(?:部|委|委员会|总局|总署|银行|总会|联合会)$/u;
const ENDS_CENTRAL = /^[^省市区县州]{2,20}(?:部|委|委员会|总局|总署|局|银行|总会|联合会|办公厅|办公室)$/u;
const WHOLE_ONLY = /^(?:国务院|中共中央|中央)$/u;
const PART_OF_PARTY = /^(?:办公厅|办公室|秘书局|综合司|组织|宣传|统战|统一战线|政法|机关|网信|编|社会工)/u;

function startsWithMinistry(name: string, grammar: MastheadGrammar): boolean {
  for (let to = 3; to <= Math.min(name.length, 14); to++) {
    const first = name.slice(0, to);
    if (MINISTRY.test(first) && grammar.agencies.accepts(first) === "known") return true;
  }
  return false;
}

/** Where known names follow each other to the end: 教育部|财政部|国家发展改革委. */
function nameCuts(name: string, grammar: MastheadGrammar): number[] {
  for (let at = 3; at <= name.length - 3; at++) {
    const [left, right] = [name.slice(0, at), name.slice(at)];
    if (!isBodyName(left, grammar) || !isBodyName(right, grammar) || !standsAlone(left, right, grammar)) continue;
    return [0, ...nameCuts(right, grammar).map((cut) => cut + at)];
  }
  return [0];
}

/** 国家税务总局江东省税务局 and 国务院办公厅 are one, 教育部财政部 are two. */
function standsAlone(left: string, right: string, grammar: MastheadGrammar): boolean {
  const known = grammar.agencies.accepts(left) !== undefined;
  if (OF_THE_STATE.test(right)) return known || grammar.agencies.accepts(right) !== undefined;
  if (!known) return false;
  if (OF_A_PLACE.test(right)) return !/^(?:国家|中国|国务院)/u.test(left);
  return (
    ENDS_CENTRAL.test(left) &&
    !WHOLE_ONLY.test(left) &&
    !PART_OF_PARTY.test(right) &&
    startsWithMinistry(right, grammar)
  );
}
