const minShare = 0.2;
const maxShare = 0.8;

/** How much of the split the canvas gets, within sensible bounds; half when unreadable. */
export function toDividerShare(value: unknown): number {
  const share = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof share !== 'number' || !Number.isFinite(share)) return 0.5;
  return Math.min(maxShare, Math.max(minShare, share));
}

/** Where an arrow key, Home or End moves the divider; undefined for other keys. */
export function moveDivider(share: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return toDividerShare(share - 0.05);
    case 'ArrowRight':
    case 'ArrowDown':
      return toDividerShare(share + 0.05);
    case 'Home':
      return minShare;
    case 'End':
      return maxShare;
  }
  return undefined;
}
