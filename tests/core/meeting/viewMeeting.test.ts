import { describe, expect, it } from 'vitest';
import type { Meeting } from '#core/meeting/meeting.ts';
import { viewMeeting } from '#core/meeting/viewMeeting.ts';
import { afterCommands, asking, runningMeeting } from '#tests/support/meetings.ts';

function votedOn(isSecret: boolean): Meeting {
  const choices = [
    { id: 'ya', text: 'Ya' },
    { id: 'tidak', text: 'Tidak' },
  ];
  return afterCommands(
    runningMeeting(),
    [asking('ketua'), { type: 'openVote', vote: 'v', question: 'Setuju?', choices, isSecret }],
    [asking('kasubbag'), { type: 'castVote', vote: 'v', choice: 'tidak' }],
    [asking('operator'), { type: 'castVote', vote: 'v', choice: 'ya' }],
  );
}

const close = [asking('ketua'), { type: 'closeVote', vote: 'v' }] as const;

describe('viewMeeting', () => {
  it('tells nobody anything of a secret vote but how many have voted, and what they chose', () => {
    const meeting = votedOn(true);

    const mine = viewMeeting(meeting, 'kasubbag').votes[0];
    const others = viewMeeting(meeting, 'ketua');

    expect(mine).toMatchObject({ mine: 'tidak', cast: 2, counts: null, voters: null });
    expect(others.votes[0]).toMatchObject({ mine: null, cast: 2, counts: null, voters: null });
    expect(JSON.stringify(others.votes)).not.toContain('kasubbag');
  });

  it('counts a secret vote when it is closed', () => {
    const meeting = afterCommands(votedOn(true), close);

    expect(viewMeeting(meeting, 'ketua').votes[0]).toMatchObject({
      cast: 2,
      counts: [1, 1],
      voters: null,
    });
  });

  it('names the voters of an open vote', () => {
    expect(viewMeeting(votedOn(false), 'ketua').votes[0]).toMatchObject({
      counts: [1, 1],
      voters: [['operator'], ['kasubbag']],
    });
  });

  it('keeps the draft of the minutes from guests', () => {
    const entry = { id: 'x', name: 'Dewi', position: 'Anggota', state: 'absent' } as const;
    const meeting = afterCommands(
      runningMeeting(),
      [asking('ketua'), { type: 'writeNote', item: null, text: 'Draf', revision: 0 }],
      [asking('ketua'), { type: 'correctAttendance', entry }],
    );

    expect(viewMeeting(meeting, 'operator')).toMatchObject({
      notes: [{ text: 'Draf' }],
      attendance: [entry],
    });
    expect(viewMeeting(meeting, 'guest:1')).toMatchObject({ notes: [], attendance: [] });
  });
});
