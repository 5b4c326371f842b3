import type { Fact, NormalizedText } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Lexicon, lexiconOf } from "../../recognize/lexicon.ts";

const PLACE = /(?:常务)?副?(?:组\s?长|总指挥|指挥长|召集人|主任委员)|成\s?员|组\s?员/u;
const LABEL = new RegExp(`(?<place>${PLACE.source})\\s?[：:]`, "gu");
const LONGEST = 3000;

/**
 * Rosters 名单: 组长：王某某 市政府副市长 … 成员：…. Each person serves in the body behind the name, in the post behind that
 * (ONTOLOGY.md, SERVES_IN). Two places at least make a roster. A roster gives posts, not tasks (ANNOTATION rule 6).
 */
export function extractRosters(normalized: NormalizedText, knowledge: Knowledge): Fact[] {
  const { text } = normalized;
  const labels = [...text.matchAll(LABEL)];
  if (labels.length < 2) return [];
  const lexicon = lexiconOf(knowledge);
  return labels.flatMap((label, i) => {
    const from = label.index + label[0].length;
    const end = text.slice(from, from + LONGEST).search(/。|\n[一二三四五六七八九十]、/u);
    const to = Math.min(labels[i + 1]?.index ?? text.length, end < 0 ? from + LONGEST : from + end);
    return entriesIn(text, { from, to }, lexicon).map((entry) =>
      serviceOf(entry, { from: label.index, to: label.index + (label.groups?.["place"]?.length ?? 0) }),
    );
  });
}

interface Entry {
  readonly person: CleanSpan;
  readonly name: string;
  readonly body: string;
  readonly post: string;
  readonly to: number;
}

/** Name, body, post, one after the other, with spaces between them or without: 李国强市财政局局长. */
function entriesIn(text: string, region: CleanSpan, lexicon: Lexicon): Entry[] {
  const entries: Entry[] = [];
  for (let at = region.from; at < region.to; ) {
    const entry = entryAt(text, at, region.to, lexicon);
    if (entry !== undefined) entries.push(entry);
    at = entry?.to ?? nextPiece(text, at);
    while (at < region.to && SEPARATOR.test(text.charAt(at))) at++;
  }
  return entries;
}

const SEPARATOR = /[\s、；;，,]/u;

function nextPiece(text: string, from: number): number {
  let at = from;
  while (at < text.length && !SEPARATOR.test(text.charAt(at))) at++;
  return at;
}

const POST =
  /^.{0,10}?(?:书记|市长|县长|区长|镇长|乡长|局长|主任|主席|部长|处长|科长|院长|校长|秘书长|委员|经理|董事长|厅长|队长|站长|所长|行长|总工程师|调研员|巡视员)/u;

function entryAt(text: string, from: number, to: number, { persons, agencies }: Lexicon): Entry | undefined {
  // 区财政金融局 is a body, whatever surname it begins with; a name with a body glued to it is no known one.
  if (agencies.match(text, from, to)?.kind === "known") return undefined;
  let best: { entry: Entry; weight: number } | undefined;
  for (const length of [3, 2, 4]) {
    const name = persons.in(text.slice(from, from + length));
    if (name === undefined || name.name.length !== length) continue;
    const bodyFrom = from + length + (text.charAt(from + length) === " " ? 1 : 0);
    const body = agencies.match(text, bodyFrom, to);
    if (body === undefined) continue;
    const post = POST.exec(text.slice(body.to, Math.min(to, nextPiece(text, body.to))))?.[0];
    if (post === undefined) continue;
    const person = { from, to: from + length };
    const entry = { person, name: name.name, body: text.slice(bodyFrom, body.to), post, to: body.to + post.length };
    // 周明市民政局: a known body, then the longer one, is the right one.
    const weight = entry.body.length + (body.kind === "known" ? LONGEST : 0);
    if (weight > (best?.weight ?? 0)) best = { entry, weight };
  }
  return best?.entry;
}

const serviceOf = ({ person, name, body, post, to }: Entry, cue: CleanSpan): Fact => ({
  predicate: "SERVES_IN",
  subject: { kind: "person", name, body },
  object: { kind: "agency", surface: body },
  properties: { post, mention: name },
  proof: { span: person, cue, quote: { from: person.from, to }, rule: "roster", confidence: 0.85, inferred: false },
});
