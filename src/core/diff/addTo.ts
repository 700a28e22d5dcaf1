/** Puts a thing at the end of the list of its key. */
export function addTo<Key, T>(lists: Map<Key, T[]>, key: Key, thing: T): void {
  const list = lists.get(key);
  if (list) list.push(thing);
  else lists.set(key, [thing]);
}
