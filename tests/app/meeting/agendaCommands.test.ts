import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAgendaCommands } from '#app/meeting/agendaCommands.ts';
import { withMovedItem, withNewItem, withoutItem } from '#app/meeting/agendaDraft.ts';
import { afterCommands, asking, plannedMeeting } from '#tests/support/meetings.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const agenda = fc.uniqueArray(
  fc.record({
    id,
    procedure: fc.constant(null),
    title: fc.constantFrom('Surat', 'Logistik'),
    presenter: fc.constantFrom('', 'Budi'),
    minutes: fc.constantFrom(5, 15),
  }),
  { selector: (item) => item.id },
);

describe('toAgendaCommands', () => {
  it('leads from any agenda to any other', () => {
    fc.assert(
      fc.property(agenda, agenda, (before, after) => {
        const planned = afterCommands(
          plannedMeeting(),
          ...before.map((item) => [asking('ketua'), { type: 'addItem', item }] as const),
        );

        const commands = toAgendaCommands(planned.items, after);
        const changed = afterCommands(
          planned,
          ...commands.map((command) => [asking('ketua'), command] as const),
        );

        expect(
          changed.items.map(({ id: key, procedure, title, presenter, minutes }) => ({
            ...{ id: key, procedure, title, presenter, minutes },
          })),
        ).toEqual(after);
      }),
    );
  });

  it('asks for nothing where nothing was changed', () => {
    const draft = withNewItem([], { id: 'a', procedure: null, title: 'Surat' });
    const planned = afterCommands(
      plannedMeeting(),
      ...draft.map((item) => [asking('ketua'), { type: 'addItem', item }] as const),
    );

    expect(toAgendaCommands(planned.items, draft)).toEqual([]);
  });
});

describe('a draft of an agenda', () => {
  const draft = ['a', 'b', 'c'].reduce(
    (before, key) => withNewItem(before, { id: key, procedure: null, title: key }),
    withNewItem([], { id: 'x', procedure: null, title: 'x' }),
  );
  const ids = (items: typeof draft) => items.map((item) => item.id).join('');

  it('moves an item one place, and no further than the ends', () => {
    expect(ids(withMovedItem(draft, 'a', 1))).toBe('xbac');
    expect(ids(withMovedItem(draft, 'a', -1))).toBe('axbc');
    expect(ids(withMovedItem(draft, 'x', -1))).toBe('xabc');
    expect(ids(withMovedItem(draft, 'c', 1))).toBe('xabc');
  });

  it('loses an item', () => {
    expect(ids(withoutItem(draft, 'b'))).toBe('xac');
  });
});
