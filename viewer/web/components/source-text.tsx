import { useSignal } from "@preact/signals";
import { memo } from "preact/compat";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type SourceLine, segmentsOf, sourceLines, type TextRange } from "../data/source-lines.ts";
import { words } from "../state/language.ts";
import { hoveredId, select } from "../state/session.ts";

interface SourceTextProps {
  text: string;
  ranges: readonly TextRange[];
  /** The clause that is pointed out at the margin. */
  clause?: { readonly from: number; readonly to: number } | undefined;
  /** Offset to scroll to; changes when the reader asks for another passage. */
  focus: number | undefined;
}

const BLOCK = 80;
/** Blocks kept in the page at a time; more of a very long text comes on demand. */
const MOST = 40;

/** An original text as it is in the file, with ranges pointed out. */
export function SourceText({ text, ranges, clause, focus }: SourceTextProps) {
  const lines = useMemo(() => sourceLines(text, ranges), [text, ranges]);
  const blocks = useMemo(
    () => Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, n) => lines.slice(n * BLOCK, (n + 1) * BLOCK)),
    [lines],
  );
  const target = focus ?? clause?.from;
  const middle =
    target === undefined
      ? 0
      : Math.max(
          0,
          blocks.findLastIndex((block) => (block[0]?.from ?? 0) <= target),
        );
  const extra = useSignal(0);
  const first = Math.max(0, middle - MOST / 2);
  const last = Math.min(blocks.length, middle + MOST / 2 + extra.value);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    root.current?.closest(".scroll")?.scrollTo({ top: 0 });
  }, [text]);
  useEffect(() => {
    if (target === undefined) return;
    const at =
      root.current?.querySelector("[data-focus]") ??
      lineElement(root.current, target) ??
      root.current?.querySelector("p");
    at?.scrollIntoView({ block: "center", behavior: "instant" });
  }, [target, text]);

  return (
    <div class="source-text" ref={root} lang="zh-CN">
      {blocks.slice(first, last).map((block) => (
        <div class="source-block" key={block[0]?.from}>
          {block.map((line) => (
            <Line
              key={line.from}
              line={line}
              inClause={
                clause !== undefined && line.from < clause.to && line.to >= clause.from && clause.to > clause.from
              }
            />
          ))}
        </div>
      ))}
      {last < blocks.length ? (
        <button
          type="button"
          class="plain-button"
          onClick={() => {
            extra.value += MOST;
          }}
        >
          {words.value.reader.longer}
        </button>
      ) : null}
    </div>
  );
}

/** The line in which an offset lies. */
function lineElement(root: HTMLElement | null, offset: number): Element | undefined {
  const all = [...(root?.querySelectorAll<HTMLElement>("p[data-from]") ?? [])];
  return all.findLast((element) => Number(element.dataset["from"]) <= offset);
}

const Line = memo(({ line, inClause }: { line: SourceLine; inClause: boolean }) => {
  let focused = false;
  const empty = line.text.trim() === "";
  return (
    <p data-from={line.from} class={`${inClause ? "in-clause" : ""} ${empty ? "blank" : ""}`}>
      {empty
        ? "\u00a0"
        : segmentsOf(line).map(({ from, text, ranges }) => {
            if (ranges.length === 0) return text;
            const tones = [...new Set(ranges.map(({ tone }) => tone))];
            const thing = ranges.find((range) => range.thing !== undefined)?.thing;
            const isFocus = tones.includes("focus") && !focused;
            if (isFocus) focused = true;
            const common = { key: from, class: tones.map((tone) => `tone-${tone}`).join(" ") };
            if (tones.includes("focus"))
              return (
                <mark {...common} {...(isFocus ? { "data-focus": "" } : {})}>
                  {text}
                </mark>
              );
            return thing === undefined ? (
              <span {...common}>{text}</span>
            ) : (
              <a
                {...common}
                href={`#node=${encodeURIComponent(thing)}`}
                tabIndex={-1}
                onClick={(event) => {
                  event.preventDefault();
                  select(thing);
                }}
                onPointerEnter={() => {
                  hoveredId.value = thing;
                }}
                onPointerLeave={() => {
                  hoveredId.value = undefined;
                }}
              >
                {text}
              </a>
            );
          })}
    </p>
  );
});
