import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMeetingCommand } from '#core/meeting/applyMeetingCommand.ts';
import { findPerson, type Meeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import type { Asking, MeetingRejectionCode } from '#core/meeting/meetingResult.ts';
import { joinMeeting } from '#core/meeting/people.ts';
import {
  afterCommands,
  asking,
  attendees,
  itemNamed,
  openingVote,
  plannedMeeting,
  runningMeeting,
} from '#tests/support/meetings.ts';

function refusal(
  meeting: Meeting,
  who: Asking,
  command: MeetingCommand,
): MeetingRejectionCode | 'accepted' {
  const result = applyMeetingCommand(meeting, command, who);
  return result.ok ? 'accepted' : result.rejection.code;
}

describe('the agenda', () => {
  it('is the moderator’s', () => {
    const meeting = plannedMeeting();

    expect(refusal(meeting, asking('kasubbag'), itemNamed('surat'))).toBe('not-yours');
    expect(refusal(meeting, asking('stranger'), itemNamed('surat'))).toBe('not-yours');
    expect(refusal(meeting, asking('ketua'), itemNamed('surat'))).toBe('accepted');
  });

  it('keeps what was talked about', () => {
    const meeting = runningMeeting();

    expect(refusal(meeting, asking('ketua'), { type: 'removeItem', item: 'surat' })).toBe(
      'item-begun',
    );
    expect(refusal(meeting, asking('ketua'), { type: 'removeItem', item: 'logistik' })).toBe(
      'accepted',
    );
  });

  it('puts an item in front of another or last', () => {
    const three = afterCommands(runningMeeting(), [asking('ketua'), itemNamed('pemilih')]);
    const move = (item: string, before: string | null) =>
      afterCommands(three, [asking('ketua'), { type: 'moveItem', item, before }]).items.map(
        ({ id }) => id,
      );

    expect(move('pemilih', 'surat')).toEqual(['pemilih', 'surat', 'logistik']);
    expect(move('surat', null)).toEqual(['logistik', 'pemilih', 'surat']);
    expect(move('surat', 'surat')).toEqual(['surat', 'logistik', 'pemilih']);
  });
});

describe('going on to the next item', () => {
  const next: MeetingCommand = { type: 'goToItem', item: 'logistik', from: 'surat' };

  it('takes the time of the one before and gives the role to who presents it', () => {
    const meeting = afterCommands(runningMeeting(), [asking('ketua', 600), next]);

    expect(meeting.live).toMatchObject({ item: 'logistik', presenter: 'kasubbag' });
    expect(meeting.items[0]).toMatchObject({ spentMs: 600_000, endedAt: asking('', 600).now });
  });

  it('skips nothing when two do it at the same moment', () => {
    const three = afterCommands(runningMeeting(), [asking('ketua'), itemNamed('pemilih')]);
    const first = afterCommands(three, [asking('ketua', 600), next]);

    expect(refusal(first, asking('kasubbag', 600), { ...next, item: 'pemilih' })).toBe(
      'changed-meanwhile',
    );
  });

  it('gives no guest the role for calling himself by the presenter’s name', () => {
    const guest = joinMeeting(plannedMeeting(), { id: 'guest:2', name: 'Dewi', isGuest: true });
    if (!guest.ok) throw new RangeError('refused');
    const meeting = afterCommands(
      guest.meeting,
      [asking('ketua'), itemNamed('surat', 'Dewi')],
      [asking('ketua'), { type: 'start' }],
    );

    expect(meeting.live.presenter).toBe('ketua');
  });
});

describe('the presenter’s role', () => {
  const presented = () =>
    afterCommands(runningMeeting(), [asking('ketua'), { type: 'handOver', to: 'kasubbag' }]);

  it('can be asked for, and is given by who has it', () => {
    const asked = afterCommands(presented(), [asking('guest:1'), { type: 'askToPresent' }]);
    const given = afterCommands(asked, [asking('kasubbag'), { type: 'handOver', to: 'guest:1' }]);

    expect(asked.live.hands).toEqual(['guest:1']);
    expect(given.live).toMatchObject({ presenter: 'guest:1', hands: [] });
    expect(refusal(asked, asking('operator'), { type: 'handOver', to: 'guest:1' })).toBe(
      'not-yours',
    );
  });

  it.each([
    ['the moderator at any time', 'ketua', 0, 'accepted'],
    ['nobody else while the presenter is there', 'operator', 9_999, 'presenter-there'],
    ['an editor once the presenter is gone for 10 s', 'operator', 10_000, 'accepted'],
    ['no guest ever', 'guest:1', 60_000, 'not-yours'],
  ] as const)('is taken over by %s', (_who, person, presenterGoneMs, answer) => {
    const command: MeetingCommand = { type: 'takeOver' };

    expect(refusal(presented(), asking(person, 60, { presenterGoneMs }), command)).toBe(answer);
  });

  it('goes to the first of two who take it over', () => {
    const gone = { presenterGoneMs: 12_000 };
    const first = afterCommands(presented(), [asking('operator', 60, gone), { type: 'takeOver' }]);

    expect(first.live.presenter).toBe('operator');
    expect(refusal(first, asking('kasubbag', 60), { type: 'takeOver' })).toBe('presenter-there');
  });
});

describe('leading firmly', () => {
  it('is for the moderator alone, who may release it', () => {
    const meeting = afterCommands(
      runningMeeting(),
      [asking('ketua'), { type: 'handOver', to: 'kasubbag' }],
      [asking('ketua'), { type: 'lead', isFirm: true }],
    );

    expect(meeting.live.isFirm).toBe(true);
    expect(refusal(meeting, asking('kasubbag'), { type: 'lead', isFirm: false })).toBe('not-yours');
    expect(refusal(meeting, asking('kasubbag'), { type: 'gather' })).toBe('accepted');
    expect(refusal(meeting, asking('operator'), { type: 'gather' })).toBe('not-yours');
  });

  it('passes on when the moderator is gone for a minute', () => {
    const command: MeetingCommand = { type: 'takeChair' };
    const gone = (moderatorGoneMs: number) => asking('operator', 90, { moderatorGoneMs });

    expect(refusal(runningMeeting(), gone(59_999), command)).toBe('moderator-there');
    expect(afterCommands(runningMeeting(), [gone(60_000), command]).moderator).toBe('operator');
    expect(
      refusal(runningMeeting(), asking('ketua'), { type: 'setModerator', person: 'guest:1' }),
    ).toBe('no-guest');
  });
});

describe('a vote', () => {
  const open = openingVote(true);
  const cast = (choice: string | null): MeetingCommand => ({ type: 'castVote', vote: 'v', choice });
  const opened = () => afterCommands(runningMeeting(), [asking('ketua'), open]);

  it('counts one vote a person, the last one, and forgets who gave it', () => {
    const meeting = afterCommands(
      opened(),
      [asking('kasubbag'), cast('ya')],
      [asking('guest:1'), cast('tidak')],
      [asking('operator'), cast('ya')],
      [asking('kasubbag'), cast('tidak')],
      [asking('operator'), cast(null)],
      [asking('ketua'), { type: 'closeVote', vote: 'v' }],
    );

    expect(meeting.votes[0]).toMatchObject({ counts: [0, 2], ballots: [] });
    expect(refusal(meeting, asking('operator'), cast('ya'))).toBe('vote-closed');
    expect(refusal(meeting, asking('ketua'), { type: 'closeVote', vote: 'v' })).toBe(
      'changed-meanwhile',
    );
  });

  it('stands alone, and is opened by who leads', () => {
    expect(refusal(opened(), asking('ketua'), { ...open, vote: 'w' })).toBe('changed-meanwhile');
    expect(refusal(runningMeeting(), asking('operator'), open)).toBe('not-yours');
    expect(refusal(opened(), asking('operator'), cast('mungkin'))).toBe('unknown-choice');
  });
});

describe('the end', () => {
  it('closes what is open; minutes and attendance can still be written', () => {
    const ended = afterCommands(runningMeeting(), [asking('ketua', 900), { type: 'end' }]);
    const note: MeetingCommand = { type: 'writeNote', item: null, text: 'Selesai', revision: 0 };
    const written = afterCommands(ended, [asking('ketua', 950), note]);

    expect(ended).toMatchObject({ state: 'ended', live: { item: null, presenter: null } });
    expect(ended.items[0]).toMatchObject({ spentMs: 900_000 });
    expect(written.notes).toEqual([{ item: null, text: 'Selesai', revision: 1 }]);
    expect(refusal(written, asking('ketua', 960), note)).toBe('changed-meanwhile');
    expect(refusal(ended, asking('ketua', 960), { type: 'gather' })).toBe('meeting-over');
    expect(refusal(ended, asking('ketua', 960), itemNamed('x'))).toBe('meeting-over');
  });
});

const person = fc.constantFrom(...attendees.map(({ id }) => id), 'stranger');
const item = fc.constantFrom('surat', 'logistik', 'pemilih', 'none');
const vote = fc.constantFrom('v', 'w');
const choice = fc.constantFrom('ya', 'tidak', 'mungkin');

const choices = [
  { id: 'ya', text: 'Ya' },
  { id: 'tidak', text: 'Tidak' },
];

const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.constantFrom<MeetingCommand>(
    { type: 'start' },
    { type: 'end' },
    { type: 'takeOver' },
    { type: 'askToPresent' },
    { type: 'stopAsking' },
    { type: 'gather' },
    { type: 'takeChair' },
  ),
  item.map((id) => itemNamed(id, 'Budi Santoso')),
  item.map((id): MeetingCommand => ({ type: 'removeItem', item: id })),
  fc.record({ type: fc.constant('moveItem' as const), item, before: fc.option(item) }),
  fc.record({ type: fc.constant('goToItem' as const), item, from: fc.option(item) }),
  fc.record({ type: fc.constant('handOver' as const), to: person }),
  fc.record({ type: fc.constant('lead' as const), isFirm: fc.boolean() }),
  fc.record({ type: fc.constant('setNoteTaker' as const), person: fc.option(person) }),
  fc.record({ type: fc.constant('setModerator' as const), person }),
  fc.record({ type: fc.constant('removePerson' as const), person }),
  fc.record({ type: fc.constant('castVote' as const), vote, choice: fc.option(choice) }),
  fc.record({ type: fc.constant('closeVote' as const), vote }),
  fc.record({
    type: fc.constant('openVote' as const),
    vote,
    question: fc.constant('Setuju?'),
    choices: fc.constant(choices),
    isSecret: fc.boolean(),
  }),
);

/** One minute after the other, with presenter and moderator there or gone. */
const story = fc.array(
  fc.record({
    person: fc.oneof({ weight: 2, arbitrary: fc.constant('ketua') }, person),
    command,
    presenterGoneMs: fc.constantFrom(0, 10_000),
    moderatorGoneMs: fc.constantFrom(0, 60_000),
  }),
  { maxLength: 40 },
);

describe('whatever people do', () => {
  it('leaves a meeting that makes sense', () => {
    fc.assert(
      fc.property(story, (turns) => {
        let meeting = runningMeeting();
        for (const [minute, turn] of turns.entries()) {
          const who = asking(turn.person, minute * 60, turn);
          const result = applyMeetingCommand(meeting, turn.command, who);
          if (!result.ok) continue;
          expectNothingForgotten(meeting, result.meeting);
          meeting = result.meeting;
          expectSense(meeting);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function expectSense(meeting: Meeting): void {
  const { live, state, items, votes } = meeting;
  expect(findPerson(meeting, meeting.moderator)).toMatchObject({ isGuest: false });
  if (live.presenter !== null) expect(findPerson(meeting, live.presenter)).toBeDefined();
  expect(new Set(live.hands).size).toBe(live.hands.length);
  expect(live.hands.filter((hand) => !findPerson(meeting, hand))).toEqual([]);
  expect(live.hands).not.toContain(live.presenter);
  expect(votes.filter(({ closedAt }) => closedAt === null).length).toBeLessThanOrEqual(
    state === 'running' ? 1 : 0,
  );
  const talkedAbout = items.filter((each) => each.startedAt !== null && each.endedAt === null);
  expect(talkedAbout.map(({ id }) => id)).toEqual(live.item === null ? [] : [live.item]);
  for (const { ballots } of votes)
    expect(new Set(ballots.map((ballot) => ballot.person)).size).toBe(ballots.length);
}

function expectNothingForgotten(before: Meeting, after: Meeting): void {
  const closed = before.votes.filter(({ closedAt }) => closedAt !== null);
  expect(after.votes).toEqual(expect.arrayContaining([...closed]));
  for (const old of before.items.filter(({ startedAt }) => startedAt !== null)) {
    const now = after.items.find(({ id }) => id === old.id);
    expect(now?.startedAt).toBe(old.startedAt);
    expect(now?.spentMs).toBeGreaterThanOrEqual(old.spentMs);
  }
  expect(after.people.length).toBe(before.people.length);
}
