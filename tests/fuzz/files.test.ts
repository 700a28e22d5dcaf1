import { describe, expect, it } from 'vitest';
import { fuzzFiles } from './fileFuzz.ts';

describe('the importers', { timeout: 120_000 }, () => {
  // Far more than any of them takes: only what grows without bound is found by it.
  const mostMs = 15_000;

  it('answer every damaged file and every bomb, and soon', async () => {
    const { files, read } = await fuzzFiles(1, 150, mostMs);

    expect(read).toBeGreaterThan(0);
    expect(files - read).toBeGreaterThan(50);
  });
});
