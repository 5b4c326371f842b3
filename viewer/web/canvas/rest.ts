/** The picture rests when nothing has moved for this long, in milliseconds. */
const REST = 180;

/**
 * Rest 静止: tells once when the picture has not moved for a while. The while begins when the last picture is on screen, not
 * when it was asked for: a slow machine takes longer than the while for a single picture.
 */
export class Rest {
  readonly #reached: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(reached: () => void) {
    this.#reached = reached;
  }

  get isAwaited(): boolean {
    return this.#waiting;
  }

  /** Begins to wait, or begins anew. */
  await(): void {
    this.stop();
    this.#waiting = true;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#timer = setTimeout(() => {
          this.#waiting = false;
          this.#reached();
        }, REST);
      });
    });
  }

  stop(): void {
    this.#waiting = false;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}
