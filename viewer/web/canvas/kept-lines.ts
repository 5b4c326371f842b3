import type { Sigma } from "sigma";
import type { Coordinates } from "sigma/types";
import type { SceneLine, SceneNode } from "./scene.ts";

/**
 * Kept lines 暂存连线: the lines as they were last drawn with care, moved and scaled with the camera. On a slow machine
 * they stand for the lines while the picture moves: nothing costs it more than drawing thousands of long lines anew.
 */
export class KeptLines {
  readonly #sigma: Sigma<SceneNode, SceneLine>;
  readonly #canvas: HTMLCanvasElement;
  /** Places in the graph of three corners of the canvas at the time: top left, top right, bottom left. */
  #corners: readonly [Coordinates, Coordinates] | undefined;

  constructor(sigma: Sigma<SceneNode, SceneLine>) {
    this.#sigma = sigma;
    this.#canvas = sigma.createCanvas("keptLines", { afterLayer: "edges", style: { display: "none" } });
    this.#canvas.style.transformOrigin = "0 0";
    this.#canvas.style.pointerEvents = "none";
  }

  get areThere(): boolean {
    return this.#corners !== undefined;
  }

  /** Keeps what has just been drawn; to be called before the browser shows it and forgets it. */
  keep(): void {
    const lines = this.#sigma.getCanvases()["edges"];
    const context = this.#canvas.getContext("2d");
    if (lines === undefined || context === null) return;
    this.#canvas.width = lines.width;
    this.#canvas.height = lines.height;
    context.drawImage(lines, 0, 0);
    const { width } = this.#sigma.getDimensions();
    const at = (x: number): Coordinates => this.#sigma.viewportToFramedGraph({ x, y: 0 });
    this.#corners = [at(0), at(width)];
    this.#canvas.style.display = "none";
  }

  /** Puts them where they belong under the camera of now. The camera turns as a whole, so two corners say it all. */
  show(): void {
    if (this.#corners === undefined) return;
    const [from, to] = this.#corners.map((corner) => this.#sigma.framedGraphToViewport(corner));
    if (from === undefined || to === undefined) return;
    const { width, height } = this.#sigma.getDimensions();
    const [x, y] = [(to.x - from.x) / width, (to.y - from.y) / width];
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#canvas.style.transform = `matrix(${x}, ${y}, ${-y}, ${x}, ${from.x}, ${from.y})`;
    /* Enlarged lines would be as much thicker. */
    this.#canvas.style.setProperty("--kept", String(Math.min(1, 1 / Math.hypot(x, y))));
    this.#canvas.style.display = "";
  }

  /** The lines have changed. */
  forget(): void {
    this.#corners = undefined;
    this.#canvas.style.display = "none";
  }
}
