import { setTimeout as wait } from 'node:timers/promises';

/** Looks again and again until `check` finds nothing amiss; throws with what it still says after `patienceMs`. */
export async function until(
  check: () => string | undefined | Promise<string | undefined>,
  patienceMs = 90_000,
): Promise<void> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const amiss = await check();
    if (amiss === undefined) return;
    if (performance.now() > endsAt) throw new Error(`Still not: ${amiss}`);
    await wait(20);
  }
}
