/** A bucket that refills evenly and holds five seconds' worth: bursts pass, a flood does not. */
export class RateLimit {
  readonly #perSecond: number;
  #left: number;
  #refilledAt = performance.now();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond * burstSeconds;
  }

  /** False when there is not enough left. */
  take(amount: number): boolean {
    const now = performance.now();
    const refill = ((now - this.#refilledAt) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#perSecond * burstSeconds, this.#left + refill) - amount;
    this.#refilledAt = now;
    return this.#left >= 0;
  }
}

const burstSeconds = 5;
