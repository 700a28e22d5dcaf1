import { describe, expect, it } from 'vitest';
import { findDateWarnings } from '#views/identity/dateWarnings.ts';

describe('findDateWarnings', () => {
  it('finds nothing odd in the usual order, or where dates are missing', () => {
    const usual = { createdOn: '2026-01-05', revisedOn: '2026-03-01', effectiveOn: '2026-03-10' };

    expect(findDateWarnings(usual)).toEqual([]);
    expect(
      findDateWarnings({ createdOn: null, revisedOn: null, effectiveOn: '2026-03-10' }),
    ).toEqual([]);
  });

  it('points at a making after the effect, and at a revision outside both', () => {
    const odd = { createdOn: '2026-05-01', revisedOn: '2026-04-01', effectiveOn: '2026-03-10' };

    expect(findDateWarnings(odd)).toEqual([
      { field: 'createdOn', reason: 'createdAfterEffective' },
      { field: 'revisedOn', reason: 'revisedBeforeCreated' },
    ]);
  });
});
