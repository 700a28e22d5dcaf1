import { at } from './typed.ts';

/** A binary heap of states by cost. Equal costs leave in an order that only depends on what came in. */
export class StateQueue {
  #keys = new Int32Array(256);
  #states = new Int32Array(256);
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  get leastKey(): number {
    return at(this.#keys, 0);
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number, state: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    let index = this.#size;
    this.#size += 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (at(this.#keys, parent) <= key) break;
      this.#keys[index] = at(this.#keys, parent);
      this.#states[index] = at(this.#states, parent);
      index = parent;
    }
    this.#keys[index] = key;
    this.#states[index] = state;
  }

  /** Takes the state of least cost; the queue must not be empty. */
  pop(): number {
    const top = at(this.#states, 0);
    this.#size -= 1;
    if (this.#size > 0) this.#sink(at(this.#keys, this.#size), at(this.#states, this.#size));
    return top;
  }

  #sink(key: number, state: number): void {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && at(this.#keys, child + 1) < at(this.#keys, child)) child += 1;
      if (at(this.#keys, child) >= key) break;
      this.#keys[index] = at(this.#keys, child);
      this.#states[index] = at(this.#states, child);
      index = child;
    }
    this.#keys[index] = key;
    this.#states[index] = state;
  }

  #grow(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    const states = new Int32Array(keys.length);
    keys.set(this.#keys);
    states.set(this.#states);
    this.#keys = keys;
    this.#states = states;
  }
}
