import type { Located } from "../../../graph/model/reading.ts";
import type { MastheadGrammar } from "./grammar.ts";

const LONGEST = 600;

export interface AddresseeLine {
  readonly addressees: readonly Located[];
  /** Behind the colon. */
  readonly end: number;
  readonly persons: boolean;
}

/** Addressees 主送机关: the list that ends with ： before the text proper. */
export function readAddressees(text: string, at: number, grammar: MastheadGrammar): AddresseeLine | undefined {
  const label = grammar.addresseeLabel.exec(text.slice(at, at + 12))?.[0].length ?? 0;
  const colon = colonOf(text, at + label);
  if (colon === undefined) return undefined;
  const list = text.slice(at + label, colon);
  const persons =
    grammar.personEnd.test(list.trim()) && list.split(/[、，,]/u).every((name) => name.trim().length <= 8);
  if (!persons && !isAddressed(list, grammar, label > 0)) return undefined;
  return { addressees: splitAddressees(text, at + label, colon, grammar), end: colon + 1, persons };
}

function colonOf(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length && at - from < LONGEST; at++) {
    const char = text.charAt(at);
    if ("（(〔[".includes(char)) depth++;
    else if ("）)〕]".includes(char)) depth = Math.max(0, depth - 1);
    else if (/[。；！？《》“”\n]/u.test(char)) return undefined;
    else if ((char === "：" || char === ":") && depth === 0) return at;
  }
  return undefined;
}

function isAddressed(list: string, grammar: MastheadGrammar, labelled: boolean): boolean {
  const words = list.trim();
  if (words.length < 2 || /(?:如下|通知|要求|内容|情况|事项|意见|以下|包括|包含|是|为|报道|消息|批示)$/u.test(words))
    return false;
  if (/关于|印发|转发|的[^，、]{0,4}(?:通知|意见|函|批复|决定)|〔/u.test(words)) return false;
  if (labelled) return true;
  const last =
    words
      .replace(/[（(][^（()）]*[）)]$/u, "")
      .split(/[，,、；]/u)
      .at(-1)
      ?.trim() ?? "";
  const named = grammar.addresseeEnd.test(last);
  return (
    named && (/[各有全局区县市省镇]|\n/u.test(words.slice(0, 12)) || /[，、]/u.test(words)) && !/\d[.．、]/u.test(words)
  );
}

/**
 * Splits at ， and ；, and at 、 where the words before it end in the name of a body or group; 各市、州、县人民政府 stays one.
 */
export function splitAddressees(text: string, from: number, to: number, grammar: MastheadGrammar): Located[] {
  const pieces: Located[] = [];
  const persons = grammar.personEnd.test(text.slice(from, to).trim());
  let start = from;
  let depth = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const name = persons ? raw.trim().replace(grammar.personEnd, "") : raw.trim();
    if (name !== "")
      pieces.push({ text: name.replace(/\s+/gu, ""), span: { from: start + lead, to: start + lead + name.length } });
    start = end + 1;
  };
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if ("（(〔[".includes(char)) depth++;
    else if ("）)〕]".includes(char)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (/[，,；;\n]/u.test(char)) push(at);
    else if (char === "、" && (persons || endsBody(text.slice(start, at), text.slice(at + 1, to), grammar))) push(at);
  }
  push(to);
  return pieces;
}

const PLACES =
  /^(?:各|全国各)?(?:设区)?(?:省|市|州|县|区|镇|乡|旗|盟|自治区|自治州|自治县|直辖市|计划单列市|直管市|地)$/u;

/** Is what stands before 、 complete in itself, and not one of several places or ranks that share what follows? */
function endsBody(left: string, right: string, grammar: MastheadGrammar): boolean {
  const name = left.trim().replace(/[（(][^（()）]*[）)]$/u, "");
  const next = right.split(/[、，,；;\n]/u)[0]?.trim() ?? "";
  if (name.length < 3 || next.length < 3 || PLACES.test(name)) return false;
  return grammar.addresseeEnd.test(name) && !/[省市州县区镇乡旗盟]$/u.test(name);
}
