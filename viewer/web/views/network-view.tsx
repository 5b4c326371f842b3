import { effect, untracked, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { exportPng, exportSvg } from "../canvas/export-image.ts";
import { type LayoutRun, runLayout } from "../canvas/layout-run.ts";
import { readPalette } from "../canvas/palette.ts";
import { buildScene, placeIn } from "../canvas/scene.ts";
import { type Focus, Stage } from "../canvas/stage.ts";
import { Counts } from "../components/counts.tsx";
import { ToolStrip } from "../components/tool-strip.tsx";
import type { Thing } from "../data/network.ts";
import { canvasControl, insets, layoutRuns } from "../state/canvas-control.ts";
import { words } from "../state/language.ts";
import { filters, hovered, hoveredId, labelLevel, NO_FILTERS, select, selected, visible } from "../state/session.ts";
import { theme } from "../state/theme.ts";

/** Network view 网络视图: the canvas with its tools. */
export function NetworkView() {
  const holder = useRef<HTMLDivElement>(null);
  /* A canvas the browser took away is drawn anew by running it again. */
  const run = useSignal(0);
  const lost = useSignal(false);
  useEffect(() => {
    const { current } = holder;
    if (current === null) return undefined;
    const onLost = (): void => {
      lost.value = true;
    };
    /* The event does not bubble; those of a canvas already taken out of the page do not come by here. */
    current.addEventListener("webglcontextlost", onLost, true);
    const stop = startCanvas(current, onLost);
    return () => {
      current.removeEventListener("webglcontextlost", onLost, true);
      stop();
    };
  }, [run.value]);
  const { states } = words.value;
  return (
    <div class="network-view">
      <div
        class="canvas"
        ref={holder}
        role="img"
        aria-label={words.value.views.network}
        tabIndex={0}
        onKeyDown={onCanvasKey}
      />
      {HAS_WEBGL ? null : <p class="state-note">{states.noWebgl}</p>}
      {lost.value ? (
        <div class="state canvas-lost" role="alert">
          <h2>{states.lost}</h2>
          <p>{states.lostHint}</p>
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              lost.value = false;
              run.value += 1;
            }}
          >
            {states.redraw}
          </button>
        </div>
      ) : null}
      {visible.value?.things.size === 0 && !lost.value ? (
        <div class="state">
          <h2>{states.filtered}</h2>
          <p>{states.filteredHint}</p>
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              filters.value = NO_FILTERS;
            }}
          >
            {words.value.rail.reset}
          </button>
        </div>
      ) : null}
      <ToolStrip />
      <Counts />
    </div>
  );
}

const HAS_WEBGL = ((): boolean => {
  const probe = document.createElement("canvas");
  const context = probe.getContext("webgl2") ?? probe.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
})();

function onCanvasKey(event: KeyboardEvent): void {
  const control = canvasControl.value;
  if (control === undefined || event.ctrlKey || event.metaKey) return;
  if (event.key === "+" || event.key === "=") control.zoom(1.5);
  else if (event.key === "-") control.zoom(1 / 1.5);
  else if (event.key === "0") control.fit();
  else return;
  event.preventDefault();
}

/** Runs the canvas; a browser that has no drawing resources left counts as one that took them back. */
function startCanvas(holder: HTMLElement, onLost: () => void): () => void {
  try {
    return runCanvas(holder);
  } catch {
    holder.replaceChildren();
    onLost();
    return () => undefined;
  }
}

/** Keeps the canvas in step with the session for as long as the view is shown. */
function runCanvas(holder: HTMLElement): () => void {
  if (!HAS_WEBGL) return () => undefined;
  const moved = new Map<Thing, readonly [number, number]>();
  let palette = readPalette();
  let chosenOnCanvas = false;
  let lastSelected: Thing | undefined;
  const first = visible.peek();
  if (first === undefined) return () => undefined;
  let size = { width: holder.clientWidth, height: holder.clientHeight };
  const stage = new Stage(holder, buildScene(first, palette, moved, size), palette, {
    hover: (thing) => {
      hoveredId.value = thing?.id;
      holder.style.cursor = thing === undefined ? "" : "pointer";
    },
    select: (thing) => {
      chosenOnCanvas = true;
      select(thing?.id);
    },
  });
  stage.fit(insets.peek(), undefined, { animate: false });

  const neighbourhood = (centre: Thing): Focus => ({
    centre,
    near: new Set(
      stage.scene.hasNode(centre.id)
        ? stage.scene.neighbors(centre.id).map((id) => stage.scene.getNodeAttribute(id, "thing"))
        : [],
    ),
  });

  let run: LayoutRun | undefined;
  const keepPlaces = (): void => {
    stage.scene.forEachNode((_, { thing, x, y }) => moved.set(thing, placeIn(size, { x, y })));
  };
  const stopLayout = (): void => {
    run?.stop();
    run = undefined;
    if (layoutRuns.peek()) keepPlaces();
    layoutRuns.value = false;
  };

  let shown = first;
  let painted = theme.peek();
  const refocus = (): void => {
    const centre = hovered.value ?? selected.value;
    const inScene = centre !== undefined && stage.scene.hasNode(centre.id);
    stage.focusOn(inScene ? neighbourhood(centre) : undefined, selected.value);
  };
  const effects = [
    effect(() => {
      const now = visible.value;
      const paint = theme.value;
      if (now === undefined || (now === shown && paint === painted)) return;
      untracked(() => {
        if (now !== shown) stopLayout();
        shown = now;
        painted = paint;
        palette = readPalette();
        stage.show(buildScene(now, palette, moved, size), palette);
        refocus();
      });
    }),
    effect(refocus),
    effect(() => {
      const thing = selected.value;
      const covered = insets.value;
      untracked(() => {
        if (thing !== undefined && stage.scene.hasNode(thing.id)) {
          if (chosenOnCanvas || thing === lastSelected) stage.reveal(thing, covered);
          else stage.fit(covered, [thing, ...neighbourhood(thing).near], { closest: 0.3 });
        }
        lastSelected = thing;
        chosenOnCanvas = false;
      });
    }),
    effect(() => stage.setInsets(insets.value)),
    effect(() => stage.setLabelLevel(labelLevel.value)),
  ];
  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = holder;
    const turned = height > width !== size.height > size.width;
    if (!turned && width === size.width && height === size.height) return;
    stage.resize();
    size = { width, height };
    if (!turned) return;
    stopLayout();
    stage.show(buildScene(shown, palette, moved, size), palette);
    stage.fit(insets.peek(), undefined, { animate: false });
  });
  sizes.observe(holder);

  canvasControl.value = {
    zoom: (factor) => stage.zoom(factor),
    fit: () => stage.fit(insets.peek()),
    centre: () => {
      const thing = selected.peek();
      if (thing !== undefined) stage.fit(insets.peek(), [thing, ...neighbourhood(thing).near], { closest: 0.3 });
    },
    toggleLayout: () => {
      if (layoutRuns.peek()) return stopLayout();
      layoutRuns.value = true;
      run = runLayout(stage.scene, stage.unit, stopLayout);
    },
    png: () => exportPng(stage, palette, "ceyuan"),
    svg: () => exportSvg(stage, palette, "ceyuan"),
  };
  return () => {
    stopLayout();
    canvasControl.value = undefined;
    hoveredId.value = undefined;
    for (const stop of effects) stop();
    sizes.disconnect();
    stage.kill();
  };
}
