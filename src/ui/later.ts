import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { whenIdle } from './whenIdle.ts';

/**
 * A part of a page that shows only when asked for; give it a `Suspense` of its own. Its code is fetched
 * once the page is drawn and the browser has nothing better to do, so that it is there at once when
 * wanted, and without a network too.
 */
export function later<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  whenIdle(() => void load().catch(() => undefined));
  return lazy(() => load().then((part) => ({ default: part })));
}
