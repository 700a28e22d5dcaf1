import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit, TextTarget } from '#core/edit/edit.ts';
import { newId } from '#core/edit/newId.ts';
import { textOf } from '#core/edit/textOf.ts';
import { edited, rejectionOf } from '#tests/support/editing.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const targets: readonly TextTarget[] = [
  { of: 'title' },
  { of: 'number' },
  { of: 'approver', field: 'position' },
  { of: 'approver', field: 'name' },
  { of: 'approver', field: 'nip' },
  { of: 'item', list: 'legalBasis', index: 1 },
  { of: 'actor', actor: 'head' },
  { of: 'group', actor: 'secretary' },
  { of: 'step', step: 'check', field: 'activity' },
  { of: 'step', step: 'check', field: 'notes' },
  { of: 'symbol', symbol: 's2' },
  { of: 'label', flow: 'f1' },
];

describe('setText', () => {
  it.each(targets)('writes %j and nothing else', (target) => {
    const before = smallProcedure();

    const after = edited({ type: 'setText', target, text: 'Teks\u0007 baru' }, before);

    expect(textOf(after, target)).toBe('Teks baru');
    const restored = edited({ type: 'setText', target, text: textOf(before, target) ?? '' }, after);
    expect(restored).toEqual(before);
  });

  it('takes an optional text away when it is empty', () => {
    const labelled = edited({ type: 'setText', target: { of: 'label', flow: 'f2' }, text: '' });
    const ungrouped = edited({ type: 'setText', target: { of: 'group', actor: 'head' }, text: '' });

    expect(labelled.flows[1]).not.toHaveProperty('label');
    expect(ungrouped.actors[1]).not.toHaveProperty('group');
  });

  it.each<readonly [string, TextTarget]>([
    ['unknown-item', { of: 'item', list: 'warnings', index: 0 }],
    ['unknown-actor', { of: 'actor', actor: 'none' }],
    ['unknown-actor', { of: 'group', actor: 'none' }],
    ['unknown-step', { of: 'step', step: 'none', field: 'notes' }],
    ['unknown-symbol', { of: 'symbol', symbol: 'none' }],
    ['unknown-flow', { of: 'label', flow: 'none' }],
  ])('is rejected with %s', (code, target) => {
    expect(rejectionOf({ type: 'setText', target, text: 'X' })).toBe(code);
  });

  it('is rejected when too long, or when two arrows would be the same', () => {
    const two = edited({ type: 'connect', flow: { id: 'g', from: 's1', to: 's2', label: 'Lagi' } });

    expect(
      rejectionOf({ type: 'setText', target: { of: 'title' }, text: 'x'.repeat(20_001) }),
    ).toBe('too-long');
    expect(
      rejectionOf({ type: 'setText', target: { of: 'label', flow: 'g' }, text: '' }, two),
    ).toBe('duplicate-flow');
  });
});

describe('spliceText', () => {
  const splice = (at: number, remove: number, insert: string): Edit => ({
    type: 'spliceText',
    target: { of: 'title' },
    at,
    remove,
    insert,
  });

  it('replaces a part', () => {
    expect(edited(splice(12, 5, 'Berkas')).identity.title).toBe('Pengelolaan Berkas Masuk');
  });

  it('never leaves half a character behind', () => {
    const emoji = edited(splice(0, 0, '😀'));

    expect(edited(splice(1, 1, ''), emoji)).toEqual(smallProcedure());
  });

  it.each([
    [-1, 0],
    [0, -1],
    [0, 24],
    [24, 0],
    [0.5, 1],
  ])('is rejected at %d for %d characters', (at, remove) => {
    expect(rejectionOf(splice(at, remove, 'x'))).toBe('bad-range');
  });
});

describe('identity', () => {
  it('sets and clears a date', () => {
    const set = edited({ type: 'setDate', field: 'revisedOn', date: '2028-02-29' });

    expect(set.identity.revisedOn).toBe('2028-02-29');
    expect(edited({ type: 'setDate', field: 'revisedOn', date: null }, set)).toEqual(
      smallProcedure(),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '1899-01-01', '2/6/2026', ''])('has no date %j', (date) => {
    expect(rejectionOf({ type: 'setDate', field: 'createdOn', date })).toBe('bad-date');
  });

  it('adds, moves and removes entries', () => {
    const list = 'legalBasis';
    const added = edited({ type: 'addItem', list, index: 1, text: 'PP 5' });
    const moved = edited({ type: 'moveItem', list, from: 0, to: 3 }, added);
    const removed = edited({ type: 'removeItem', list, index: 0 }, moved);

    expect(added.identity.legalBasis).toEqual([
      'UU 7/2017',
      'PP 5',
      'PKPU 14/2020',
      'PermenPANRB 35/2012',
    ]);
    expect(moved.identity.legalBasis).toEqual([
      'PP 5',
      'PKPU 14/2020',
      'PermenPANRB 35/2012',
      'UU 7/2017',
    ]);
    expect(removed.identity.legalBasis).toEqual([
      'PKPU 14/2020',
      'PermenPANRB 35/2012',
      'UU 7/2017',
    ]);
  });

  it.each<readonly [string, Edit]>([
    ['bad-range', { type: 'addItem', list: 'unit', index: 3, text: '' }],
    ['bad-range', { type: 'addItem', list: 'unit', index: -1, text: '' }],
    ['bad-range', { type: 'addItem', list: 'unit', index: 0.5, text: '' }],
    ['unknown-item', { type: 'removeItem', list: 'unit', index: 2 }],
    ['unknown-item', { type: 'removeItem', list: 'unit', index: -1 }],
    ['unknown-item', { type: 'moveItem', list: 'unit', from: 0, to: 2 }],
    ['unknown-item', { type: 'moveItem', list: 'unit', from: 2, to: 0 }],
    ['too-long', { type: 'addItem', list: 'unit', index: 0, text: 'x'.repeat(20_001) }],
  ])('is rejected with %s', (code, edit) => {
    expect(rejectionOf(edit)).toBe(code);
  });

  it('has at most 200 entries in a list', () => {
    const edits = Array.from(
      { length: 200 },
      (_, index): Edit => ({ type: 'addItem', list: 'warnings', index, text: `${index}` }),
    );

    expect(
      rejectionOf({ type: 'addItem', list: 'warnings', index: 0, text: '' }, edited(edits)),
    ).toBe('too-many');
  });
});

describe('changeSettings and setLogo', () => {
  it('sets some keys, keeps the others, and takes a key back with null', () => {
    const set = edited({
      type: 'changeSettings',
      settings: { paper: 'a4', tableNote: 'Ca\u0007tatan' },
    });
    const changed = edited(
      { type: 'changeSettings', settings: { paper: null, typeSizePt: 9 } },
      set,
    );

    expect(set.settings).toEqual({ paper: 'a4', tableNote: 'Catatan' });
    expect(changed.settings).toEqual({ tableNote: 'Catatan', typeSizePt: 9 });
    const none = edited(
      { type: 'changeSettings', settings: { tableNote: null, typeSizePt: null } },
      changed,
    );
    expect(none).toEqual(smallProcedure());
  });

  it('changes nothing for what is set already', () => {
    const set = edited({ type: 'changeSettings', settings: { draftMark: true } });

    expect(
      edited({ type: 'changeSettings', settings: { draftMark: true, cover: null } }, set),
    ).toBe(set);
  });

  it.each([
    { typeSizePt: 99 },
    { paper: 'a0' as 'a4' },
    { colour: 'red' },
    { marginMm: Number.NaN },
  ])('refuses %j', (settings) => {
    expect(rejectionOf({ type: 'changeSettings', settings })).toBe('bad-setting');
  });

  it('sets and removes a logo, a picture only', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';
    const set = edited({ type: 'setLogo', logo });

    expect(set.identity.logo).toBe(logo);
    expect(edited({ type: 'setLogo', logo: null }, set)).toEqual(smallProcedure());
    expect(rejectionOf({ type: 'setLogo', logo: 'https://kpu.go.id/logo.png' })).toBe(
      'bad-picture',
    );
    const tooLarge = `data:image/png;base64,${'A'.repeat(400_000)}`;
    expect(rejectionOf({ type: 'setLogo', logo: tooLarge })).toBe('bad-picture');
  });
});

describe('batch', () => {
  it('does all or nothing', () => {
    const title: Edit = { type: 'setText', target: { of: 'title' }, text: 'X' };

    expect(
      edited({ type: 'batch', edits: [title, { type: 'removeStep', step: 'file' }] }).steps,
    ).toHaveLength(3);
    expect(
      applyEdit(smallProcedure(), {
        type: 'batch',
        edits: [title, { type: 'removeStep', step: 'none' }],
      }),
    ).toMatchObject({ ok: false, rejection: { code: 'unknown-step' } });
  });

  it('lets an edit build on the one before', () => {
    const after = edited({
      type: 'batch',
      edits: [
        { type: 'addActor', actor: { id: 'new', name: 'Arsiparis' }, place: { at: 'end' } },
        { type: 'moveSymbol', symbol: 's4', step: 'file', actor: 'new' },
      ],
    });

    expect(after.steps[3]?.symbols[0]?.actor).toBe('new');
  });
});

describe('newId', () => {
  it('makes ids of 12 letters and digits from the numbers it is given', () => {
    expect(newId(() => 0)).toBe('000000000000');
    expect(newId(() => 0.999)).toBe('zzzzzzzzzzzz');
  });
});
