import { type Choice, findPerson, type Meeting, type Vote } from './meeting.ts';
import { countBallots } from './votes.ts';

/**
 * A meeting as one person may see it: nobody is told how others vote in a secret vote, and a guest not
 * what the minutes will say.
 */
export interface MeetingView extends Omit<Meeting, 'votes'> {
  readonly votes: readonly VoteView[];
}

export interface VoteView extends Omit<Vote, 'ballots' | 'counts'> {
  /** How many have voted. */
  readonly cast: number;
  /** What I chose. */
  readonly mine: string | null;
  /** Null while a secret vote is open. */
  readonly counts: readonly number[] | null;
  /** Who chose what, by choice; null in a secret vote. */
  readonly voters: readonly (readonly string[])[] | null;
}

export function viewMeeting(meeting: Meeting, person: string): MeetingView {
  const isGuest = findPerson(meeting, person)?.isGuest !== false;
  return {
    ...meeting,
    ...(isGuest && { notes: [], attendance: [] }),
    votes: meeting.votes.map((vote) => viewVote(vote, person)),
  };
}

function viewVote({ ballots, counts, ...vote }: Vote, person: string): VoteView {
  const shown = counts ?? (vote.isSecret ? null : countBallots({ ...vote, ballots }));
  return {
    ...vote,
    cast: counts ? counts.reduce((sum, count) => sum + count, 0) : ballots.length,
    mine: ballots.find((ballot) => ballot.person === person)?.choice ?? null,
    counts: shown,
    voters: vote.isSecret ? null : vote.choices.map((choice) => votersOf(choice, ballots)),
  };
}

function votersOf({ id }: Choice, ballots: Vote['ballots']): readonly string[] {
  return ballots.filter(({ choice }) => choice === id).map(({ person }) => person);
}
