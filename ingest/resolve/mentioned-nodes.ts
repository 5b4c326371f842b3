import type { Diagnostic } from "../../graph/model/diagnostic.ts";
import {
  agencyId,
  articleId,
  type DocumentKey,
  documentId,
  leaderId,
  unresolvedAgencyId,
  unresolvedLeaderId,
} from "../../graph/model/ids.ts";
import type { AgencyRef, ArticleRef, DocumentRef, PersonRef } from "../../graph/model/reading.ts";
import type { AgencyResolver, Home } from "./agencies/index.ts";
import type { DocumentIndex } from "./documents/index.ts";
import type { NodeTable } from "./node-table.ts";

/** What the mentions of one document are resolved with. */
export interface MentionScope {
  /** Which document of the corpus it is. */
  readonly index: number;
  readonly home: Home;
  readonly agencies: AgencyResolver;
  readonly documents: DocumentIndex;
  readonly table: NodeTable;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * Nodes of what a document mentions 提及之物: bodies, persons, documents and articles get their ids, and are added to the
 * table. An article is part of its document; `partOf` is told so once.
 */
export class MentionedNodes {
  readonly #scope: MentionScope;
  readonly #key: DocumentKey;
  readonly #partOf: (article: string, document: string) => void;
  readonly #reported = new Set<string>();

  constructor(scope: MentionScope, key: DocumentKey, partOf: (article: string, document: string) => void) {
    this.#scope = scope;
    this.#key = key;
    this.#partOf = partOf;
  }

  agency(ref: AgencyRef): string {
    const { agencies, home, table } = this.#scope;
    const { surface, layer, previous } = ref;
    const found = agencies.resolve(surface, home, {
      ...(layer === undefined ? {} : { layer }),
      ...(previous === undefined ? {} : { previous }),
    });
    if (!found.resolved) this.#reportUnresolved(surface);
    const id = found.resolved ? agencyId(found.name) : unresolvedAgencyId(this.#key, surface);
    return table.add(id, "Agency", {
      name: found.name,
      shortName: found.shortName,
      aliases: surface === found.name ? [...found.aliases] : [...found.aliases, surface],
      kind: found.kind,
      level: found.level,
      region: found.region,
      resolved: found.resolved,
    });
  }

  /** As the document signs (国家发展改革委); with its place where the words leave that to the reader (省财政厅). */
  issuerName(surface: string): string {
    const { agencies, home } = this.#scope;
    const found = agencies.resolve(surface, home, {});
    const leftOut = found.region !== undefined && !surface.startsWith(found.name.slice(0, 2));
    const isCentral = found.level === "central" || agencies.isNational(surface);
    return leftOut && !isCentral ? found.name : surface.replace(/\s/gu, "");
  }

  agencyName(surface: string): string {
    const { agencies, home } = this.#scope;
    return agencies.resolve(surface, home, {}).name;
  }

  #reportUnresolved(surface: string): void {
    if (this.#reported.has(surface)) return;
    this.#reported.add(surface);
    this.#scope.report({
      code: "agency-unresolved",
      severity: "info",
      message: `单位“${surface}”没有唯一的全称，未归并`,
      english: `“${surface}” has no single full name and was merged with no body`,
    });
  }

  leader(ref: PersonRef): string {
    const body = ref.body === undefined ? undefined : this.agencyName(ref.body);
    const id = body === undefined ? unresolvedLeaderId(this.#key, ref.name) : leaderId(body, ref.name);
    return this.#scope.table.add(id, "Leader", { name: ref.name });
  }

  cited(ref: DocumentRef): string {
    const { documents, index, table } = this.#scope;
    const { key, number, title, kind, level, issuers } = documents.resolve(ref, index);
    const id = documentId(key);
    if (!table.has(id) || table.property(id, "ingested") !== true) {
      table.add(id, "Document", {
        number,
        title,
        kind,
        level,
        issuers: issuers ?? [],
        otherIds: documents.otherIds(key),
        ingested: documents.isIngested(key),
      });
    }
    return id;
  }

  article(ref: ArticleRef): string {
    const { documents, index, table } = this.#scope;
    const document = this.cited(ref.document);
    const { key } = documents.resolve(ref.document, index);
    const id = articleId(key, ref.article, ref.paragraph, ref.item);
    if (!table.has(id)) {
      const label = `第${ref.article}条${ref.paragraph === undefined ? "" : `第${ref.paragraph}款`}${ref.item === undefined ? "" : `第${ref.item}项`}`;
      table.add(id, "Article", { number: ref.article, paragraph: ref.paragraph, item: ref.item, label });
      this.#partOf(id, document);
    }
    return id;
  }
}
