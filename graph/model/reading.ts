import type { Diagnostic } from "./diagnostic.ts";
import type { EdgeType, Properties } from "./graph-data.ts";
import type { CleanSpan, Span } from "./span.ts";

/** SourceText 原文: a decoded document. `text` has no byte-order mark and is otherwise as it was in the file. */
export interface SourceText {
  /** File name without folder, NFC. */
  readonly name: string;
  /** Of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly text: string;
}

/** Edit 修订: one repair of the normaliser, in offsets of the source text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
  readonly rule: string;
}

/** NormalizedText 净文: paragraphs separated by one line feed, noise repaired; every character knows its source. */
export interface NormalizedText {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Where the cleaned range stands in the source; exact on untouched text, the whole extent where a run was collapsed. */
  toSource(span: CleanSpan): Span;
}

/**
 * Clause 条款: `item` (numbered) and `heading` (its own words) count as clauses; `container` and `preamble` hold text
 * that is none (标题, 通知/前言, 前言, 正文, 附件1, 附件1/前言).
 */
export interface Clause {
  readonly kind: "item" | "heading" | "container" | "preamble";
  /** As printed, cleaned: 一、 · （一） · 1. · 一是; empty where there is none. */
  readonly marker: string;
  /** Position among its siblings, from 1. */
  readonly ordinal: number;
  /** Markers from the top: 二/（一）/1; with 附件N/ or 正文/ where ONTOLOGY.md says so. Unique in the document (`~2`…). */
  readonly path: string;
  /** The heading's words without marker and closing stop; for a run-in heading the first sentence. */
  readonly heading: string;
  /** Whole extent with children, in normalised text. */
  readonly span: CleanSpan;
  /** From the marker to where the first child begins (or the end). */
  readonly own: CleanSpan;
  readonly depth: number;
  readonly children: readonly Clause[];
}

/** A piece of the masthead with where it stands. */
export interface Located {
  readonly text: string;
  readonly span: CleanSpan;
}

/** Masthead 版头与版记: what a document says of itself (GB/T 9704-2012); lists are empty where nothing is stated. */
export interface Masthead {
  /** 发文字号, normalised: 沪工总发〔2018〕22号. */
  readonly number?: Located;
  readonly title?: Located;
  /** Title of the 方案/意见 that a 通知 issues, without 《》. */
  readonly enclosedTitle?: Located;
  /** 通知, 意见, 方案, 要点, 函, 条例 …: of the outermost document. */
  readonly kind?: string;
  /** Surface forms as printed, cleaned; resolved to full names later. */
  readonly issuers: readonly Located[];
  readonly signer?: Located;
  /** ISO with its precision: 2018, 2018-12, 2018-12-13. */
  readonly date?: { readonly iso: string; readonly span: CleanSpan };
  readonly addressees: readonly Located[];
  readonly copies: readonly Located[];
}

export interface ClauseTree {
  readonly masthead: Masthead;
  /** Top level, in text order; containers hold their children. */
  readonly clauses: readonly Clause[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A body as the text names it; `layer` is the organisation a label names (市总 in 市总牵头部门). */
export interface AgencyRef {
  readonly kind: "agency";
  readonly surface: string;
  readonly layer?: string;
  /** The member before it in its list, whose prefix it may inherit. */
  readonly previous?: string;
}

export interface PersonRef {
  readonly kind: "person";
  readonly name: string;
  /** Surface form of the body the person serves in, where stated. */
  readonly body?: string;
}

/** A policy document as a text cites it; number normalised, title without 《》. */
export interface DocumentRef {
  readonly kind: "document";
  readonly number?: string;
  readonly title?: string;
  /** Words before the title that name its issuer or place (surface form). */
  readonly issuer?: string;
}

export interface ArticleRef {
  readonly kind: "article";
  readonly document: DocumentRef;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** The document being read, one of its clauses (by path), tasks or targets (by their place in the reading's lists). */
export type LocalRef =
  | { readonly kind: "self" }
  | { readonly kind: "clause"; readonly path: string }
  | { readonly kind: "task"; readonly index: number }
  | { readonly kind: "target"; readonly index: number };

export type Ref = AgencyRef | PersonRef | DocumentRef | ArticleRef | LocalRef;

/** Where a fact was read; offsets of the normalised text, turned into evidence when the graph is assembled. */
export interface Proof {
  readonly span: CleanSpan;
  readonly cue?: CleanSpan;
  readonly quote: CleanSpan;
  readonly rule: string;
  readonly confidence: number;
  readonly inferred: boolean;
}

/** Fact 事实: subject –predicate→ object with its proof; own properties of the edge (roleText, mention, rank …) aside. */
export interface Fact {
  readonly predicate: EdgeType;
  readonly subject: Ref;
  readonly object: Ref;
  readonly properties: Properties;
  readonly proof: Proof;
}

/** Task 任务 as read: where it stands and what it says. `clause` is the path of the clause that states it. */
export interface TaskReading {
  readonly clause: string;
  readonly title: string;
  readonly span: CleanSpan;
  /** The list's own name (牵头或负责任务), 时限事项 for a dated imperative that names no body; else absent. */
  readonly kind?: string;
  readonly deadline?: Deadline;
}

/** Deadline 时限: the words, and the last day allowed where they give one. */
export interface Deadline {
  readonly text: string;
  readonly span: CleanSpan;
  /** ISO day; absent for 全年, 长期, 每月. */
  readonly date?: string;
  readonly precision?: "day" | "month" | "quarter" | "year";
}

/** Target 指标 as read; `owner` is the task it belongs to or else the path of its clause. */
export interface TargetReading {
  readonly clause: string;
  readonly task?: number;
  readonly text: string;
  readonly span: CleanSpan;
  readonly metric?: string;
  readonly value?: string;
  readonly comparator?: string;
  readonly year?: string;
  readonly baseline?: string;
}

/** DocumentReading 文件读取结果: all that one document says, before anything is resolved across documents. Pure, cacheable. */
export interface DocumentReading {
  readonly source: SourceText;
  readonly normalized: NormalizedText;
  readonly tree: ClauseTree;
  readonly tasks: readonly TaskReading[];
  readonly targets: readonly TargetReading[];
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
}
