import type {
  Clause,
  ClauseTree,
  DocumentReading,
  Fact,
  Located,
  NormalizedText,
  Ref,
  TargetReading,
  TaskReading,
} from "../../graph/model/reading.ts";
import type { CleanSpan } from "../../graph/model/span.ts";

/** Gives words that were read in simplified characters as they stand in the text: looked for in `places`, then anywhere. */
type Give = (words: string, ...places: readonly CleanSpan[]) => string;

/**
 * As printed 还原原文字形: a document in traditional characters is read in its simplified form, which has the same
 * offsets; what the reading quotes of it is given back in the characters of the document. Markers and paths stay.
 */
export function asPrinted(reading: DocumentReading, form: string): DocumentReading {
  const { normalized, tree, source } = reading;
  const original = originalOf(normalized, source.text, form);
  const elsewhere = new Map<string, string>();
  const anywhere = (words: string): string => {
    const seen = elsewhere.get(words);
    if (seen !== undefined) return seen;
    const at = normalized.text.indexOf(words);
    const given = at === -1 ? words : original.slice(at, at + words.length);
    elsewhere.set(words, given);
    return given;
  };
  const give: Give = (words, ...places) => {
    for (const { from, to } of places) {
      const at = normalized.text.slice(from, to).indexOf(words);
      if (at !== -1) return original.slice(from + at, from + at + words.length);
    }
    const [place] = places;
    return (place === undefined ? undefined : loosely(words, normalized.text, original, place)) ?? anywhere(words);
  };
  return {
    ...reading,
    normalized: { ...normalized, text: original },
    tree: treeIn(tree, give),
    tasks: reading.tasks.map((task) => taskIn(task, give)),
    targets: reading.targets.map((target) => targetIn(target, give)),
    facts: reading.facts.map((fact) => factIn(fact, give)),
  };
}

/** Words that a cleaned title or number keeps without the breaks and with other brackets than the text. */
function loosely(words: string, text: string, original: string, { from, to }: CleanSpan): string | undefined {
  let at = from;
  let given = "";
  for (const char of words) {
    const isBracket = "〔〕".includes(char);
    while (at < to && text.charAt(at) !== char && /[\s第]/u.test(text.charAt(at))) at++;
    if (at >= to || (!isBracket && text.charAt(at) !== char)) return undefined;
    given += isBracket ? char : original.charAt(at);
    at++;
  }
  return given;
}

const LONGEST_RUN = 400;

/** The normalised text in the characters of the source; what a repair put in stays. */
function originalOf(normalized: NormalizedText, source: string, form: string): string {
  const { text } = normalized;
  let original = "";
  for (let at = 0; at < text.length; at += 1) {
    const { from, to } = normalized.toSource({ from: at, to: at + 1 });
    // A repair that collapsed a run (fourfold print) stands for the first of its kind there.
    const printed = form.slice(from, Math.min(to, from + LONGEST_RUN)).indexOf(text.charAt(at));
    original += printed === -1 ? text.charAt(at) : source.charAt(from + printed);
  }
  return original;
}

const locatedIn = ({ text, span }: Located, give: Give): Located => ({ text: give(text, span), span });

function treeIn(tree: ClauseTree, give: Give): ClauseTree {
  const { masthead } = tree;
  const one = <Name extends "number" | "title" | "enclosedTitle" | "signer">(
    name: Name,
  ): Partial<Record<Name, Located>> =>
    masthead[name] === undefined ? {} : ({ [name]: locatedIn(masthead[name], give) } as Record<Name, Located>);
  const clauseIn = (clause: Clause): Clause => ({
    ...clause,
    heading: give(clause.heading, clause.own),
    children: clause.children.map(clauseIn),
  });
  return {
    ...tree,
    masthead: {
      ...masthead,
      ...one("number"),
      ...one("title"),
      ...one("enclosedTitle"),
      ...one("signer"),
      issuers: masthead.issuers.map((issuer) => locatedIn(issuer, give)),
      addressees: masthead.addressees.map((addressee) => locatedIn(addressee, give)),
      copies: masthead.copies.map((copy) => locatedIn(copy, give)),
    },
    clauses: tree.clauses.map(clauseIn),
  };
}

const taskIn = (task: TaskReading, give: Give): TaskReading => ({
  ...task,
  title: give(task.title, task.span),
  ...(task.deadline === undefined
    ? {}
    : { deadline: { ...task.deadline, text: give(task.deadline.text, task.deadline.span) } }),
});

const targetIn = (target: TargetReading, give: Give): TargetReading => ({
  ...target,
  text: give(target.text, target.span),
  ...(target.metric === undefined ? {} : { metric: give(target.metric, target.span) }),
  ...(target.baseline === undefined ? {} : { baseline: give(target.baseline, target.span) }),
});

function factIn(fact: Fact, give: Give): Fact {
  const { span, cue, quote } = fact.proof;
  const places = [span, ...(cue === undefined ? [] : [cue]), quote];
  const here: Give = (words) => give(words, ...places);
  const properties = Object.entries(fact.properties).map(([name, value]) => [
    name,
    typeof value === "string" ? here(value) : value,
  ]);
  return {
    ...fact,
    subject: refIn(fact.subject, here),
    object: refIn(fact.object, here),
    properties: Object.fromEntries(properties) as Fact["properties"],
  };
}

function refIn<R extends Ref>(ref: R, give: Give): R {
  const words = Object.entries(ref).map(([name, value]: [string, unknown]) => {
    if (name === "document") return [name, refIn(value as Ref, give)];
    const isWords = typeof value === "string" && name !== "kind" && name !== "path";
    return [name, isWords ? give(value) : value];
  });
  return Object.fromEntries(words) as R;
}
