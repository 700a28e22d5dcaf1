import { describe, expect, it } from 'vitest';
import { whyNoRedis } from '#tests/support/ownRedis.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { playStory } from './chaosRun.ts';
import { whyNoFullDisk } from './chaosServer.ts';

const noPostgres = await whyNoPostgres();
const noNodes = noPostgres ?? whyNoRedis();
const noFullDisk = whyNoFullDisk();

// `npm run chaos` plays longer stories, other ones each time.
// Together, since they mostly wait: for servers that start and clients that try again.
describe.concurrent('people on bad networks', { timeout: 240_000 }, () => {
  it(`lose nothing on SQLite${noFullDisk ? `; without full disks: ${noFullDisk}` : ''}`, async () => {
    const figures = await playStory({ seed: 4, engine: 'sqlite', clients: 3 }, 130);

    expect(figures.lost).toBe(0);
    expect(figures.seen).toBeGreaterThan(0);
  });

  it.skipIf(noPostgres)(
    `lose nothing on PostgreSQL${noPostgres ? `: ${noPostgres}` : ''}`,
    async () => {
      const figures = await playStory({ seed: 7, engine: 'postgres', clients: 3 }, 80);

      expect(figures.lost).toBe(0);
      expect(figures.seen).toBeGreaterThan(0);
    },
  );

  it.skipIf(noNodes)(`lose nothing on three nodes${noNodes ? `: ${noNodes}` : ''}`, async () => {
    const figures = await playStory({ seed: 5, engine: 'nodes', clients: 4 }, 80);

    expect(figures.lost).toBe(0);
    expect(figures.seen).toBeGreaterThan(0);
    expect(figures.suggestions).toBeGreaterThan(0);
    expect(figures.kills).toBeGreaterThan(3);
  });
});
