import type { EdgeType, Properties, PropertyValue } from "../../graph/model/graph-data.ts";
import { clauseId, type DocumentKey, documentId, IdRegister, targetId, taskId } from "../../graph/model/ids.ts";
import type { Clause, DocumentReading, Fact, PersonRef, Proof, Ref } from "../../graph/model/reading.ts";
import type { ResolvedFact } from "../../graph/model/resolved-fact.ts";
import { clauseAt } from "../segment/index.ts";
import { MentionedNodes, type MentionScope } from "./mentioned-nodes.ts";

interface ScopeParts extends MentionScope {
  readonly reading: DocumentReading;
}

/** One document of the corpus while its mentions get their ids: adds its nodes to the table and gives back its facts. */
export class DocumentScope {
  readonly #parts: ScopeParts;
  readonly #key: DocumentKey;
  readonly #facts: ResolvedFact[] = [];
  readonly #tasks: string[] = [];
  readonly #targets: string[] = [];
  readonly #services = new Set<string>();
  readonly #mentioned: MentionedNodes;

  constructor(parts: ScopeParts) {
    this.#parts = parts;
    this.#key = parts.documents.keyOfReading(parts.index);
    this.#mentioned = new MentionedNodes(parts, this.#key, (article, document) => {
      this.#push("PART_OF", article, document, {}, 0);
    });
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
      issuers: masthead.issuers.map(({ text }) => this.#mentioned.issuerName(text)),
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
        ? this.#mentioned.agencyName(fact.subject.layer)
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
    const body = this.#mentioned.agency({ kind: "agency", surface: person.body });
    const post = fact.predicate === "SIGNED" ? "签发人" : String(fact.properties["roleText"] ?? "");
    const id = `${leader}|${body}|${post}`;
    if (this.#services.has(id)) return;
    this.#services.add(id);
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
        return this.#mentioned.agency(ref);
      case "person":
        return this.#mentioned.leader(ref);
      case "document":
        return this.#mentioned.cited(ref);
      default:
        return this.#mentioned.article(ref);
    }
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
