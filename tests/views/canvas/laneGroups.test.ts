import { describe, expect, it } from 'vitest';
import type { Selected } from '#session/session.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { findGroupMembers, toLaneGroups } from '#views/canvas/laneGroups.ts';

const procedure = smallProcedure();
const columns = [
  { actor: 'staff', x: 40, width: 100 },
  { actor: 'head', x: 140, width: 80 },
  { actor: 'secretary', x: 220, width: 100 },
];

describe('toLaneGroups', () => {
  it('joins adjacent lanes of one group under one header', () => {
    expect(toLaneGroups(procedure.actors, columns)).toEqual([
      { name: 'Sekretariat', actors: ['staff', 'head'], x: 40, width: 180 },
    ]);
  });

  it('keeps lanes of one group apart when another stands between them', () => {
    const [staff, head, secretary] = columns;
    if (!staff || !head || !secretary) throw new RangeError('Three columns are needed');

    expect(toLaneGroups(procedure.actors, [staff, secretary, head])).toEqual([
      { name: 'Sekretariat', actors: ['staff'], x: 40, width: 100 },
      { name: 'Sekretariat', actors: ['head'], x: 140, width: 80 },
    ]);
  });
});

describe('findGroupMembers', () => {
  const lane = (id: string): Selected => ({ kind: 'actor', id });

  it('is the whole group of an actor that has one', () => {
    expect(findGroupMembers(procedure, [], 'head')).toEqual(['staff', 'head']);
  });

  it('is every selected actor where there is no group yet', () => {
    const selection = [lane('secretary'), lane('staff')];

    expect(findGroupMembers(procedure, selection, 'secretary')).toEqual(['secretary', 'staff']);
    expect(findGroupMembers(procedure, [], 'secretary')).toEqual(['secretary']);
  });
});
