import { noteAdoption } from './adoption.ts';
import { addItem, changeItem, moveItem, removeItem } from './agenda.ts';
import {
  endMeeting,
  gather,
  goToItem,
  handOver,
  lead,
  setHand,
  startMeeting,
  takeOver,
} from './leading.ts';
import { findPerson, type Meeting } from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';
import { removePerson, setModerator, setNoteTaker, takeChair } from './people.ts';
import { correctAttendance, dropCorrection, writeNote } from './records.ts';
import { removeVariant } from './variants.ts';
import { castVote, closeVote, openVote } from './votes.ts';

/** What the command makes of the meeting, or why it is impossible. */
export function applyMeetingCommand(
  meeting: Meeting,
  command: MeetingCommand,
  asking: Asking,
): MeetingResult {
  if (!findPerson(meeting, asking.person))
    return reject('not-yours', 'Only those who joined the meeting take part in it.');
  switch (command.type) {
    case 'setDetails':
      return forModerator(meeting, asking, () => accept({ ...meeting, ...command.details }));
    case 'addItem':
      return forPlanner(meeting, asking, () => addItem(meeting, command.item));
    case 'changeItem':
      return forPlanner(meeting, asking, () => changeItem(meeting, command.item));
    case 'removeItem':
      return forPlanner(meeting, asking, () => removeItem(meeting, command.item));
    case 'moveItem':
      return forPlanner(meeting, asking, () => moveItem(meeting, command.item, command.before));
    case 'start':
      return forPlanner(meeting, asking, () => startMeeting(meeting, asking));
    case 'end':
      return forModerator(meeting, asking, () => endMeeting(meeting, asking.now));
    case 'goToItem':
      return forLeaders(meeting, asking, () => goToItem(meeting, command, asking));
    case 'takeOver':
      return whileRunning(meeting, () => takeOver(meeting, asking));
    case 'handOver':
      return forLeaders(meeting, asking, () => handOver(meeting, command.to));
    case 'askToPresent':
      return whileRunning(meeting, () => setHand(meeting, asking.person, 'up'));
    case 'stopAsking':
      return whileRunning(meeting, () => setHand(meeting, asking.person, 'down'));
    case 'lead':
      return whileRunning(meeting, () =>
        forModerator(meeting, asking, () => lead(meeting, command.isFirm)),
      );
    case 'gather':
      return forLeaders(meeting, asking, () => gather(meeting));
    case 'setNoteTaker':
      return forModerator(meeting, asking, () => setNoteTaker(meeting, command.person));
    case 'setModerator':
      return forModerator(meeting, asking, () => setModerator(meeting, command.person));
    case 'takeChair':
      return whileRunning(meeting, () => takeChair(meeting, asking));
    case 'removePerson':
      return forModerator(meeting, asking, () => removePerson(meeting, command.person));
    case 'openVote':
      return forLeaders(meeting, asking, () => openVote(meeting, command, asking));
    case 'castVote':
      return whileRunning(meeting, () => castVote(meeting, command, asking.person));
    case 'closeVote':
      return forLeaders(meeting, asking, () => closeVote(meeting, command.vote, asking.now));
    case 'removeVariant':
      return whileRunning(meeting, () => removeVariant(meeting, command.variant, asking));
    case 'noteAdoption':
      return noteAdoption(meeting, command, asking);
    case 'correctAttendance':
      return forNoteTaker(meeting, asking, () => correctAttendance(meeting, command.entry));
    case 'dropCorrection':
      return forNoteTaker(meeting, asking, () => dropCorrection(meeting, command.id));
    case 'writeNote':
      return forNoteTaker(meeting, asking, () => writeNote(meeting, command));
  }
}

type Act = () => MeetingResult;

function forModerator(meeting: Meeting, { person }: Asking, act: Act): MeetingResult {
  if (meeting.moderator === person) return act();
  return reject('not-yours', 'Only the moderator does this.');
}

/** The agenda is fixed once the meeting is over; its minutes are not. */
function forPlanner(meeting: Meeting, asking: Asking, act: Act): MeetingResult {
  if (meeting.state === 'ended') return reject('meeting-over', 'The meeting is over.');
  return forModerator(meeting, asking, act);
}

function forLeaders(meeting: Meeting, { person }: Asking, act: Act): MeetingResult {
  return whileRunning(meeting, () =>
    person === meeting.moderator || person === meeting.live.presenter
      ? act()
      : reject('not-yours', 'Only the moderator and who presents do this.'),
  );
}

function forNoteTaker(meeting: Meeting, { person }: Asking, act: Act): MeetingResult {
  if (person === meeting.moderator || person === meeting.noteTaker) return act();
  return reject('not-yours', 'Only the moderator and the note taker do this.');
}

function whileRunning(meeting: Meeting, act: Act): MeetingResult {
  switch (meeting.state) {
    case 'planned':
      return reject('not-running', 'The meeting has not begun.');
    case 'running':
      return act();
    case 'ended':
      return reject('meeting-over', 'The meeting is over.');
  }
}
