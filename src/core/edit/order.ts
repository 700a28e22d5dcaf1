import type { Place } from './edit.ts';

interface HasId {
  readonly id: string;
}

/** The index at which something placed there is inserted; undefined when the place is unknown. */
export function indexOfPlace(items: readonly HasId[], place: Place): number | undefined {
  if ('at' in place) return items.length;
  const anchor = 'before' in place ? place.before : place.after;
  const index = items.findIndex((item) => item.id === anchor);
  if (index < 0) return undefined;
  return 'before' in place ? index : index + 1;
}

export function insertAt<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

/** The items with one of them at another place; the same array when nothing moves. */
export function moveTo<T extends HasId>(
  items: readonly T[],
  id: string,
  place: Place,
): readonly T[] | undefined {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const index = indexOfPlace(items, place);
  if (!item || index === undefined) return undefined;
  if (index === from || index === from + 1) return items;
  const rest = items.filter((each) => each !== item);
  return insertAt(rest, index > from ? index - 1 : index, item);
}
