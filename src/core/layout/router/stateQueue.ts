import { at } from './typed.ts';

const NONE = -1;

/**
 * States by cost, one stack a cost: the costs taken never fall, so the next one is never far.
 * Among equals the latest leaves first, which runs straight for the target.
 */
export class StateQueue {
  /** By cost, the latest entry. */
  #tops = new Int32Array(4096).fill(NONE);
  /** By entry, its state and the entry before it. */
  #states = new Int32Array(1024);
  #before = new Int32Array(1024);
  #entries = 0;
  #size = 0;
  #least = 0;
  #most = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** The least cost; the queue must not be empty. */
  get leastKey(): number {
    let key = this.#least;
    while (at(this.#tops, key) === NONE) key += 1;
    this.#least = key;
    return key;
  }

  clear(): void {
    this.#tops.fill(NONE, 0, this.#most + 1);
    this.#entries = 0;
    this.#size = 0;
    this.#least = 0;
    this.#most = 0;
  }

  push(key: number, state: number): void {
    if (key >= this.#tops.length) this.#tops = grow(this.#tops, key + 1);
    if (this.#entries === this.#states.length) {
      this.#states = grow(this.#states, this.#entries + 1);
      this.#before = grow(this.#before, this.#entries + 1);
    }
    const entry = this.#entries;
    this.#entries = entry + 1;
    this.#size += 1;
    this.#states[entry] = state;
    this.#before[entry] = at(this.#tops, key);
    this.#tops[key] = entry;
    if (key < this.#least) this.#least = key;
    if (key > this.#most) this.#most = key;
  }

  /** Takes a state of the least cost. */
  pop(): number {
    const key = this.leastKey;
    const entry = at(this.#tops, key);
    this.#tops[key] = at(this.#before, entry);
    this.#size -= 1;
    return at(this.#states, entry);
  }
}

function grow(values: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(values.length * 2, least)).fill(NONE);
  grown.set(values);
  return grown;
}
