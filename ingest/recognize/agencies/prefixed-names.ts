import type { AgencyParse } from "./agency-parse.ts";
import { formsAt } from "./forms.ts";
import { type Form, plainForm } from "./lexicon.ts";
import { placesAt } from "./place.ts";
import { ahead, endsAt, type Scan } from "./scan.ts";
import { withTails } from "./tails.ts";

const YOUTH_LEAGUE = plainForm("共青团{place}委员会", "massOrganization");
const PREFIXES = ["中国共产主义青年团", "共青团", "团", "中国共产党", "中共", "武警", "中国人民政治协商会议", "政协"];

/** Bodies whose own word stands before the place: 团市委, 共青团上海市委, 武警江西总队, 中共攀枝花市委. */
export function prefixedNames(scan: Scan, from: number): AgencyParse[] {
  const found: AgencyParse[] = [];
  for (const prefix of PREFIXES) {
    if (!scan.text.startsWith(prefix, from)) continue;
    for (const place of placesAt(scan.lexicon, scan.text, from + prefix.length, scan.limit)) {
      const own = ownForm(scan, prefix, place.to);
      if (own === "of the place") {
        found.push(...formsAt(scan, from, place.to, place).map((parse) => ({ ...parse, prefix })));
      } else if (own !== undefined && endsAt(scan, from, own.to)) {
        const { to, form } = own;
        found.push(...withTails(scan, { from, to, sort: "known", place, form, headTo: to, prefix }));
      }
    }
  }
  return found;
}

/** The form that a prefix brings, and where it ends; party committees have the forms of the place. */
function ownForm(scan: Scan, prefix: string, at: number): { to: number; form: Form } | "of the place" | undefined {
  const rest = ahead(scan, at, 8);
  const made = (word: string | undefined, form: Form | undefined): { to: number; form: Form } | undefined =>
    word === undefined || form === undefined ? undefined : { to: at + word.length, form };
  if (prefix.endsWith("团")) return made(/^(委员会|工委|委)(?!托|派|任)/u.exec(rest)?.[0], YOUTH_LEAGUE);
  if (prefix === "武警") {
    const word = /^(总队|支队|大队|中队)/u.exec(rest)?.[0];
    return made(word, plainForm(`武警{place}${word ?? ""}`, "department"));
  }
  if (prefix === "政协" || prefix.endsWith("会议"))
    return made(/^委员会/u.exec(rest)?.[0], scan.lexicon.forms.get("政协"));
  return "of the place";
}
