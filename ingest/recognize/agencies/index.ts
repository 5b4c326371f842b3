import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { AgencySort } from "./agency-parse.ts";
import { type AgencyGrammar, createAgencyGrammar } from "./grammar.ts";
import { type AgencyMember, type AgencyRest, splitAgencies } from "./list.ts";

export type { AgencySort } from "./agency-parse.ts";
export type { AgencyMember, AgencyRest } from "./list.ts";

export interface AgencyList {
  readonly members: readonly AgencyMember[];
  /** Pieces between separators that are no bodies: 等, 按职责分工, damage. */
  readonly rest: readonly AgencyRest[];
}

/** AgencyRecognizer 机构识别: tells names of bodies from other words. Pure; safe on any text. */
export interface AgencyRecognizer {
  /** The longest name that begins exactly at `from` in running text. */
  match(text: string, from: number, limit?: number): { to: number; kind: AgencySort } | undefined;
  /** Whether a whole string is a name; with `fields`, also bare fields such as 财政. */
  accepts(name: string, options?: { fields?: boolean }): AgencySort | undefined;
  /** Whether a name says itself whose it is: it brings a place, is national or a group; 教育厅 leaves it to the name before. */
  standsAlone(name: string): boolean;
  /** Members of a list, as offsets into `text`. */
  splitList(text: string): AgencyList;
}

/** A little more than any name is long. */
const WINDOW = 96;

const recognizers = new WeakMap<Knowledge, AgencyRecognizer>();
const grammars = new WeakMap<Knowledge, AgencyGrammar>();

/** The grammar of names; built once for a `Knowledge`. */
export function agencyGrammar(knowledge: Knowledge): AgencyGrammar {
  let grammar = grammars.get(knowledge);
  if (grammar === undefined) {
    grammar = createAgencyGrammar(knowledge);
    grammars.set(knowledge, grammar);
  }
  return grammar;
}

export function createAgencyRecognizer(knowledge: Knowledge): AgencyRecognizer {
  let recognizer = recognizers.get(knowledge);
  if (recognizer === undefined) {
    recognizer = recognizerOf(agencyGrammar(knowledge));
    recognizers.set(knowledge, recognizer);
  }
  return recognizer;
}

function recognizerOf(grammar: AgencyGrammar): AgencyRecognizer {
  return {
    match(text, from, limit = text.length) {
      const window = grammar.fold(text.slice(from, Math.min(limit, from + WINDOW)));
      const [parse] = grammar.readings(window, 0);
      return parse === undefined ? undefined : { to: from + parse.to, kind: parse.sort };
    },
    accepts(name, options = {}) {
      const folded = grammar.fold(name);
      return grammar.readings(folded, 0, folded.length, options).find(({ to }) => to === folded.length)?.sort;
    },
    standsAlone(name) {
      const folded = grammar.fold(name);
      const whole = grammar
        .readings(folded, 0, folded.length, { fields: true })
        .filter(({ to }) => to === folded.length);
      return (
        whole.length === 0 ||
        whole.some(
          ({ place, national, sort, local }) =>
            place !== undefined || national !== undefined || local !== undefined || sort === "group",
        )
      );
    },
    splitList: (text) => splitAgencies(grammar, text),
  };
}
