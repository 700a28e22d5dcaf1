/** The value at `index`; the callers' loops stay within bounds, where `?? 0` costs nothing. */
export function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** The item at `index`, which the caller knows to exist. */
export function item<T>(items: readonly T[], index: number): T {
  const found = items[index];
  if (found === undefined) throw new RangeError(`No item ${index} of ${items.length}`);
  return found;
}
