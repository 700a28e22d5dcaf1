import { ensureBuilt } from '../../../scripts/build.mjs';

/** The end-to-end tests drive the built product. */
export function setup(): void {
  ensureBuilt('app', 'node');
}
