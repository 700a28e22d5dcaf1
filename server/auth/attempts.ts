import type { Clock } from '#server/store/clock.ts';

export interface AttemptLimit {
  readonly attempts: number;
  readonly windowMs: number;
}

interface Window {
  used: number;
  readonly endsAt: number;
}

/** Windows that are kept before ended ones are looked for. */
const maxWindows = 10_000;

/**
 * Counts attempts a key in windows of time. An attempt counts from its beginning, so that many at once
 * gain nothing, and is given back when it turns out to be rightful.
 */
export class Attempts {
  readonly #limit: AttemptLimit;
  readonly #now: Clock;
  readonly #windows = new Map<string, Window>();

  constructor(limit: AttemptLimit, now: Clock) {
    this.#limit = limit;
    this.#now = now;
  }

  /** How long to wait, in ms; undefined when the attempt may begin. */
  take(key: string): number | undefined {
    const now = this.#now().getTime();
    const window = this.#find(key, now);
    if (window.used >= this.#limit.attempts) return window.endsAt - now;
    window.used += 1;
    return undefined;
  }

  giveBack(key: string): void {
    const window = this.#windows.get(key);
    if (window && window.used > 0) window.used -= 1;
  }

  #find(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.endsAt > now) return known;
    if (this.#windows.size >= maxWindows) this.#forgetEnded(now);
    const window = { used: 0, endsAt: now + this.#limit.windowMs };
    this.#windows.set(key, window);
    return window;
  }

  #forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
  }
}
