export const root: string;
/** Builds the named targets unless their result is newer than every source. */
export function ensureBuilt(...names: readonly ('app' | 'node')[]): void;
