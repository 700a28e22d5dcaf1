const chunkSize = 40;

/**
 * A long list in pieces, each to be drawn by a component of its own: React then looks through one
 * piece, not the whole list, when one of its items changes.
 */
export function inChunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  );
}
