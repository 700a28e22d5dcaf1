import { describe, expect, it } from 'vitest';
import { fuzzSocket } from './socketFuzz.ts';

/** What the garbage collector may leave lying about; a leak of frames or rooms would soon be more. */
const mostGrowthMb = 150;

describe('the sync socket', { timeout: 120_000 }, () => {
  // `npm run fuzz` attacks longer, and otherwise each time.
  it('ends, grows and shows to others nothing of what nobody should send', async () => {
    const { frames, ends, memoryMb } = await fuzzSocket({ seed: 3, attacks: 256 });

    expect(frames).toBeGreaterThan(2000);
    expect(Object.keys(ends)).toEqual(expect.arrayContaining(['4400', '4429', 'left']));
    expect(memoryMb.most - memoryMb.early).toBeLessThan(mostGrowthMb);
  });
});
