import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import { limits } from '#core/model/limits.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arrowsOf, edited, rejectionOf, symbolsOf } from '#tests/support/editing.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

function actorsOf({ actors }: Procedure): readonly string[] {
  return actors.map((actor) => `${actor.id}${actor.group ? `/${actor.group}` : ''}`);
}
function addActor(id: string, rest: { name?: string; group?: string } = {}): Edit {
  return { type: 'addActor', actor: { id, name: 'Arsiparis', ...rest }, place: { after: 'staff' } };
}

describe('addActor', () => {
  it('puts a column where asked', () => {
    expect(actorsOf(edited(addActor('new', { group: 'Sekretariat' })))).toEqual([
      'staff/Sekretariat',
      'new/Sekretariat',
      'head/Sekretariat',
      'secretary',
    ]);
  });

  it('has no group when nothing printable is left of it', () => {
    expect(edited(addActor('new', { group: '\u0007' })).actors[1]).toEqual({
      id: 'new',
      name: 'Arsiparis',
    });
  });

  it('is rejected for a taken id, a lost neighbour or too many', () => {
    const actors = Array.from({ length: limits.maxActors }, (_, index) => ({
      id: `a${index}`,
      name: '',
    }));
    const full = { ...smallProcedure(), actors, steps: [], flows: [] };

    expect(rejectionOf(addActor('head'))).toBe('duplicate-id');
    expect(rejectionOf(addActor('new'), { ...full, actors: [] })).toBe('unknown-actor');
    expect(rejectionOf(addActor('new'), full)).toBe('too-many');
  });
});

describe('moveActor', () => {
  it('moves a column', () => {
    const after = edited({ type: 'moveActor', actor: 'secretary', place: { before: 'staff' } });

    expect(actorsOf(after)).toEqual(['secretary', 'staff/Sekretariat', 'head/Sekretariat']);
  });

  it('is rejected without the actor or its neighbour', () => {
    expect(rejectionOf({ type: 'moveActor', actor: 'none', place: { at: 'end' } })).toBe(
      'unknown-actor',
    );
    expect(rejectionOf({ type: 'moveActor', actor: 'head', place: { after: 'none' } })).toBe(
      'unknown-actor',
    );
  });
});

describe('removeActor', () => {
  it('takes its symbols along and joins what stood around them', () => {
    const after = edited({ type: 'removeActor', actor: 'head' });

    expect(symbolsOf(after)).toEqual([
      'receive: s1@staff',
      'check: ',
      'sign: s3@secretary',
      'file: s4@staff',
    ]);
    expect(arrowsOf(after)).toEqual(['s1 > s3', 's3 > s4']);
  });

  it('leaves to the router the arrows that ran beside it', () => {
    const routed = edited([
      { type: 'setRoute', flow: 'f1', route: { channel: 'secretary', exit: 'right' } },
      { type: 'setRoute', flow: 'f3', route: { channel: 'secretary' } },
      { type: 'removeStep', step: 'sign' },
    ]);

    const after = edited({ type: 'removeActor', actor: 'secretary' }, routed);

    expect(after.flows.map((flow) => flow.route)).toEqual([
      { exit: 'right' },
      undefined,
      undefined,
    ]);
  });

  it('is rejected for an actor that is gone', () => {
    expect(rejectionOf({ type: 'removeActor', actor: 'none' })).toBe('unknown-actor');
  });
});

describe('groupActors', () => {
  it('groups, regroups and ungroups', () => {
    const grouped = edited({
      type: 'groupActors',
      actors: ['head', 'secretary'],
      group: 'Pimpinan',
    });
    expect(actorsOf(grouped)).toEqual(['staff/Sekretariat', 'head/Pimpinan', 'secretary/Pimpinan']);

    const none = edited(
      { type: 'groupActors', actors: ['staff', 'head', 'secretary'], group: '' },
      grouped,
    );
    expect(none.actors.every((actor) => !('group' in actor))).toBe(true);
  });

  it('changes nothing for actors that are in it', () => {
    const procedure = smallProcedure();
    const edit = { type: 'groupActors', actors: ['staff', 'head'], group: 'Sekretariat' } as const;

    expect(edited(edit, procedure)).toBe(procedure);
  });

  it('is rejected when one of them is gone', () => {
    expect(rejectionOf({ type: 'groupActors', actors: ['head', 'none'], group: 'X' })).toBe(
      'unknown-actor',
    );
  });
});
