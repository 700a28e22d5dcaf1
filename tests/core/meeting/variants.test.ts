import { describe, expect, it } from 'vitest';
import { applyMeetingCommand } from '#core/meeting/applyMeetingCommand.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import type { Asking } from '#core/meeting/meetingResult.ts';
import { parseMeeting } from '#core/meeting/meetingSchema.ts';
import { toMinutes } from '#core/meeting/minutes.ts';
import { toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import { addVariant } from '#core/meeting/variants.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { afterCommands, asking, openingVote, runningMeeting } from '#tests/support/meetings.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const guest = asking('guest:1', 0, { mayEdit: false });

function withVariants(...ids: readonly string[]): Meeting {
  return ids.reduce((meeting, id) => {
    const wish = { id, name: `Varian ${id}`, procedure: `sop-${id}` };
    const result = addVariant(meeting, wish, asking('ketua'));
    if (!result.ok) throw new RangeError(result.rejection.code);
    return result.meeting;
  }, runningMeeting());
}

/** A vote between the SOP as it is and these variants, each of which was kept. */
function between(...variants: readonly string[]): readonly [Asking, MeetingCommand] {
  const choices = [null, ...variants].map((variant) => ({
    id: variant ?? 'a',
    text: variant ?? 'Keadaan sekarang',
    variant,
  }));
  const states = new Map(choices.map(({ id }) => [id, { procedure: id, version: `v-${id}` }]));
  const abstain = { id: 'abstain', text: 'Abstain' };
  return [
    asking('ketua', 60, { states }),
    {
      type: 'openVote',
      vote: 'v',
      question: 'Yang mana?',
      choices: [...choices, abstain],
      isSecret: false,
    },
  ];
}

function outcome(meeting: Meeting, [who, command]: readonly [Asking, MeetingCommand]): string {
  const result = applyMeetingCommand(meeting, command, who);
  return result.ok ? 'accepted' : result.rejection.code;
}

describe('variants', () => {
  it('have letters that are not given twice', () => {
    const removed = afterCommands(withVariants('x', 'y'), [
      asking('ketua'),
      { type: 'removeVariant', variant: 'y' },
    ]);
    const wish = { id: 'z', name: 'Lain', procedure: 'sop-z' };
    const again = addVariant(removed, wish, asking('ketua'));

    expect(again.ok && again.meeting.variants.map(({ letter }) => letter)).toEqual(['B', 'C', 'D']);
  });

  it('are made and removed by who leads or may change the SOP', () => {
    const wish = { id: 'x', name: 'Satu pintu', procedure: 'sop-x' };

    expect(addVariant(runningMeeting(), wish, guest)).toMatchObject({
      rejection: { code: 'not-yours' },
    });
    expect(addVariant(runningMeeting(), wish, asking('operator')).ok).toBe(true);
    expect(outcome(withVariants('x'), [guest, { type: 'removeVariant', variant: 'x' }])).toBe(
      'not-yours',
    );
  });
});

describe('a vote between variants', () => {
  it('is about what was kept of each', () => {
    const [vote] = afterCommands(withVariants('x'), between('x')).votes;

    expect(vote?.choices).toEqual([
      { id: 'a', text: 'Keadaan sekarang', state: { procedure: 'a', version: 'v-a' } },
      { id: 'x', text: 'x', state: { procedure: 'x', version: 'v-x' } },
      { id: 'abstain', text: 'Abstain' },
    ]);
  });

  it('is refused where a variant is gone, stands twice, or is alone', () => {
    const meeting = withVariants('x', 'y', 'z');
    const removed = afterCommands(meeting, [
      asking('ketua'),
      { type: 'removeVariant', variant: 'x' },
    ]);

    expect(outcome(removed, between('x'))).toBe('unknown-variant');
    expect(outcome(meeting, between('x', 'x'))).toBe('duplicate-id');
    expect(outcome(meeting, between())).toBe('too-many-things');
    expect(outcome(meeting, between('x', 'y', 'z'))).toBe('too-many-things');
    expect(outcome(afterCommands(meeting, between('x')), between('y'))).toBe('duplicate-id');
  });

  it('goes on when its variant is removed meanwhile', () => {
    const meeting = afterCommands(
      withVariants('x'),
      between('x'),
      [asking('ketua'), { type: 'removeVariant', variant: 'x' }],
      [guest, { type: 'castVote', vote: 'v', choice: 'x' }],
      [asking('ketua'), { type: 'closeVote', vote: 'v' }],
    );

    expect(meeting.votes[0]?.counts).toEqual([0, 1, 0]);
  });

  it('notes what was taken over into the SOP, by who may change it, and that it was undone', () => {
    const meeting = afterCommands(withVariants('x'), between('x'));
    const adopt = (choice: string | null): MeetingCommand => ({
      type: 'noteAdoption',
      vote: 'v',
      choice,
    });
    const adopted = afterCommands(meeting, [asking('operator', 90), adopt('x')]);

    expect(outcome(meeting, [guest, adopt('x')])).toBe('not-yours');
    expect(outcome(meeting, [asking('operator'), adopt('abstain')])).toBe('unknown-choice');
    expect(adopted.votes[0]?.adopted).toMatchObject({ choice: 'x', person: 'operator' });
    expect(afterCommands(adopted, [asking('ketua'), adopt(null)]).votes[0]?.adopted).toBeNull();
  });
});

describe('the minutes of a vote between variants', () => {
  it('say how they differed and what was taken over, unless that was after the meeting', () => {
    const before = smallProcedure();
    const [first, ...others] = before.steps;
    const after = { ...before, steps: [{ ...first, activity: 'Memeriksa di loket' }, ...others] };
    const ended = afterCommands(withVariants('x'), between('x'), [
      asking('ketua', 90),
      { type: 'end' },
    ]);
    const minutesOf = (meeting: Meeting) => {
      const minutes = toMinutes(meeting, {
        connections: [],
        states: new Map(),
        votedStates: new Map([
          ['v-a', before],
          ['v-x', after as Procedure],
        ]),
        suggestions: new Map(),
      });
      return JSON.stringify(toMinutesBlocks(minutes, 'Asia/Jakarta'));
    };
    const adopt = (seconds: number) =>
      afterCommands(ended, [
        asking('ketua', seconds),
        { type: 'noteAdoption', vote: 'v', choice: 'x' },
      ]);

    expect(minutesOf(ended)).toMatch(/berbeda pada x dari Keadaan sekarang.*Memeriksa di loket/);
    expect(minutesOf(ended)).toContain('Tidak ada yang diambil ke dalam SOP');
    expect(minutesOf(adopt(80))).toContain('x diambil ke dalam SOP oleh Ratna, pukul 09.01');
    expect(minutesOf(adopt(100))).toContain('Tidak ada yang diambil ke dalam SOP');
  });
});

describe('a meeting that was stored before there were variants', () => {
  it('can be read', () => {
    const { variants, ...stored } = afterCommands(runningMeeting(), [
      asking('ketua'),
      openingVote(false),
    ]);
    const votes = stored.votes.map(({ adopted, ...vote }) => vote);

    expect(parseMeeting(JSON.stringify({ ...stored, votes }))).toMatchObject({
      variants: [],
      votes: [{ id: 'v', adopted: null }],
    });
  });
});
