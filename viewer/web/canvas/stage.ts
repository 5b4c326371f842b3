import { Sigma } from "sigma";
import type { CameraState } from "sigma/types";
import type { Thing } from "../data/network.ts";
import { duration } from "../state/theme.ts";
import { drawNames, type Labelled, NamePlacer, type PlacedName } from "./labels.ts";
import { KeptLines } from "./kept-lines.ts";
import { LineProgram } from "./line-program.ts";
import { MarkProgram, setPaper } from "./mark-program.ts";
import { drawing, Pace } from "./pace.ts";
import { drawFocusLine, drawFocusMark, type Spot } from "./focus-layer.ts";
import type { Palette } from "./palette.ts";
import { Rest } from "./rest.ts";
import type { Scene, SceneLine, SceneNode } from "./scene.ts";

/** Parts of the canvas that panels cover, in pixels. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is in focus: a thing (pointed at or selected) and its neighbourhood; all else is dimmed. */
export interface Focus {
  readonly centre: Thing;
  readonly near: ReadonlySet<Thing>;
}

export interface StageEvents {
  hover(thing: Thing | undefined): void;
  select(thing: Thing | undefined): void;
}

const MARGIN = 40;

/** Stage 画布: sigma with our marks, lines and names, and a camera that knows what the panels cover. */
export class Stage {
  readonly sigma: Sigma<SceneNode, SceneLine>;
  readonly #placer = new NamePlacer();
  readonly #pace = new Pace();
  readonly #kept: KeptLines;
  readonly #rest = new Rest(() => {
    if (!drawing.hasty) return;
    drawing.hasty = false;
    this.sigma.scheduleRender();
  });
  #palette: Palette;
  #focus: Focus | undefined;
  #selected: Thing | undefined;
  #level = 1;
  #insets: Insets = { left: 0, right: 0, top: 0, bottom: 0 };
  #names: readonly PlacedName[] = [];

  constructor(container: HTMLElement, scene: Scene, palette: Palette, events: StageEvents) {
    this.#palette = palette;
    setPaper(palette.paper);
    this.sigma = new Sigma<SceneNode, SceneLine>(scene, container, {
      nodeProgramClasses: { mark: MarkProgram },
      edgeProgramClasses: { line: LineProgram },
      defaultNodeType: "mark",
      defaultEdgeType: "line",
      renderLabels: false,
      defaultDrawNodeHover: () => undefined,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.6,
      zoomDuration: duration(150),
      doubleClickZoomingDuration: duration(200),
      inertiaDuration: duration(200),
      stagePadding: MARGIN,
      allowInvalidContainer: true,
    });
    this.sigma.on("enterNode", ({ node }) => events.hover(this.#thing(node)));
    this.sigma.on("leaveNode", () => events.hover(undefined));
    this.sigma.on("clickNode", ({ node }) => events.select(this.#thing(node)));
    this.sigma.on("clickStage", () => events.select(undefined));
    this.sigma.on("doubleClickStage", (event) => event.preventSigmaDefault());
    this.#kept = new KeptLines(this.sigma);
    this.sigma.getCamera().on("updated", () => this.#move());
    this.sigma.on("afterRender", () => {
      this.#afterRender();
      this.#drawOverlay();
    });
  }

  get scene(): Scene {
    return this.sigma.getGraph();
  }

  get names(): readonly PlacedName[] {
    return this.#names;
  }

  show(scene: Scene, palette: Palette): void {
    this.#palette = palette;
    setPaper(palette.paper);
    this.#pace.reset();
    this.#kept.forget();
    drawing.hasty = false;
    this.sigma.setGraph(scene);
  }

  /** Dims all but a neighbourhood. The picture itself is not drawn again: the style sheet dims it as a whole. */
  focusOn(focus: Focus | undefined, selected: Thing | undefined): void {
    this.#focus = focus;
    this.#selected = selected;
    this.sigma.getContainer().toggleAttribute("data-focused", focus !== undefined);
    this.#drawOverlay();
  }

  setLabelLevel(level: number): void {
    this.#level = level;
    this.#drawOverlay();
  }

  /** Tells which parts the panels cover, so that names stay clear of them. */
  setInsets(insets: Insets): void {
    this.#insets = insets;
    this.#drawOverlay();
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: duration(150) });
  }

  /** Brings things (all, where none are given) into the part of the canvas that no panel covers. */
  fit(insets: Insets, things?: Iterable<Thing>, options: { closest?: number; animate?: boolean } = {}): void {
    const target = this.#cameraFor(insets, things, options.closest ?? 0);
    if (target === undefined) return;
    const camera = this.sigma.getCamera();
    if (options.animate === false) camera.setState(target);
    else void camera.animate(target, { duration: duration(300) });
  }

  /** Moves only as far as needed to bring a thing out from under a panel. */
  reveal(thing: Thing, insets: Insets): void {
    const data = this.sigma.getNodeDisplayData(thing.id);
    if (data === undefined) return;
    const { x, y } = this.sigma.framedGraphToViewport(data);
    const { width, height } = this.sigma.getDimensions();
    const inside =
      x > insets.left + MARGIN &&
      x < width - insets.right - MARGIN &&
      y > insets.top + MARGIN &&
      y < height - insets.bottom - MARGIN;
    if (inside) return;
    const camera = this.sigma.getCamera();
    const wanted = {
      x: (insets.left + width - insets.right) / 2,
      y: (insets.top + height - insets.bottom) / 2,
    };
    const now = this.sigma.viewportToFramedGraph({ x, y });
    const then = this.sigma.viewportToFramedGraph(wanted);
    void camera.animate({ x: camera.x + now.x - then.x, y: camera.y + now.y - then.y }, { duration: duration(300) });
  }

  resize(): void {
    this.sigma.resize();
    this.sigma.refresh();
  }

  kill(): void {
    this.#rest.stop();
    drawing.hasty = false;
    this.sigma.kill();
  }

  /** Draws in haste where the machine is slow, until the camera rests. */
  #move(): void {
    drawing.hasty = this.#pace.isSlow && this.#kept.areThere;
    this.#rest.await();
  }

  #afterRender(): void {
    if (this.#rest.isAwaited) this.#pace.drew(performance.now());
    if (drawing.hasty) this.#kept.show();
    else if (this.#pace.isSlow) this.#kept.keep();
  }

  /** Draws the picture at once as it is at rest. */
  drawWithCare(): void {
    drawing.hasty = false;
    this.sigma.refresh({ schedule: false });
  }

  #thing(id: string): Thing | undefined {
    return this.scene.hasNode(id) ? this.scene.getNodeAttribute(id, "thing") : undefined;
  }

  #isNear(thing: Thing): boolean {
    return this.#focus === undefined || this.#focus.centre === thing || this.#focus.near.has(thing);
  }

  #cameraFor(insets: Insets, things: Iterable<Thing> | undefined, closest: number): CameraState | undefined {
    const ids = things === undefined ? this.scene.nodes() : [...things].map(({ id }) => id);
    const spots = ids.flatMap((id) => this.sigma.getNodeDisplayData(id) ?? []);
    if (spots.length === 0) return undefined;
    const left = Math.min(...spots.map(({ x }) => x));
    const right = Math.max(...spots.map(({ x }) => x));
    const low = Math.min(...spots.map(({ y }) => y));
    const high = Math.max(...spots.map(({ y }) => y));
    const base = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const origin = this.sigma.framedGraphToViewport({ x: 0, y: 0 }, { cameraState: base });
    const one = this.sigma.framedGraphToViewport({ x: 1, y: 0 }, { cameraState: base });
    const scale = Math.max(one.x - origin.x, 1);
    const { width, height } = this.sigma.getDimensions();
    const margin = width < 768 ? MARGIN / 2 : MARGIN;
    const freeWidth = Math.max(80, width - insets.left - insets.right - 2 * margin);
    const freeHeight = Math.max(80, height - insets.top - insets.bottom - 2 * margin);
    const ratio = Math.max(((right - left) * scale) / freeWidth, ((high - low) * scale) / freeHeight, closest, 0.02);
    const shiftX = (insets.left - insets.right) / 2;
    const shiftY = (insets.top - insets.bottom) / 2;
    return {
      x: (left + right) / 2 - (shiftX * ratio) / scale,
      y: (low + high) / 2 + (shiftY * ratio) / scale,
      ratio,
      angle: 0,
    };
  }

  /** What lies over the picture: the neighbourhood in focus, rings around what is selected, names. */
  #drawOverlay(): void {
    const context = this.sigma.getCanvases()["labels"]?.getContext("2d");
    if (context === undefined || context === null) return;
    const { width, height } = this.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    const items = this.labelled();
    this.#names = this.#placer.place(context, items, {
      level: this.#level,
      font: this.#palette.font,
      within: {
        left: this.#insets.left + 4,
        right: width - this.#insets.right - 4,
        top: this.#insets.top + 4,
        bottom: height - this.#insets.bottom - 4,
      },
    });
    this.#drawFocus(context, items);
    for (const item of items) {
      if (item.id !== this.#selected?.id && item.rank !== 2) continue;
      context.beginPath();
      context.arc(item.x, item.y, item.radius + 4, 0, Math.PI * 2);
      context.lineWidth = item.id === this.#selected?.id ? 2.5 : 1.5;
      context.strokeStyle = item.id === this.#selected?.id ? this.#palette.accent : this.#palette.ink;
      context.stroke();
    }
    drawNames(context, this.#names, this.#palette);
  }

  #drawFocus(context: CanvasRenderingContext2D, items: readonly Labelled[]): void {
    const centre = this.#focus?.centre.id;
    if (centre === undefined || !this.scene.hasNode(centre)) return;
    this.scene.forEachEdge(centre, (_, { line }, source, target) => {
      const from = this.spotOf(source);
      const to = this.spotOf(target);
      if (from !== undefined && to !== undefined) drawFocusLine(context, line, from, to, this.#palette);
    });
    for (const item of items) if (item.rank > 0) drawFocusMark(context, item.kind, item, this.#palette);
  }

  /** Where a mark is on screen. */
  spotOf(id: string): Spot | undefined {
    const data = this.sigma.getNodeDisplayData(id);
    if (data === undefined) return undefined;
    const { x, y } = this.sigma.framedGraphToViewport(data);
    return { x, y, radius: this.sigma.scaleSize(data.size) };
  }

  /** What a pixel of the fitted picture measures in the scene. */
  get unit(): number {
    return this.sigma.getCamera().ratio / this.sigma.getGraphToViewportRatio();
  }

  /** The neighbourhood that is in focus while all else is dimmed. */
  get focused(): Focus | undefined {
    return this.#focus;
  }

  /** Marks on screen, in pixels of the canvas. */
  labelled(): Labelled[] {
    const { width, height } = this.sigma.getDimensions();
    const items: Labelled[] = [];
    this.scene.forEachNode((id, { thing, name, prominent }) => {
      const spot = this.spotOf(id);
      if (spot === undefined) return;
      const { x, y, radius } = spot;
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
      const near = this.#isNear(thing);
      items.push({
        id,
        kind: thing.kind,
        name: this.#focus?.centre === thing && thing.kind !== "Document" ? clamp(thing.name) : name,
        x,
        y,
        radius,
        rank: this.#focus === undefined ? 0 : this.#focus.centre === thing ? 2 : near ? 1 : 0,
        dimmed: !near,
        prominent,
      });
    });
    return items;
  }
}

const clamp = (name: string): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
