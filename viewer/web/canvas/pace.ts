/** Pictures further apart than this, in milliseconds, stutter. */
const SLOW = 50;
/** Pictures further apart than this are two movements. */
const PAUSE = 500;
/** So many slow pictures in a row, and the machine is taken to be slow. */
const ENOUGH = 2;

/**
 * Pace 画面快慢: notices while the picture moves that the machine cannot draw it in time (no graphics card, a large
 * collection). From then on pictures are drawn in haste while they move, and with care where they rest.
 */
export class Pace {
  #last = Number.NEGATIVE_INFINITY;
  #slow = 0;

  /** True where pictures that move are to be drawn in haste. */
  get isSlow(): boolean {
    return this.#slow >= ENOUGH;
  }

  /** Tells that a picture was drawn while moving. */
  drew(now: number): void {
    const apart = now - this.#last;
    this.#last = now;
    if (this.isSlow || apart > PAUSE) return;
    this.#slow = apart > SLOW ? this.#slow + 1 : 0;
  }

  /** Another picture may be easier to draw. */
  reset(): void {
    this.#last = Number.NEGATIVE_INFINITY;
    this.#slow = 0;
  }
}

/** How the programs draw at the moment; they read it at the next drawing. */
export const drawing = { hasty: false };
