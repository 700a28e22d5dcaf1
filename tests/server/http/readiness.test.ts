import { describe, expect, it } from 'vitest';
import { watchStorage } from '#server/http/readiness.ts';

describe('watchStorage', () => {
  it('asks the storage once a second at most, however often it is asked itself', async () => {
    let time = 0;
    let probes = 0;
    const isWell = watchStorage(
      async () => ++probes,
      () => new Date(time),
    );

    const answers = await Promise.all(Array.from({ length: 50 }, isWell));
    time = 1000;
    await isWell();
    const withinTheSecond = probes;
    time = 1001;
    await isWell();

    expect(new Set(answers)).toEqual(new Set([true]));
    expect([withinTheSecond, probes]).toEqual([1, 2]);
  });

  it('says no when the storage fails, and when it does not answer', async () => {
    const now = () => new Date(0);

    expect(await watchStorage(() => Promise.reject(new Error('full')), now)()).toBe(false);
    expect(await watchStorage(() => new Promise(() => undefined), now)()).toBe(false);
  });
});
