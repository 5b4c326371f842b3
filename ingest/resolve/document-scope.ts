import type { Diagnostic } from "../../graph/model/diagnostic.ts";
import type { EdgeType, Properties, PropertyValue } from "../../graph/model/graph-data.ts";
import {
  agencyId,
  articleId,
  clauseId,
  type DocumentKey,
  documentId,
  IdRegister,
  leaderId,
  targetId,
  taskId,
  unresolvedAgencyId,
  unresolvedLeaderId,
} from "../../graph/model/ids.ts";
import type {
  AgencyRef,
  ArticleRef,
  Clause,
  DocumentReading,
  DocumentRef,
  Fact,
  PersonRef,
  Proof,
  Ref,
} from "../../graph/model/reading.ts";
import type { ResolvedFact } from "../../graph/model/resolved-fact.ts";
import { clauseAt } from "../segment/index.ts";
import type { AgencyResolver, Home } from "./agencies/index.ts";
import type { DocumentIndex } from "./documents/index.ts";
import type { NodeTable } from "./node-table.ts";

interface ScopeParts {
  readonly reading: DocumentReading;
  readonly index: number;
  readonly home: Home;
  readonly agencies: AgencyResolver;
  readonly documents: DocumentIndex;
  readonly table: NodeTable;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** One document of the corpus while its mentions get their ids: adds its nodes to the table and gives back its facts. */
export class DocumentScope {
  readonly #parts: ScopeParts;
  readonly #key: DocumentKey;
  readonly #facts: ResolvedFact[] = [];
  readonly #tasks: string[] = [];
  readonly #targets: string[] = [];
  readonly #unresolved = new Set<string>();

  constructor(parts: ScopeParts) {
    this.#parts = parts;
    this.#key = parts.documents.keyOfReading(parts.index);
  }

  resolve(): readonly ResolvedFact[] {
    this.#document();
    for (const clause of this.#parts.reading.tree.clauses) this.#clause(clause, documentId(this.#key));
    this.#tasksOf();
    this.#targetsOf();
    for (const fact of this.#parts.reading.facts) this.#fact(fact);
    return this.#facts;
  }

  #document(): void {
    const { reading, home, table } = this.#parts;
    const { masthead } = reading.tree;
    table.add(documentId(this.#key), "Document", {
      number: masthead.number?.text,
      title: masthead.title?.text,
      enclosedTitle: masthead.enclosedTitle?.text,
      kind: masthead.kind,
      issuers: masthead.issuers.map(({ text }) => this.#issuerName(text)),
      date: masthead.date?.iso,
      level: home.level,
      region: home.region,
      otherIds: this.#parts.documents.otherIds(this.#key),
      ingested: true,
      source: reading.source.name,
      sha256: reading.source.sha256,
    });
  }

  #clause(clause: Clause, parent: string): void {
    const { reading, table } = this.#parts;
    const { normalized } = reading;
    const { from, to } = normalized.toSource(clause.span);
    const id = table.add(clauseId(this.#key, clause.path), "Clause", {
      path: clause.path,
      kind: clause.kind,
      marker: clause.marker,
      heading: clause.heading,
      text: normalized.text.slice(clause.own.from, clause.own.to).trim(),
      depth: clause.depth,
      ordinal: clause.ordinal,
      from,
      to,
    });
    this.#push("HAS_CLAUSE", parent, id, {}, from);
    for (const child of clause.children) this.#clause(child, id);
  }

  #tasksOf(): void {
    const { reading, table } = this.#parts;
    const ids = new IdRegister();
    for (const task of reading.tasks) {
      const id = table.add(ids.take(taskId(this.#key, task.clause)), "Task", {
        title: task.title,
        text: reading.normalized.text.slice(task.span.from, task.span.to),
        kind: task.kind,
        deadline: task.deadline?.date,
        deadlineText: task.deadline?.text,
        deadlinePrecision: task.deadline?.precision,
        source: reading.source.name,
      });
      this.#tasks.push(id);
      this.#push("STATES", clauseId(this.#key, task.clause), id, {}, reading.normalized.toSource(task.span).from);
    }
  }

  #targetsOf(): void {
    const { reading, table } = this.#parts;
    const counts = new Map<string, number>();
    for (const target of reading.targets) {
      const count = (counts.get(target.clause) ?? 0) + 1;
      counts.set(target.clause, count);
      const { metric, value, comparator, year, baseline, text } = target;
      const id = table.add(targetId(this.#key, target.clause, count), "Target", {
        text,
        metric,
        value,
        comparator,
        year,
        baseline,
      });
      this.#targets.push(id);
      const owner = target.task === undefined ? undefined : this.#tasks[target.task];
      const proof: Proof = { span: target.span, quote: target.span, rule: "target", confidence: 0.85, inferred: false };
      this.#push("SETS", owner ?? clauseId(this.#key, target.clause), id, this.#evidence(proof), this.#offset(proof));
    }
  }

  #fact(fact: Fact): void {
    const source = this.#idOf(fact.subject);
    const target = this.#idOf(fact.object);
    if (source === undefined || target === undefined || source === target) return;
    const within =
      fact.subject.kind === "agency" && fact.subject.layer !== undefined
        ? this.#agencyName({ kind: "agency", surface: fact.subject.layer })
        : undefined;
    const properties = {
      ...fact.properties,
      ...(within === undefined ? {} : { within }),
      ...this.#evidence(fact.proof),
    };
    this.#push(fact.predicate, source, target, properties, this.#offset(fact.proof));
    if (fact.subject.kind === "person" && fact.predicate !== "SERVES_IN") this.#service(fact.subject, source, fact);
  }

  /** Whom a person serves 任职: the body that the label or the signature names. */
  #service(person: PersonRef, leader: string, fact: Fact): void {
    if (person.body === undefined) return;
    const body = this.#agency({ kind: "agency", surface: person.body });
    const post = fact.predicate === "SIGNED" ? "签发人" : String(fact.properties["roleText"] ?? "");
    const id = `${leader}|${body}|${post}`;
    if (this.#unresolved.has(id)) return;
    this.#unresolved.add(id);
    const inferred = fact.predicate === "SIGNED";
    this.#push(
      "SERVES_IN",
      leader,
      body,
      { post, ...this.#evidence({ ...fact.proof, inferred, confidence: 0.8 }) },
      this.#offset(fact.proof),
    );
  }

  #idOf(ref: Ref): string | undefined {
    switch (ref.kind) {
      case "self":
        return documentId(this.#key);
      case "clause":
        return clauseId(this.#key, ref.path);
      case "task":
        return this.#tasks[ref.index];
      case "target":
        return this.#targets[ref.index];
      case "agency":
        return this.#agency(ref);
      case "person":
        return this.#leader(ref);
      case "document":
        return this.#cited(ref);
      default:
        return this.#article(ref);
    }
  }

  #agency(ref: AgencyRef): string {
    const { agencies, home, table } = this.#parts;
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
  #issuerName(surface: string): string {
    const { agencies, home } = this.#parts;
    const found = agencies.resolve(surface, home, {});
    const leftOut = found.region !== undefined && !surface.startsWith(found.name.slice(0, 2));
    const isCentral = found.level === "central" || /^(?:国家|中国|中央|全国)/u.test(surface);
    return leftOut && !isCentral ? found.name : surface.replace(/\s/gu, "");
  }

  #agencyName(ref: AgencyRef): string {
    const { agencies, home } = this.#parts;
    return agencies.resolve(ref.surface, home, {}).name;
  }

  #reportUnresolved(surface: string): void {
    if (this.#unresolved.has(surface)) return;
    this.#unresolved.add(surface);
    this.#parts.report({
      code: "agency-unresolved",
      severity: "info",
      message: `单位“${surface}”没有唯一的全称，未归并`,
      english: `“${surface}” has no single full name and was merged with no body`,
    });
  }

  #leader(ref: PersonRef): string {
    const body = ref.body === undefined ? undefined : this.#agencyName({ kind: "agency", surface: ref.body });
    const id = body === undefined ? unresolvedLeaderId(this.#key, ref.name) : leaderId(body, ref.name);
    return this.#parts.table.add(id, "Leader", { name: ref.name });
  }

  #cited(ref: DocumentRef): string {
    const { documents, index, table } = this.#parts;
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

  #article(ref: ArticleRef): string {
    const { documents, index, table } = this.#parts;
    const document = this.#cited(ref.document);
    const { key } = documents.resolve(ref.document, index);
    const id = articleId(key, ref.article, ref.paragraph, ref.item);
    if (!table.has(id)) {
      const label = `第${ref.article}条${ref.paragraph === undefined ? "" : `第${ref.paragraph}款`}${ref.item === undefined ? "" : `第${ref.item}项`}`;
      table.add(id, "Article", { number: ref.article, paragraph: ref.paragraph, item: ref.item, label });
      this.#push("PART_OF", id, document, {}, 0);
    }
    return id;
  }

  #offset(proof: Proof): number {
    return this.#parts.reading.normalized.toSource(proof.span).from;
  }

  #evidence(proof: Proof): Properties {
    const { normalized, tree } = this.#parts.reading;
    const { from, to } = normalized.toSource(proof.span);
    const cue = proof.cue === undefined ? undefined : normalized.toSource(proof.cue);
    const clause = clauseAt(tree, proof.span.from);
    const evidence: Record<string, PropertyValue> = {
      doc: documentId(this.#key),
      ...(clause === undefined ? {} : { clause: clauseId(this.#key, clause.path) }),
      from,
      to,
      quote: normalized.text.slice(proof.quote.from, proof.quote.to).trim(),
      rule: proof.rule,
      confidence: proof.confidence,
      inferred: proof.inferred,
    };
    return cue === undefined ? evidence : { ...evidence, cueFrom: cue.from, cueTo: cue.to };
  }

  #push(type: EdgeType, source: string, target: string, properties: Properties, offset: number): void {
    this.#facts.push({ type, source, target, properties, order: [this.#parts.index, offset] });
  }
}
