import type { Meeting } from '#core/meeting/meeting.ts';
import { type Minutes, toMinutes } from '#core/meeting/minutes.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { afterCommands, asking, runningMeeting, startedAt } from './meetings.ts';
import { smallProcedure } from './smallProcedure.ts';

const at = (minutes: number) => new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();

/** A logo: one red dot. */
const dotPicture = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#8a1c1c"/></svg>')}`;

/** The SOP of the first item as it was, and with one activity and one duration changed. */
function minutedStates(): { readonly before: Procedure; readonly after: Procedure } {
  const small = smallProcedure();
  const before = { ...small, identity: { ...small.identity, logo: dotPicture } };
  const [first, ...others] = before.steps;
  if (!first) throw new RangeError('The procedure has no steps');
  const changed = { ...first, activity: 'Memeriksa dokumen', duration: '2 hari' };
  return { before, after: { ...before, steps: [changed, ...others] } };
}

/** A suggestion made in that minute of the meeting and accepted in another. */
function acceptedSuggestion(number: number, made: number, decided: number): Suggestion {
  const author = { id: 'guest:1', name: 'Tamu Bawaslu', division: '' };
  return {
    id: `s${number}`,
    number,
    target: { of: 'step', step: smallProcedure().steps[0]?.id ?? '' },
    place: { step: smallProcedure().steps[0]?.id ?? null, row: 1, text: 'Memeriksa berkas' },
    text: 'Sebut dokumen, bukan berkas.',
    earlierTexts: [],
    author,
    createdAt: at(made),
    mentions: [],
    proposal: [],
    replies: [],
    status: 'accepted',
    decisions: [
      {
        id: `d${number}`,
        by: { ...author, id: 'ketua', name: 'Ratna' },
        at: at(decided),
        outcome: 'accepted',
        reason: 'Sesuai PKPU',
        responsible: 'Kasubbag Hukum',
        dueOn: '2026-06-09',
        closing: null,
        isSent: true,
      },
    ],
    isSent: true,
  };
}

/** A meeting of half an hour about one SOP, with a vote, notes and corrected attendance. */
function endedMeeting(): Meeting {
  const choices = [
    { id: 'ya', text: 'Setuju' },
    { id: 'tidak', text: 'Tidak' },
  ];
  return afterCommands(
    runningMeeting(),
    [asking('ketua'), { type: 'setNoteTaker', person: 'operator' }],
    [
      asking('ketua', 60),
      { type: 'openVote', vote: 'v', question: 'Setuju?', choices, isSecret: true },
    ],
    [asking('kasubbag', 70), { type: 'castVote', vote: 'v', choice: 'ya' }],
    [asking('ketua', 80), { type: 'closeVote', vote: 'v' }],
    [
      asking('operator', 90),
      { type: 'writeNote', item: 'surat', text: 'Formulir diganti.', revision: 0 },
    ],
    [asking('ketua', 1800), { type: 'end' }],
    [
      asking('operator', 1900),
      {
        type: 'correctAttendance',
        entry: {
          id: 'kasubbag',
          name: 'Budi Santoso, S.H.',
          position: 'Kasubbag',
          state: 'present',
        },
      },
    ],
    [
      asking('operator', 1900),
      {
        type: 'correctAttendance',
        entry: { id: 'hand-1', name: 'Dewi', position: 'Anggota', state: 'excused' },
      },
    ],
  );
}

/** The minutes of that meeting: two suggestions, of which the second was decided after it. */
export function endedMinutes(): Minutes {
  return toMinutes(endedMeeting(), {
    connections: [
      { person: 'ketua', from: at(0), to: at(30) },
      { person: 'guest:1', from: at(2), to: at(10) },
      { person: 'guest:1', from: at(12), to: at(30) },
    ],
    states: new Map([['surat', minutedStates()]]),
    votedStates: new Map(),
    suggestions: new Map([
      [
        'sop-surat',
        [
          acceptedSuggestion(1, 3, 5),
          acceptedSuggestion(2, 8, 60),
          acceptedSuggestion(3, -500, -400),
        ],
      ],
    ]),
  });
}
