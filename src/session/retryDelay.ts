/** First pause before a new try, and the longest, in ms. */
const SHORTEST_MS = 300;
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next try, in ms: twice as long after each failure, and spread out, so that
 * a room full of browsers does not come back in the same moment. `random` is from 0 up to 1.
 */
export function retryDelay(failures: number, random: number): number {
  const most = Math.min(SHORTEST_MS * 2 ** failures, LONGEST_MS);
  return most * (0.5 + random / 2);
}
