import { KINDS } from "../state/kinds.ts";
import { words } from "../state/language.ts";
import { filters, network, visible } from "../state/session.ts";

/** Counts 计数: what is drawn of what there is, bottom right. */
export function Counts() {
  const graph = network.value;
  const shown = visible.value;
  if (graph === undefined || shown === undefined) return null;
  const parts = KINDS.flatMap((kind) => {
    const all = graph.counts.get(kind) ?? 0;
    const hidden = filters.value.hiddenKinds.has(kind);
    return all === 0 || hidden ? [] : [words.value.counts(words.value.kinds[kind], shown.counts.get(kind) ?? 0, all)];
  });
  return (
    <p class="counts" role="status">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}
