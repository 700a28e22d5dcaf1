import { type Meeting, meetingLimits, type Vote } from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';
import { refuseStates } from './variants.ts';

type CommandOf<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>;

export function openVote(
  meeting: Meeting,
  { vote: id, question, choices, isSecret }: CommandOf<'openVote'>,
  { now, states }: Asking,
): MeetingResult {
  if (meeting.votes.length >= meetingLimits.maxVotes)
    return reject('too-many-things', `A meeting has at most ${meetingLimits.maxVotes} votes.`);
  if (meeting.votes.some((vote) => vote.id === id))
    return reject('duplicate-id', 'The meeting has a vote of this id.');
  if (new Set(choices.map((choice) => choice.id)).size < choices.length)
    return reject('duplicate-id', 'Two choices have the same id.');
  if (meeting.votes.some((vote) => vote.closedAt === null))
    return reject('changed-meanwhile', 'Another vote is open; close it first.');
  const refusal = refuseStates(meeting, choices, states);
  if (refusal) return refusal;
  const vote: Vote = {
    id,
    item: meeting.live.item,
    question,
    choices: choices.map(({ id: choice, text }) => ({
      id: choice,
      text,
      ...(states.has(choice) && { state: states.get(choice) }),
    })),
    isSecret,
    openedAt: now,
    closedAt: null,
    ballots: [],
    counts: null,
    adopted: null,
  };
  return accept({ ...meeting, votes: [...meeting.votes, vote] });
}

/** One vote a person, which can be changed or taken back (null) until it is closed. */
export function castVote(
  meeting: Meeting,
  { vote: id, choice }: CommandOf<'castVote'>,
  person: string,
): MeetingResult {
  const vote = meeting.votes.find((each) => each.id === id);
  if (!vote) return unknownVote();
  if (vote.closedAt !== null) return reject('vote-closed', 'The vote is closed.');
  if (choice !== null && !vote.choices.some((each) => each.id === choice))
    return reject('unknown-choice', 'The vote has no such choice.');
  const others = vote.ballots.filter((ballot) => ballot.person !== person);
  const ballots = choice === null ? others : [...others, { person, choice }];
  return accept(withVote(meeting, { ...vote, ballots }));
}

export function closeVote(meeting: Meeting, id: string, now: string): MeetingResult {
  const vote = meeting.votes.find((each) => each.id === id);
  if (!vote) return unknownVote();
  if (vote.closedAt !== null)
    return reject('changed-meanwhile', 'Somebody else has closed the vote.');
  return accept(withVote(meeting, toClosed(vote, now)));
}

/** When the meeting ends. */
export function closeOpenVotes(meeting: Meeting, now: string): Meeting {
  const votes = meeting.votes.map((vote) => (vote.closedAt === null ? toClosed(vote, now) : vote));
  return { ...meeting, votes };
}

/** Votes for each choice, in the order of the choices. */
export function countBallots({ choices, ballots }: Pick<Vote, 'choices' | 'ballots'>): number[] {
  return choices.map(({ id }) => ballots.filter(({ choice }) => choice === id).length);
}

function toClosed(vote: Vote, now: string): Vote {
  const ballots = vote.isSecret ? [] : vote.ballots;
  return { ...vote, closedAt: now, counts: countBallots(vote), ballots };
}

export function withVote(meeting: Meeting, vote: Vote): Meeting {
  return { ...meeting, votes: meeting.votes.map((each) => (each.id === vote.id ? vote : each)) };
}

export function unknownVote(): MeetingResult {
  return reject('unknown-vote', 'The meeting has no such vote.');
}
