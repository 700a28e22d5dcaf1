import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { whenIdle } from './whenIdle.ts';

/** A page or a view that is fetched when it is wanted, and what styles it; give it a `Suspense`. */
export function onDemand<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [part] = await Promise.all([load(), import('./moreStyles.ts')]);
    return { default: part };
  });
}

/**
 * A part of a page that shows only when asked for; give it a `Suspense` of its own. Its code is fetched
 * once the page is drawn and the browser has nothing better to do, so that it is there at once when
 * wanted, and without a network too.
 */
export function later<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  const part = onDemand(load);
  whenIdle(() => void Promise.all([load(), import('./moreStyles.ts')]).catch(() => undefined));
  return part;
}
