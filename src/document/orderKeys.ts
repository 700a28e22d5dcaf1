import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Numbers from 0 up to but not including 1. */
export type Random = () => number;

/** Each halving adds one bit: two people who insert at one place collide once in a million times. */
const JITTER_BITS = 20;

/** `count` ascending keys between two neighbours; null stands for the start and the end. */
function keysBetween(
  left: string | null,
  right: string | null,
  count: number,
  random: Random,
): readonly string[] {
  if (count === 0) return [];
  const first = jitteredKey(left, right, random);
  return [first, ...generateNKeysBetween(first, right, count - 1)];
}

function isOrderKey(key: unknown): key is string {
  if (typeof key !== 'string' || key === '') return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** A key at a random place between the neighbours. */
function jitteredKey(left: string | null, right: string | null, random: Random): string {
  let low = right === null ? generateKeyBetween(left, null) : left;
  let high = right ?? generateKeyBetween(low, null);
  let key = generateKeyBetween(low, high);
  for (let bit = 0; bit < JITTER_BITS; bit += 1) {
    if (random() < 0.5) low = key;
    else high = key;
    key = generateKeyBetween(low, high);
  }
  return key;
}

/**
 * The keys to write so that things stand in the order of `ids`: for what is new, for what moves, and for
 * what cannot stay where it is. Keys of all others are left alone.
 */
export function findNewKeys(
  ids: readonly string[],
  keyOf: (id: string) => unknown,
  isMoving: (id: string) => boolean,
  random: Random,
): ReadonlyMap<string, string> {
  const newKeys = new Map<string, string>();
  let left: string | null = null;
  let waiting: string[] = [];
  const place = (right: string | null): void => {
    for (const [index, key] of keysBetween(left, right, waiting.length, random).entries())
      newKeys.set(waiting[index] ?? '', key);
    waiting = [];
  };
  for (const id of ids) {
    const key = isMoving(id) ? undefined : keyOf(id);
    if (isOrderKey(key) && (left === null || key > left)) {
      place(key);
      left = key;
    } else waiting.push(id);
  }
  place(null);
  return newKeys;
}
