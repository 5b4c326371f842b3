import { placesAt } from "./place.ts";
import { ahead, type Scan } from "./scan.ts";
import { type Shape, shapesAt } from "./shape.ts";

/** Heads of groups and committees with their place: always the beginning of a body. */
const CERTAIN = /^(各|有关|相关|其他|会同|市委|省委|区委|县委)/u;

/** True where a body with a place, or one that the gazetteers know, begins: the name before it has ended. */
export function beginsBody(scan: Scan, at: number): boolean {
  if (beginsCertainly(scan, at)) return true;
  const { lexicon, text, limit } = scan;
  const form = lexicon.forms.longest(text, at, limit);
  if (form === undefined || form.value.needsPlace || form.value.internal || form.value.field) return false;
  return form.value.kind === "government" && /[局委厅]$|委员会$/u.test(text.slice(at, form.to));
}

/** The same without offices that bring no place: 经济部|工业局 is an office of the ministry. */
export function beginsCertainly(scan: Scan, at: number): boolean {
  const { lexicon, groups, text, limit } = scan;
  if (lexicon.national.longest(text, at, limit) !== undefined || CERTAIN.test(ahead(scan, at, 2))) return true;
  if ((groups.whole.longest(text, at, limit)?.to ?? at) - at > 3) return true;
  for (const place of placesAt(lexicon, text, at, limit)) {
    if (place.weak) continue;
    if (lexicon.forms.longest(text, place.to, limit) !== undefined) return true;
    if (place.relative !== undefined && lexicon.stems.longest(text, place.to, limit) !== undefined) return true;
  }
  return false;
}

/** Runs from `at` that have the shape of a name; `follows` where a place or a body stands before them. */
export const shapesIn = (scan: Scan, at: number, follows: boolean): Shape[] =>
  shapesAt(
    scan.lexicon,
    scan.text,
    at,
    scan.limit,
    (next) => beginsBody(scan, next),
    (next) => beginsPlacedOffice(scan, next),
    { follows },
  );

/** 省发展改革委, 市财政局: the word of a division and an office. */
function beginsPlacedOffice({ lexicon, text, limit }: Scan, at: number): boolean {
  if (!/[省市县区]/u.test(text.charAt(at))) return false;
  const form = lexicon.forms.longest(text, at + 1, limit);
  return form !== undefined && form.to - at > 3 && /[局委厅部]$|委员会$|政府$/u.test(text.slice(at, form.to));
}
