import { describe, expect, it } from 'vitest';
import { openMany } from './manyDocuments.ts';

/** If they stayed, these documents would take several times as much. */
const mostGrowthMb = 80;

describe('a server on which one document after the other is opened', { timeout: 300_000 }, () => {
  // `npm run chaos -- --documents 10000` opens more.
  it('needs no more memory for the last than for the first', async () => {
    const { earlyMb, lateMb } = await openMany(3000);

    expect(lateMb - earlyMb).toBeLessThan(mostGrowthMb);
  });
});
