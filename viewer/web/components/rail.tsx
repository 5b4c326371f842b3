import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { KINDS, RELATIONS } from "../state/kinds.ts";
import { words } from "../state/language.ts";
import { relationName } from "../state/names.ts";
import {
  change,
  filters,
  filtersChanged,
  labelLevel,
  network,
  NO_FILTERS,
  toggleDocument,
  toggleKind,
  toggleRelation,
} from "../state/session.ts";
import { Icon } from "./icon.tsx";
import { LineSample, Mark } from "./mark.tsx";
import { shortDocument } from "./subtitle.ts";

/** Rail 筛选栏: the legend that filters, with counts of the whole collection. */
export function Rail() {
  const { rail } = words.value;
  return (
    <div class="rail-body">
      <Section title={rail.kinds}>
        {KINDS.map((kind) => (
          <KindRow key={kind} kind={kind} />
        ))}
      </Section>
      <Section title={rail.relations}>
        {RELATIONS.map((type) => (
          <RelationRow key={type} type={type} />
        ))}
        <CheckRow
          checked={filters.value.inferred}
          onToggle={() => change({ inferred: !filters.value.inferred })}
          count={network.value?.relations.filter(({ inferred }) => inferred).length ?? 0}
        >
          <svg class="line-sample" viewBox="0 0 24 12" aria-hidden="true">
            <path d="M1 6h22" stroke-width="1.5" stroke-dasharray="4 3" />
          </svg>
          <span class="row-name">{rail.inferred}</span>
        </CheckRow>
      </Section>
      <Documents />
      <Section title={rail.appearance}>
        <div class="field">
          <span id="labels-name">{rail.labels}</span>
          <div class="segments" role="radiogroup" aria-labelledby="labels-name">
            {rail.labelLevels.map((name, level) => (
              <button
                type="button"
                role="radio"
                key={name}
                aria-checked={labelLevel.value === level}
                onClick={() => {
                  labelLevel.value = level;
                }}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
      </Section>
      {filtersChanged.value ? (
        <button
          type="button"
          class="plain-button rail-reset"
          onClick={() => {
            filters.value = NO_FILTERS;
          }}
        >
          {rail.reset}
        </button>
      ) : null}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="rail-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface CheckRowProps {
  checked: boolean;
  onToggle: () => void;
  onOnly?: () => void;
  count: number;
  children: ComponentChildren;
  title?: string;
}

function CheckRow({ checked, onToggle, onOnly, count, children, title }: CheckRowProps) {
  return (
    <div class="check-row" data-checked={checked}>
      <button type="button" role="checkbox" aria-checked={checked} class="check" onClick={onToggle} title={title}>
        {children}
        <span class="count">{count.toLocaleString("en-US")}</span>
        <span class="box" aria-hidden="true">
          {checked ? <Icon name="check" /> : null}
        </span>
      </button>
      {onOnly === undefined ? null : (
        <button type="button" class="only" onClick={onOnly}>
          {words.value.rail.only}
        </button>
      )}
    </div>
  );
}

function KindRow({ kind }: { kind: NodeLabel }) {
  const count = network.value?.counts.get(kind) ?? 0;
  if (count === 0) return null;
  const { hiddenKinds } = filters.value;
  const others = KINDS.filter((other) => other !== kind);
  const alone = !hiddenKinds.has(kind) && others.every((other) => hiddenKinds.has(other));
  return (
    <CheckRow
      checked={!hiddenKinds.has(kind)}
      count={count}
      onToggle={() => toggleKind(kind)}
      onOnly={() => change({ hiddenKinds: alone ? NO_FILTERS.hiddenKinds : new Set(others) })}
    >
      <Mark kind={kind} />
      <span class="row-name">{words.value.kinds[kind]}</span>
    </CheckRow>
  );
}

function RelationRow({ type }: { type: EdgeType }) {
  const count = network.value?.relationCounts.get(type) ?? 0;
  /* The order of clauses shows only with the clauses themselves. */
  if (count === 0 || (type === "HAS_CLAUSE" && filters.value.hiddenKinds.has("Clause"))) return null;
  const { hiddenRelations } = filters.value;
  const others = RELATIONS.filter((other) => other !== type);
  const alone = !hiddenRelations.has(type) && others.every((other) => hiddenRelations.has(other));
  return (
    <CheckRow
      checked={!hiddenRelations.has(type)}
      count={count}
      onToggle={() => toggleRelation(type)}
      onOnly={() => change({ hiddenRelations: alone ? new Set() : new Set(others) })}
    >
      <LineSample type={type} />
      <span class="row-name">{relationName(type)}</span>
    </CheckRow>
  );
}

const FEW = 6;

function Documents() {
  const all = useSignal(false);
  const graph = network.value;
  if (graph === undefined || graph.documents.length < 2) return null;
  const chosen = filters.value.documents;
  const shown = all.value ? graph.documents : graph.documents.filter((thing, at) => at < FEW || chosen.has(thing.id));
  const hidden = graph.documents.length - shown.length;
  const { rail } = words.value;
  return (
    <Section title={rail.documents}>
      {shown.map((thing) => (
        <CheckRow
          key={thing.id}
          title={thing.name}
          checked={chosen.size === 0 || chosen.has(thing.id)}
          count={tasksOf(thing.id)}
          onToggle={() => {
            if (chosen.size === 0)
              change({ documents: new Set(graph.documents.map(({ id }) => id).filter((id) => id !== thing.id)) });
            else toggleDocument(thing.id);
          }}
          onOnly={() =>
            change({ documents: chosen.size === 1 && chosen.has(thing.id) ? new Set() : new Set([thing.id]) })
          }
        >
          <Mark kind="Document" />
          <span class="row-name">{shortDocument(thing)}</span>
        </CheckRow>
      ))}
      {hidden > 0 || all.value ? (
        <button
          type="button"
          class="text-button rail-more"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? rail.less : rail.more(hidden)}
        </button>
      ) : null}
    </Section>
  );
}

const tasksOf = (document: string): number =>
  network.value?.things.filter(({ kind, owner }) => kind === "Task" && owner?.id === document).length ?? 0;
