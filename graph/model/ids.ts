/**
 * Ids 标识: readable, derived from content, stable across rebuilds and machines (ONTOLOGY.md, "Nodes").
 * `#`, `/` and `~` that belong to a name are written full-width so that the parts of an id stay apart.
 */
const FULL_WIDTH: Readonly<Record<string, string>> = { "#": "＃", "/": "／", "~": "～" };

export const escapeName = (name: string): string => name.replace(/[#/~]/gu, (char) => FULL_WIDTH[char] ?? char);

/** What stands in a document's id after `doc/`: number, 《title》, place/《title》 or sha256-…; already escaped. */
export type DocumentKey = string;

export const documentKey = {
  ofNumber: (number: string): DocumentKey => escapeName(number),
  ofTitle: (title: string, place?: string): DocumentKey =>
    place === undefined ? `《${escapeName(title)}》` : `${escapeName(place)}/《${escapeName(title)}》`,
  ofHash: (sha256: string): DocumentKey => `sha256-${sha256.slice(0, 12)}`,
};

export const documentId = (key: DocumentKey): string => `doc/${key}`;
export const clauseId = (key: DocumentKey, path: string): string => `clause/${key}#${path}`;
export const taskId = (key: DocumentKey, path: string): string => `task/${key}#${path}`;
export const targetId = (key: DocumentKey, path: string, ordinal: number): string => `target/${key}#${path}~${ordinal}`;

/** An article, with paragraph and item where given: `article/沪委发〔2018〕6号#13.2.3`. */
export const articleId = (key: DocumentKey, article: number, paragraph?: number, item?: number): string =>
  `article/${key}#${[article, paragraph, item].filter((part) => part !== undefined).join(".")}`;

export const agencyId = (name: string): string => `agency/${escapeName(name)}`;
export const unresolvedAgencyId = (key: DocumentKey, mention: string): string =>
  `agency/?${key}/${escapeName(mention)}`;
export const leaderId = (body: string, name: string): string => `leader/${escapeName(body)}/${escapeName(name)}`;
export const unresolvedLeaderId = (key: DocumentKey, name: string): string => `leader/?${key}/${escapeName(name)}`;

/** Gives `id`, then `id~2`, `id~3` … in the order of the calls. */
export class IdRegister {
  readonly #seen = new Map<string, number>();

  take(id: string): string {
    const count = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}
