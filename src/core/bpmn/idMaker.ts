import { limits } from '#core/model/limits.ts';

/** Gives every element of one kind an id of its own, the file's where it can serve. */
export class IdMaker {
  readonly #taken: Set<string>;
  readonly #prefix: string;
  #count = 0;

  constructor(prefix: string, reserved: Iterable<string>) {
    this.#prefix = prefix;
    this.#taken = new Set(reserved);
  }

  take(wanted: string): string {
    const isFree = wanted !== '' && wanted.length <= limits.maxIdLength && !this.#taken.has(wanted);
    const id = isFree ? wanted : this.#next();
    this.#taken.add(id);
    return id;
  }

  #next(): string {
    for (;;) {
      this.#count += 1;
      const id = `${this.#prefix}${this.#count}`;
      if (!this.#taken.has(id)) return id;
    }
  }
}
