import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { canvasControl, layoutRuns } from "../state/canvas-control.ts";
import { words } from "../state/language.ts";
import { IconButton } from "./button.tsx";

/** Tool strip 画布工具: zoom, fit, layout, export. */
export function ToolStrip() {
  const control = canvasControl.value;
  const { tools } = words.value;
  if (control === undefined) return null;
  return (
    <div class="tool-strip" role="toolbar" aria-label={tools.label}>
      <IconButton icon="plus" label={tools.zoomIn} onPress={() => control.zoom(1.5)} />
      <IconButton icon="minus" label={tools.zoomOut} onPress={() => control.zoom(1 / 1.5)} />
      <IconButton icon="fit" label={tools.fit} onPress={() => control.fit()} />
      <span class="rule" />
      <IconButton
        icon={layoutRuns.value ? "pause" : "play"}
        label={layoutRuns.value ? tools.pause : tools.play}
        onPress={() => control.toggleLayout()}
      />
      <span class="rule" />
      <ExportMenu />
    </div>
  );
}

function ExportMenu() {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const { tools } = words.value;
  useEffect(() => {
    const close = (event: Event): void => {
      const outside = !(event.target instanceof Node && root.current?.contains(event.target) === true);
      if (outside || (event instanceof KeyboardEvent && event.key === "Escape")) open.value = false;
    };
    addEventListener("pointerdown", close);
    addEventListener("keydown", close);
    return () => {
      removeEventListener("pointerdown", close);
      removeEventListener("keydown", close);
    };
  }, []);
  const choose = (run: () => void): void => {
    open.value = false;
    run();
  };
  return (
    <div class="menu-anchor" ref={root}>
      <IconButton
        icon="download"
        label={tools.exportImage}
        pressed={open.value}
        onPress={() => {
          open.value = !open.value;
        }}
      />
      {open.value ? (
        <div class="menu" role="menu">
          <button type="button" role="menuitem" onClick={() => choose(() => canvasControl.value?.png())}>
            {tools.png}
          </button>
          <button type="button" role="menuitem" onClick={() => choose(() => canvasControl.value?.svg())}>
            {tools.svg}
          </button>
        </div>
      ) : null}
    </div>
  );
}
