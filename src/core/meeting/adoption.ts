import type { Meeting } from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';
import { unknownVote, withVote } from './votes.ts';

/** Notes which state was taken over into the SOP, also after the meeting; the last one counts. */
export function noteAdoption(
  meeting: Meeting,
  { vote: id, choice }: Extract<MeetingCommand, { type: 'noteAdoption' }>,
  { person, mayEdit, now }: Asking,
): MeetingResult {
  const vote = meeting.votes.find((each) => each.id === id);
  if (!vote) return unknownVote();
  if (!mayEdit) return reject('not-yours', 'Only who may change the SOP takes a state over.');
  if (choice !== null && !vote.choices.some((each) => each.id === choice && each.state))
    return reject('unknown-choice', 'The vote has no such state.');
  const adopted = choice === null ? null : { choice, person, at: now };
  return accept(withVote(meeting, { ...vote, adopted }));
}
