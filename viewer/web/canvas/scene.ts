import { MultiDirectedGraph } from "graphology";
import { canvasName } from "../data/names.ts";
import type { Thing } from "../data/network.ts";
import type { Line, Visible } from "../data/visible.ts";
import { MARK_ORDER } from "./marks.ts";
import { LINES, type Palette, withOpacity } from "./palette.ts";

export interface SceneNode {
  x: number;
  y: number;
  size: number;
  color: string;
  mark: number;
  type: "mark";
  thing: Thing;
  /** The name as the canvas writes it. */
  name: string;
  /** Its name comes before others: a document of the collection, while they are few. */
  prominent: boolean;
}

export interface SceneLine {
  size: number;
  color: string;
  form: number;
  type: "line";
  line: Line;
}

/** Scene 画面: what sigma draws; nodes by id, colours of the palette in force. */
export type Scene = MultiDirectedGraph<SceneNode, SceneLine>;

/** What the scene needs to give a place back to the layout's own axes. */
export const placeIn = ({ width, height }: Canvas, { x, y }: { x: number; y: number }): readonly [number, number] =>
  height > width ? [y, -x] : [x, y];

/** Positions that the layout has moved since the build, by place. */
export type Places = ReadonlyMap<Thing, readonly [number, number]>;

/** Radius by degree; an ingested document never looks like a footnote. Many nodes are drawn smaller. */
function radiusOf(thing: Thing, crowd: number): number {
  const radius = Math.min(3.4 + 1.3 * Math.sqrt(thing.degree), 19);
  const own = thing.kind === "Clause" ? 3 : thing.properties["ingested"] === true ? Math.max(radius, 10) : radius;
  return Math.max(own * crowd, 1.6);
}

/** The canvas a scene is made for. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** Room for a mark as drawn at full size, in square pixels. */
const ROOM = 2000;
/** The pictures that the layout makes are about this much wider than high. */
const ASPECT = 1.35;

/** So many documents of a collection can all be named. */
const FEW = 24;

/** How much smaller marks must be for all of them to fit into the canvas. */
function crowdOf(count: number, { width, height }: Canvas): number {
  const long = Math.max(width, height);
  const used = Math.min(long, Math.min(width, height) * ASPECT);
  return Math.min(1, Math.max(0.34, Math.sqrt((used * used) / ASPECT / Math.max(1, count) / ROOM)));
}

export function buildScene(visible: Visible, palette: Palette, moved: Places, canvas: Canvas): Scene {
  const scene: Scene = new MultiDirectedGraph();
  const crowd = crowdOf(visible.things.size, canvas);
  /* A canvas higher than wide shows the picture on its side. */
  const turned = canvas.height > canvas.width;
  const faint = Math.min(0.62, Math.max(0.1, Math.sqrt(170 / Math.max(1, visible.lines.length))));
  const few = [...visible.things].filter(({ properties }) => properties["ingested"] === true).length <= FEW;
  const ordered = [...visible.things].toSorted((a, b) => b.degree - a.degree || a.index - b.index);
  for (const thing of ordered) {
    const [x, y] = moved.get(thing) ?? thing.position;
    scene.addNode(thing.id, {
      x: turned ? -y : x,
      y: turned ? x : y,
      size: radiusOf(thing, crowd),
      color: palette.kinds[thing.kind],
      mark: MARK_ORDER.indexOf(thing.kind),
      type: "mark",
      thing,
      prominent: few && thing.properties["ingested"] === true,
      name: canvasName({ id: thing.id, label: thing.kind, properties: thing.properties }),
    });
  }
  for (const line of visible.lines.toSorted((a, b) => LINES[a.type].opacity - LINES[b.type].opacity)) {
    const style = LINES[line.type];
    const colour = style.colour === "hairline" ? palette.hairline : palette.kinds[style.colour];
    scene.addEdge(line.source.id, line.target.id, {
      size: style.width,
      color: withOpacity(colour, style.opacity * (line.inferred ? faint * 0.7 : faint)),
      form: (line.inferred ? 1 : 0) + (style.arrow ? 2 : 0),
      type: "line",
      line,
    });
  }
  return scene;
}
