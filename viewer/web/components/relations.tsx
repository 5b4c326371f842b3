import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { EdgeData, EdgeType } from "../../../graph/model/graph-data.ts";
import type { Thing } from "../data/network.ts";
import { RELATIONS } from "../state/kinds.ts";
import { words } from "../state/language.ts";
import { hoveredId, network, read, reading, select } from "../state/session.ts";
import { Icon } from "./icon.tsx";
import { LineSample, Mark } from "./mark.tsx";
import { Proof } from "./proof.tsx";
import { subtitleOf } from "./subtitle.ts";

interface Related {
  readonly edge: EdgeData;
  readonly other: Thing;
}

interface Group {
  readonly type: EdgeType;
  /** 0 where the thing is the source, 1 where it is the target. */
  readonly end: 0 | 1;
  readonly related: readonly Related[];
}

/** Relations 关系 of a thing, by type and direction, each with the words that prove it. */
export function Relations({ thing, edges }: { thing: Thing; edges: readonly EdgeData[] }) {
  const groups = groupsOf(thing, edges);
  if (groups.length === 0) return <p class="panel-none">{words.value.panel.noRelations}</p>;
  return (
    <>
      {groups.map((group) => (
        <RelationGroup key={`${group.type}${group.end}`} thing={thing} group={group} />
      ))}
    </>
  );
}

/** A task's own clause is shown with its facts, a document's clauses in its table of contents. */
const isShownElsewhere = (thing: Thing, { type }: EdgeData): boolean =>
  (thing.kind === "Task" && type === "STATES") || (thing.kind === "Document" && type === "HAS_CLAUSE");

function groupsOf(thing: Thing, edges: readonly EdgeData[]): Group[] {
  const groups = new Map<string, { type: EdgeType; end: 0 | 1; related: Related[] }>();
  for (const edge of edges) {
    if (isShownElsewhere(thing, edge)) continue;
    const end = edge.source === thing.id ? 0 : 1;
    const other = network.value?.byId.get(end === 0 ? edge.target : edge.source);
    if (other === undefined) continue;
    const key = `${edge.type}${end}`;
    const group = groups.get(key) ?? { type: edge.type, end, related: [] };
    group.related.push({ edge, other });
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, related: group.related.toSorted((a, b) => inTextOrder(a.edge, b.edge)) }))
    .toSorted((a, b) => RELATIONS.indexOf(a.type) - RELATIONS.indexOf(b.type) || a.end - b.end);
}

const numberOf = (edge: EdgeData, name: string): number => {
  const value = edge.properties[name];
  return typeof value === "number" ? value : 0;
};

const textOf = (edge: EdgeData, name: string): string => {
  const value = edge.properties[name];
  return typeof value === "string" ? value : "";
};

function inTextOrder(a: EdgeData, b: EdgeData): number {
  const first = textOf(a, "doc");
  const second = textOf(b, "doc");
  if (first !== second) return first < second ? -1 : 1;
  return numberOf(a, "from") - numberOf(b, "from");
}

const FEW = 12;

function RelationGroup({ thing, group }: { thing: Thing; group: Group }) {
  const all = useSignal(false);
  const { panel, groups } = words.value;
  const { type, end, related } = group;
  const shown = all.value || related.length <= FEW + 2 ? related : related.slice(0, FEW);
  return (
    <section class="group">
      <h3>
        <LineSample type={type} />
        {groups[type][end]}
        <span class="count">{related.length}</span>
      </h3>
      {byQuote(shown).map(({ quote, members }) => (
        <div class="proof" key={members[0]?.edge.id}>
          {members.map((member) => (
            <RelatedRow key={member.edge.id} thing={thing} related={member} heading={groups[type][end]} />
          ))}
          {quote === "" ? null : <Quote quote={quote} mentions={members.map(({ edge }) => textOf(edge, "mention"))} />}
        </div>
      ))}
      {related.length > shown.length || all.value ? (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? panel.showLess : panel.showAll(related.length)}
        </button>
      ) : null}
    </section>
  );
}

/** Neighbours that one sentence proves stand over it together. */
function byQuote(related: readonly Related[]): { quote: string; members: Related[] }[] {
  const runs: { quote: string; members: Related[] }[] = [];
  for (const member of related) {
    const quote = textOf(member.edge, "quote");
    const last = runs.at(-1);
    const before = last?.members.at(-1)?.edge;
    const samePlace =
      before !== undefined &&
      textOf(before, "doc") === textOf(member.edge, "doc") &&
      textOf(before, "clause") === textOf(member.edge, "clause");
    if (last !== undefined && samePlace && last.quote === quote && quote !== "") last.members.push(member);
    else runs.push({ quote, members: [member] });
  }
  return runs;
}

function RelatedRow({ thing, related: { edge, other }, heading }: { thing: Thing; related: Related; heading: string }) {
  const { panel } = words.value;
  const doc = textOf(edge, "doc");
  const isRead = reading.value?.edge === edge.id;
  const confidence = numberOf(edge, "confidence");
  const how = useSignal(false);
  const howId = useId();
  return (
    <>
      <div class="related" data-read={isRead}>
        <button
          type="button"
          class="related-name"
          title={other.name}
          onClick={() => select(other.id)}
          onPointerMove={() => {
            hoveredId.value = other.id;
          }}
          onPointerLeave={() => {
            hoveredId.value = undefined;
          }}
        >
          <Mark kind={other.kind} />
          <span>
            <span class="name">{other.name}</span>
            <More edge={edge} other={other} thing={thing} heading={heading} />
          </span>
        </button>
        {edge.properties["inferred"] === true ? (
          <span class="tag" title={panel.inferredHint}>
            {panel.inferred}
          </span>
        ) : null}
        {confidence > 0 && confidence < 0.9 ? (
          <span class="meta">{panel.confidence(Math.round(confidence * 100))}</span>
        ) : null}
        {doc === "" || edge.properties["from"] === undefined ? null : (
          <button
            type="button"
            class="source-button"
            aria-pressed={isRead}
            onClick={() => read({ document: doc, about: thing.id, edge: edge.id })}
          >
            {panel.original}
          </button>
        )}
        <button
          type="button"
          class="how-button"
          aria-label={panel.howOf(other.name)}
          title={panel.how}
          aria-expanded={how.value}
          aria-controls={howId}
          onClick={() => {
            how.value = !how.value;
          }}
        >
          <Icon name={how.value ? "up" : "down"} />
        </button>
      </div>
      {how.value ? <Proof edge={edge} id={howId} /> : null}
    </>
  );
}

/** Role words that say no more than the heading of their group. */
const PLAIN_ROLES: ReadonlySet<string> = new Set([
  "牵头",
  "牵头单位",
  "牵头部门",
  "责任单位",
  "责任部门",
  "负责",
  "参与",
  "参与单位",
  "参与部门",
  "配合",
  "配合单位",
]);

/** What tells this relation from others of its group: the role's words, a post, the document of a task. */
function More({ edge, other, thing, heading }: { edge: EdgeData; other: Thing; thing: Thing; heading: string }) {
  const stated = textOf(edge, "roleText") || textOf(edge, "post");
  const role = PLAIN_ROLES.has(stated) || stated === heading ? "" : stated;
  const place = other.owner !== undefined && other.owner !== thing.owner ? subtitleOf(other) : undefined;
  const text = [role, place].filter((part) => part !== undefined && part !== "").join(" · ");
  return text === "" ? null : <span class="meta">{text}</span>;
}

/** The proving words, the mentions in them emphasised. */
function Quote({ quote, mentions }: { quote: string; mentions: readonly string[] }) {
  const parts: { text: string; strong: boolean }[] = [];
  let at = 0;
  for (const mention of mentions) {
    const from = mention === "" ? -1 : quote.indexOf(mention, at);
    if (from < 0) continue;
    parts.push({ text: quote.slice(at, from), strong: false }, { text: mention, strong: true });
    at = from + mention.length;
  }
  parts.push({ text: quote.slice(at), strong: false });
  return (
    <blockquote class="quote" title={quote}>
      {parts.map(({ text, strong }, index) => (strong ? <b key={index}>{text}</b> : text))}
    </blockquote>
  );
}
