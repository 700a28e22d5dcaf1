import { describe, expect, it } from 'vitest';
import { checkEntry } from '#core/suggestions/checkEntry.ts';
import { foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import { suggestionLimits } from '#core/suggestions/suggestion.ts';
import { parseSuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import {
  commenter,
  decide,
  entryBy,
  moderator,
  reply,
  suggest,
  taken,
} from '#tests/support/suggesting.ts';

const open = taken('open', entryBy('ani', suggest('A')), 1);
const decided = taken('decided', entryBy('ani', suggest('B')), 2);
const suggestions = foldSuggestions([
  open,
  decided,
  taken('d', entryBy('cici', decide('decided', 'accepted')), 3),
]);
const reword = (suggestion: string) => ({ type: 'reword' as const, suggestion, text: 'X' });

describe('who may add what', () => {
  it.each([
    ['a commenter suggests', entryBy('budi', suggest('C')), commenter('budi'), undefined],
    ['a commenter replies', entryBy('budi', reply('open', 'Ya')), commenter('budi'), undefined],
    ['an author rewords', entryBy('ani', reword('open')), commenter('ani'), undefined],
    [
      'a moderator decides',
      entryBy('cici', decide('open', 'accepted')),
      moderator('cici'),
      undefined,
    ],
    [
      'a commenter decides',
      entryBy('budi', decide('open', 'accepted')),
      commenter('budi'),
      'not-allowed',
    ],
    [
      'a viewer suggests',
      entryBy('vino', suggest('C')),
      { id: 'vino', maySuggest: false, maySettle: false },
      'not-allowed',
    ],
    ['somebody in another name', entryBy('ani', suggest('C')), commenter('budi'), 'wrong-author'],
    [
      'anonymous where it is not allowed',
      entryBy(null, suggest('C')),
      commenter('budi'),
      'no-anonymous',
    ],
    ['another rewords', entryBy('cici', reword('open')), moderator('cici'), 'not-yours'],
    [
      'an author rewords what is decided',
      entryBy('ani', reword('decided')),
      commenter('ani'),
      'already-decided',
    ],
    [
      'a reply to nothing',
      entryBy('ani', reply('gone', 'Ya')),
      commenter('ani'),
      'unknown-suggestion',
    ],
  ])('%s', (_, entry, writer, code) => {
    expect(checkEntry(suggestions, entry, writer)?.code).toBe(code);
  });

  it('takes anonymous suggestions once a moderator allows them', () => {
    const allow = entryBy('cici', { type: 'allowAnonymous', isAllowed: true });
    const allowed = foldSuggestions([taken('x', allow, 1)]);

    expect(checkEntry(allowed, entryBy(null, suggest('C')), commenter('budi'))).toBeUndefined();
  });
});

describe('an entry from outside', () => {
  const problemOf = (input: unknown) => {
    const result = parseSuggestionEntry(input);
    return result.ok ? undefined : `${result.problem.place} ${result.problem.message}`;
  };
  const entry = entryBy('ani', suggest('A'));

  it('is taken when it is well-formed', () => {
    const proposal = [
      { type: 'setText', target: { of: 'step', step: 's1', field: 'duration' }, text: '2 hari' },
    ] as const;
    for (const edit of [
      suggest('A', { proposal }),
      reply('a', 'Ya'),
      decide('a', 'deferred', { dueOn: '2026-07-01' }),
    ])
      expect(problemOf(entryBy('ani', edit))).toBeUndefined();
  });

  it.each([
    [
      'too long',
      entryBy('ani', suggest('x'.repeat(10_000))),
      'edit.text is longer than 2000 characters',
    ],
    ['empty', entryBy('ani', suggest('  \n')), 'edit.text is empty'],
    [
      'unprintable',
      entryBy('ani', suggest('a\u0000')),
      'edit.text holds a character that cannot be printed',
    ],
    [
      'a wrong date',
      entryBy('ani', decide('a', 'deferred', { dueOn: 'besok' })),
      'edit.dueOn expected a date like "2026-06-02"',
    ],
    [
      'a wrong time',
      { ...entry, at: 'kemarin' },
      'at expected a time like "2026-06-02T09:00:00.000Z"',
    ],
    [
      'an anonymous reply',
      entryBy(null, reply('a', 'Ya')),
      'by is missing: only a new suggestion may be anonymous',
    ],
    [
      'an anonymous one with a name',
      { ...entry, by: null },
      'name is given for an anonymous suggestion',
    ],
    [
      'too much',
      entryBy(
        'ani',
        suggest('A', {
          proposal: Array.from(
            { length: 6 },
            () => ({ type: 'setText', target: { of: 'title' }, text: 'x'.repeat(20_000) }) as const,
          ),
        }),
      ),
      `entry is longer than ${suggestionLimits.maxEntryLength} characters`,
    ],
    [
      'too many edits',
      entryBy(
        'ani',
        suggest('A', {
          proposal: Array.from({ length: 51 }, () => ({ type: 'removeStep', step: 's' }) as const),
        }),
      ),
      'edit.proposal has more than 50 entries',
    ],
  ])('is refused with a reason: %s', (_, input, problem) => {
    expect(problemOf(input)).toBe(problem);
  });

  it.each([undefined, null, 7, 'text', [], {}, { ...entry, more: 1 }])(
    'is refused: %j',
    (input) => {
      expect(parseSuggestionEntry(input).ok).toBe(false);
    },
  );
});
