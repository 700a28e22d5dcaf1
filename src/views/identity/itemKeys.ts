/** The entries of a list, each with a key that it keeps while entries come, go and move around it. */
export interface KeyedItems {
  readonly items: readonly string[];
  readonly keys: readonly string[];
}

/** Hands the keys on to a changed list: to the same texts first, then in order to changed ones. */
export function toKeyedItems(
  before: KeyedItems,
  items: readonly string[],
  newKey: () => string,
): KeyedItems {
  const { head, tail } = toCommonEnds(before.items, items);
  const free = before.keys.slice(head, before.keys.length - tail).map((key, index) => ({
    key,
    text: before.items[head + index],
  }));
  const middle = items.slice(head, items.length - tail);
  const same = middle.map((text) => {
    const index = free.findIndex((candidate) => candidate.text === text);
    return index < 0 ? undefined : free.splice(index, 1)[0]?.key;
  });
  const keys = same.map((key) => key ?? free.shift()?.key ?? newKey());
  return {
    items,
    keys: [...before.keys.slice(0, head), ...keys, ...before.keys.slice(before.keys.length - tail)],
  };
}

function toCommonEnds(before: readonly string[], after: readonly string[]) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { head, tail };
}
