import { useRef } from 'react';
import { type KeyedItems, toKeyedItems } from './itemKeys.ts';

/** Stable keys for a list of texts, so that a field keeps its caret while entries move around it. */
export function useItemKeys(items: readonly string[]): readonly string[] {
  const count = useRef(0);
  const last = useRef<KeyedItems>({ items: [], keys: [] });
  if (last.current.items !== items)
    last.current = toKeyedItems(last.current, items, () => {
      count.current += 1;
      return `item-${count.current}`;
    });
  return last.current.keys;
}
