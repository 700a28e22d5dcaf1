/**
 * How fast each person may write: a bucket a person that refills evenly. What was collected offline comes
 * at once, so that a write passes as long as anything is left, and counts in full: whoever sends a hundred
 * things at once then waits for as long as they would have taken.
 */
export class WritingPace {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** When each person's bucket will be full again, in ms. Nobody is in it whose bucket is full. */
  readonly #fullAt = new Map<string, number>();

  /** `perMinute` is also what may come at once; `now` counts ms. */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  hasRoomFor(person: string): boolean {
    return (this.#fullAt.get(person) ?? 0) - this.#now() < minuteMs;
  }

  count(person: string, amount: number): void {
    const now = this.#now();
    const fullAt = Math.max(this.#fullAt.get(person) ?? now, now);
    this.#fullAt.set(person, fullAt + (amount * minuteMs) / this.#perMinute);
    if (this.#fullAt.size > manyPeople) this.#forgetFull(now);
  }

  #forgetFull(now: number): void {
    for (const [person, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(person);
  }
}

const minuteMs = 60_000;
const manyPeople = 1000;
