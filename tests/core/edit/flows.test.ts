import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import { findFreeExits, suggestLabel } from '#core/edit/suggestLabel.ts';
import { arrowsOf, edited, rejectionOf, symbolsOf } from '#tests/support/editing.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

function connect(from: string, to: string, label?: string, id = 'g'): Edit {
  return { type: 'connect', flow: { id, from, to, ...(label !== undefined && { label }) } };
}

describe('connect', () => {
  it('adds an arrow at the end, without an empty label', () => {
    expect(edited(connect('s1', 's4', '\u0007')).flows.at(-1)).toEqual({
      id: 'g',
      from: 's1',
      to: 's4',
    });
  });

  it('allows a second arrow between the same symbols under another label', () => {
    expect(arrowsOf(edited(connect('s2', 's3', 'Lengkap')))).toContain('s2 > s3 Lengkap');
  });

  it.each([
    ['duplicate-flow', connect('s2', 's3', 'Ya')],
    ['duplicate-flow', connect('s1', 's2')],
    ['self-flow', connect('s1', 's1')],
    ['unknown-symbol', connect('none', 's1')],
    ['unknown-symbol', connect('s1', 'none')],
    ['duplicate-id', connect('s1', 's4', undefined, 'f1')],
    ['bad-id', connect('s1', 's4', undefined, '')],
    ['too-long', connect('s1', 's4', 'x'.repeat(20_001))],
  ] as const)('is rejected with %s', (code, edit) => {
    expect(rejectionOf(edit)).toBe(code);
  });
});

describe('reverseFlow', () => {
  it('turns an arrow round on the same line', () => {
    const routed = edited({
      type: 'setRoute',
      flow: 'f4',
      route: { exit: 'right', entry: 'top', channel: 'head', labelAt: 0.25 },
    });

    expect(edited({ type: 'reverseFlow', flow: 'f4' }, routed).flows[3]).toEqual({
      id: 'f4',
      from: 's4',
      to: 's3',
      route: { exit: 'top', entry: 'right', channel: 'head', labelAt: 0.75 },
    });
  });

  it('is rejected when that arrow is there, or this one is gone', () => {
    const both = edited(connect('s2', 's1'));

    expect(rejectionOf({ type: 'reverseFlow', flow: 'f1' }, both)).toBe('duplicate-flow');
    expect(rejectionOf({ type: 'reverseFlow', flow: 'none' })).toBe('unknown-flow');
  });
});

describe('retargetFlow', () => {
  it('moves one end and keeps of its way what concerns the other', () => {
    const retargeted = edited({ type: 'retargetFlow', flow: 'f3', end: 'to', symbol: 's4' });

    expect(retargeted.flows[2]).toEqual({
      id: 'f3',
      from: 's2',
      to: 's4',
      label: 'Tidak',
      route: { exit: 'left' },
    });
    expect(
      edited({ type: 'retargetFlow', flow: 'f3', end: 'from', symbol: 's3' }).flows[2],
    ).toEqual({ id: 'f3', from: 's3', to: 's1', label: 'Tidak' });
  });

  it('changes nothing at the same symbol', () => {
    const procedure = smallProcedure();

    expect(edited({ type: 'retargetFlow', flow: 'f3', end: 'to', symbol: 's1' }, procedure)).toBe(
      procedure,
    );
  });

  it.each([
    ['unknown-flow', 'none', 's4'],
    ['unknown-symbol', 'f1', 'none'],
    ['self-flow', 'f1', 's1'],
  ] as const)('is rejected with %s', (code, flow, symbol) => {
    expect(rejectionOf({ type: 'retargetFlow', flow, end: 'to', symbol })).toBe(code);
  });

  it('is rejected when the same arrow is there', () => {
    const both = edited(connect('s1', 's4'));

    expect(rejectionOf({ type: 'retargetFlow', flow: 'f1', end: 'to', symbol: 's4' }, both)).toBe(
      'duplicate-flow',
    );
  });
});

describe('removeFlow', () => {
  it('removes an arrow, once', () => {
    const after = edited({ type: 'removeFlow', flow: 'f2' });

    expect(after.flows.map((flow) => flow.id)).toEqual(['f1', 'f3', 'f4']);
    expect(rejectionOf({ type: 'removeFlow', flow: 'f2' }, after)).toBe('unknown-flow');
  });
});

describe('suggestLabel', () => {
  it('calls the exits of a decision Ya, then Tidak, then nothing', () => {
    const none = edited([
      { type: 'removeFlow', flow: 'f2' },
      { type: 'removeFlow', flow: 'f3' },
    ]);
    const yes = edited({ type: 'removeFlow', flow: 'f3' });
    const no = edited({ type: 'removeFlow', flow: 'f2' });

    expect(suggestLabel(none, 's2')).toBe('Ya');
    expect(suggestLabel(yes, 's2')).toBe('Tidak');
    expect(suggestLabel(no, 's2')).toBe('Ya');
    expect(suggestLabel(smallProcedure(), 's2')).toBeUndefined();
    expect(suggestLabel(none, 's1')).toBeUndefined();
  });

  it('knows an exit by its first word', () => {
    const yes = edited([
      { type: 'setText', target: { of: 'label', flow: 'f2' }, text: 'Ya, berkas lengkap' },
      { type: 'removeFlow', flow: 'f3' },
    ]);
    const no = edited([
      { type: 'setText', target: { of: 'label', flow: 'f3' }, text: 'tidak, perlu perbaikan' },
      { type: 'removeFlow', flow: 'f2' },
    ]);

    expect(suggestLabel(yes, 's2')).toBe('Tidak');
    expect(suggestLabel(no, 's2')).toBe('Ya');
  });
});

describe('findFreeExits', () => {
  it('offers none where a decision has two, whatever they are called', () => {
    const named = edited([
      { type: 'setText', target: { of: 'label', flow: 'f2' }, text: 'Setuju' },
      { type: 'setText', target: { of: 'label', flow: 'f3' }, text: 'Tolak' },
    ]);

    expect(findFreeExits(named, 's2')).toEqual([]);
  });
});

describe('setRoute and tidyRoutes', () => {
  it('keeps a wish and gives it back to the router', () => {
    const route = { exit: 'right', channel: null, labelAt: 0.5 } as const;
    const routed = edited({ type: 'setRoute', flow: 'f1', route });

    expect(routed.flows[0]?.route).toEqual(route);
    expect(edited({ type: 'setRoute', flow: 'f1', route: null }, routed)).toEqual(smallProcedure());
    expect(edited({ type: 'setRoute', flow: 'f1', route: {} }, routed)).toEqual(smallProcedure());
  });

  it('changes nothing for the same wish in another order', () => {
    const procedure = smallProcedure();
    const route = { channel: 'staff', exit: 'left' } as const;

    expect(edited({ type: 'setRoute', flow: 'f3', route }, procedure)).toBe(procedure);
  });

  it.each([
    ['unknown-flow', 'none', { exit: 'left' }],
    ['unknown-actor', 'f1', { channel: 'none' }],
    ['bad-route', 'f1', { labelAt: 1.5 }],
    ['bad-route', 'f1', { exit: 'middle' as 'left' }],
  ] as const)('is rejected with %s', (code, flow, route) => {
    expect(rejectionOf({ type: 'setRoute', flow, route })).toBe(code);
  });

  it('tidies all at once', () => {
    const tidy = edited({ type: 'tidyRoutes' });

    expect(tidy.flows.every((flow) => !('route' in flow))).toBe(true);
    expect(edited({ type: 'tidyRoutes' }, tidy)).toBe(tidy);
  });
});

describe('The way that a person gave an arrow', () => {
  const wished = edited({
    type: 'setRoute',
    flow: 'f3',
    route: { exit: 'left', entry: 'left', channel: 'staff', labelAt: 0.3 },
  });
  const wayOf = (edit: Edit) => edited(edit, wished).flows.find(({ id }) => id === 'f3')?.route;

  it.each<Edit>([
    { type: 'removeStep', step: 'file' },
    { type: 'moveStep', step: 'sign', place: { at: 'end' } },
    { type: 'moveStep', step: 'check', place: { at: 'end' } },
    { type: 'moveActor', actor: 'secretary', place: { before: 'staff' } },
    { type: 'moveSymbol', symbol: 's3', step: 'sign', actor: 'staff' },
    { type: 'setSymbolKind', symbol: 's2', kind: 'process' },
    { type: 'setText', target: { of: 'label', flow: 'f3' }, text: 'Belum' },
  ])('is kept when something else changes: %o', (edit) => {
    expect(wayOf(edit)).toEqual(wished.flows[2]?.route);
  });

  it('loses its gap with the actor beside it, or when an end moves to another lane', () => {
    const sides = { exit: 'left', entry: 'left', labelAt: 0.3 };

    expect(wayOf({ type: 'moveSymbol', symbol: 's2', step: 'check', actor: 'secretary' })).toEqual(
      sides,
    );
    expect(wayOf({ type: 'moveSymbol', symbol: 's1', step: 'receive', actor: 'head' })).toEqual(
      sides,
    );
  });

  it('stays when an end moves to another row of its lane', () => {
    expect(wayOf({ type: 'moveSymbol', symbol: 's2', step: 'sign', actor: 'head' })).toEqual(
      wished.flows[2]?.route,
    );
  });
});

describe('symbols', () => {
  const box = { id: 'n1', actor: 'staff', kind: 'process' } as const;

  it('are added at the end of their row', () => {
    expect(symbolsOf(edited({ type: 'addSymbol', step: 'check', symbol: box }))[1]).toBe(
      'check: s2@head n1@staff',
    );
  });

  it('change their kind and keep their arrows', () => {
    const after = edited({ type: 'setSymbolKind', symbol: 's2', kind: 'process' });

    expect(after.steps[1]?.symbols[0]).toEqual({ id: 's2', actor: 'head', kind: 'process' });
    expect(after.flows).toEqual(smallProcedure().flows);
  });

  it('move to another column, another row, or both', () => {
    const column = edited({ type: 'moveSymbol', symbol: 's2', step: 'check', actor: 'staff' });
    const row = edited({ type: 'moveSymbol', symbol: 's2', step: 'sign', actor: 'head' });

    expect(symbolsOf(column)[1]).toBe('check: s2@staff');
    expect(symbolsOf(row).slice(1, 3)).toEqual(['check: ', 'sign: s3@secretary s2@head']);
    expect(row.flows).toEqual(smallProcedure().flows);
  });

  it('are removed like a step: their neighbours are joined', () => {
    const after = edited({ type: 'removeSymbol', symbol: 's3' });

    expect(arrowsOf(after)).toEqual(['s1 > s2', 's2 > s4 Ya', 's2 > s1 Tidak']);
    expect(symbolsOf(after)[2]).toBe('sign: ');
  });

  it.each<readonly [string, Edit]>([
    ['unknown-step', { type: 'addSymbol', step: 'none', symbol: box }],
    ['unknown-actor', { type: 'addSymbol', step: 'check', symbol: { ...box, actor: 'none' } }],
    ['duplicate-id', { type: 'addSymbol', step: 'check', symbol: { ...box, id: 's4' } }],
    ['unknown-symbol', { type: 'setSymbolKind', symbol: 'none', kind: 'process' }],
    ['unknown-symbol', { type: 'moveSymbol', symbol: 'none', step: 'check', actor: 'head' }],
    ['unknown-step', { type: 'moveSymbol', symbol: 's1', step: 'none', actor: 'head' }],
    ['unknown-actor', { type: 'moveSymbol', symbol: 's1', step: 'check', actor: 'none' }],
    ['unknown-symbol', { type: 'removeSymbol', symbol: 'none' }],
  ])('are rejected with %s', (code, edit) => {
    expect(rejectionOf(edit)).toBe(code);
  });

  it('are at most 60 in a row', () => {
    const symbols = Array.from({ length: 60 }, (_, index) => ({ ...box, id: `n${index}` }));
    const full = edited({ type: 'addStep', step: { id: 'full', symbols }, place: { at: 'end' } });

    expect(
      rejectionOf({ type: 'addSymbol', step: 'full', symbol: { ...box, id: 'x' } }, full),
    ).toBe('too-many');
    expect(
      rejectionOf({ type: 'moveSymbol', symbol: 's1', step: 'full', actor: 'head' }, full),
    ).toBe('too-many');
  });
});
