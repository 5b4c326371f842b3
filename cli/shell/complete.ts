import type { Ontology } from "../../graph/schema/ontology.ts";
import type { Catalog, QueryParameter } from "../../queries/catalog.ts";
import type { Choice } from "../../queries/pickers.ts";
import { commandWords, quotedWord } from "./command-words.ts";
import { completeCypher } from "./complete-cypher.ts";
import { COMMANDS, SHELL_FORMATS } from "./session.ts";

/** What may stand in place of the `part` before the cursor. */
export interface Completion {
  readonly candidates: readonly string[];
  readonly part: string;
}

export interface CompletionSources {
  readonly catalog: Catalog;
  readonly ontology: Ontology;
  /** Names of the parameters that were set. */
  readonly parameters: readonly string[];
  /** What may be chosen for a parameter. */
  choices(parameter: QueryParameter): Promise<readonly Choice[]>;
}

const MOST = 100;
const TAKE_WORDS = new Set<string>([":run", ":show", ":param", ":format"]);

/** Completes the text before the cursor: `pending` are the lines of the statement before this one. */
export async function complete(pending: string, line: string, sources: CompletionSources): Promise<Completion> {
  const isCommand = pending === "" && /^\s*:/u.test(line);
  const { candidates, part } = isCommand
    ? await completeCommand(line, sources)
    : completeCypher(`${pending}\n${line}`, sources);
  const fitting = [...new Set(candidates)].filter((name) => name.startsWith(part)).sort();
  const last = fitting.at(-1);
  // The last stays among them, so that what all begin with is what all would begin with.
  return { part, candidates: fitting.length <= MOST || last === undefined ? fitting : [...fitting.slice(0, MOST), last] }; // biome-ignore format: one idea
}

async function completeCommand(line: string, sources: CompletionSources): Promise<Completion> {
  const part = /(?:[^\s"]|"(?:[^"\\]|\\.)*(?:"|$))*$/u.exec(line)?.[0] ?? "";
  const before = commandWords(line.slice(0, line.length - part.length));
  const [command, name] = before;
  const { catalog } = sources;
  if (command === undefined)
    return { candidates: COMMANDS.map((known) => (TAKE_WORDS.has(known) ? `${known} ` : known)), part };
  if (command === ":param") return await completePair(part, catalog.queries.flatMap(({ parameters }) => parameters), sources); // biome-ignore format: one idea
  if (command === ":run" && name !== undefined) {
    const query = catalog.queries.find((candidate) => candidate.name === name);
    return await completePair(part, query?.parameters ?? [], sources);
  }
  if (name !== undefined) return { candidates: [], part };
  if (command === ":run" || command === ":show")
    return { candidates: catalog.queries.map((query) => query.name), part };
  if (command === ":list") return { candidates: catalog.tags, part };
  return { candidates: command === ":format" ? SHELL_FORMATS : [], part };
}

/** `name=value`: first the names, then what there is to choose from; of a list the member at hand. */
async function completePair(
  part: string,
  parameters: readonly QueryParameter[],
  sources: CompletionSources,
): Promise<Completion> {
  const at = part.indexOf("=");
  if (at === -1) return { candidates: parameters.map(({ name }) => `${name}=`), part };
  const parameter = parameters.find(({ name }) => name === part.slice(0, at));
  if (parameter === undefined) return { candidates: [], part };
  const written = part.slice(at + 1);
  const value = parameter.type === "list" ? (/[^,，、;；]*$/u.exec(written)?.[0] ?? "") : written;
  if (parameter.type === "boolean") return { candidates: ["true", "false"], part: value };
  const choices = await sources.choices(parameter);
  return { candidates: choices.flatMap((choice) => wordsFor(choice, choices, parameter)), part: value };
}

/** A body or leader by name where no other has it; documents and tasks, whose titles are long, by their ids. */
function wordsFor({ value, label }: Choice, all: readonly Choice[], { type }: QueryParameter): string[] {
  const isName = type === "agency" || type === "leader";
  if (!isName || all.filter((other) => other.label === label).length > 1) return [quotedWord(value)];
  return [quotedWord(label), quotedWord(value)];
}
