import type { AgencyParse } from "./agency-parse.ts";
import { type Form, plainForm } from "./lexicon.ts";
import type { Place } from "./place.ts";
import { ahead, endsAt, type Scan } from "./scan.ts";
import { withTails } from "./tails.ts";

/** Rank words that may end joined stems, and what shows that they are another word. */
const RANK = /^(委员会|管理局|局|厅|办公室|委|办|服务中心)(?!员|长|派|托|法|理|公)/u;
const FULL_RANK: Readonly<Record<string, string>> = { 委: "委员会", 办: "办公室" };
const MOST_JOINED = 3;

/** Forms of the lexicon and joined stems that begin at `at`, after `place` where there is one. */
export function formsAt(scan: Scan, from: number, at: number, place?: Place): AgencyParse[] {
  const { lexicon, text, limit, options } = scan;
  const found: AgencyParse[] = [];
  const common = { from, ...(place === undefined ? {} : { place }) };
  for (const { to, value: form } of lexicon.forms.all(text, at, limit)) {
    if ((form.needsPlace && place === undefined) || !endsAt(scan, at, to)) continue;
    const sort = form.field && place === undefined ? "group" : "known";
    const parse: AgencyParse = { ...common, to, sort, form, headTo: to };
    found.push(...(form.owner ? withTails(scan, parse) : [parse]));
  }
  if (options.fields === true) {
    for (const { to, value: form } of lexicon.fields.all(text, at, limit)) {
      found.push({ ...common, to, sort: "known", form, headTo: to });
    }
  }
  const joined = joinedStems(scan, at);
  if (joined !== undefined) {
    found.push(...withTails(scan, { ...common, to: joined.to, sort: "known", form: joined.form, headTo: joined.to }));
  }
  return found;
}

/** 农业农村和水务局, 财政金融局: stems joined, then a rank; the longest. */
function joinedStems(scan: Scan, at: number): { to: number; form: Form } | undefined {
  let best: { to: number; form: Form } | undefined;
  const walk = (from: number, official: string, depth: number): void => {
    for (const { to, value: stem } of scan.lexicon.stems.all(scan.text, from, scan.limit)) {
      const name = official + stem;
      const rank = RANK.exec(ahead(scan, to, 8))?.[0];
      if (rank !== undefined && depth > 0 && (best === undefined || to + rank.length > best.to)) {
        const form = plainForm(`{place}${name}${FULL_RANK[rank] ?? rank}`, "government");
        best = { to: to + rank.length, form };
      }
      if (depth >= MOST_JOINED) continue;
      walk(to, name, depth + 1);
      const conjunction = /^[和与]/u.exec(ahead(scan, to, 1))?.[0];
      if (conjunction !== undefined) walk(to + 1, name + conjunction, depth + 1);
    }
  };
  walk(at, "", 0);
  return best;
}
