import {
  findPerson,
  type Meeting,
  meetingLimits,
  moderatorGoneMs,
  type Person,
} from './meeting.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';

/** Somebody comes in, or comes back under a new name. The server asks this, no person does. */
export function joinMeeting(
  meeting: Meeting,
  { id, name, isGuest }: Pick<Person, 'id' | 'name' | 'isGuest'>,
): MeetingResult {
  const known = meeting.people.find((person) => person.id === id);
  if (known?.isRemoved) return reject('not-yours', 'The moderator has shown this person out.');
  if (known?.name === name) return accept(meeting);
  if (known) {
    const people = meeting.people.map((person) => (person === known ? { ...known, name } : person));
    return accept({ ...meeting, people });
  }
  if (meeting.people.length >= meetingLimits.maxPeople)
    return reject('too-many-things', `A meeting has at most ${meetingLimits.maxPeople} people.`);
  return accept({
    ...meeting,
    people: [...meeting.people, { id, name, isGuest, isRemoved: false }],
  });
}

export function setNoteTaker(meeting: Meeting, person: string | null): MeetingResult {
  if (person === null) return accept({ ...meeting, noteTaker: null });
  return forAccount(meeting, person, () => accept({ ...meeting, noteTaker: person }));
}

export function setModerator(meeting: Meeting, person: string): MeetingResult {
  return forAccount(meeting, person, () => accept({ ...meeting, moderator: person }));
}

export function takeChair(meeting: Meeting, asking: Asking): MeetingResult {
  if (asking.person === meeting.moderator) return accept(meeting);
  if (asking.moderatorGoneMs < moderatorGoneMs)
    return reject('moderator-there', 'The moderator is there.');
  if (!asking.mayPresent)
    return reject('not-yours', 'Who takes the chair must be allowed to change this procedure.');
  return setModerator(meeting, asking.person);
}

/** Shows somebody out. The moderator stays. */
export function removePerson(meeting: Meeting, id: string): MeetingResult {
  const person = findPerson(meeting, id);
  if (!person) return reject('unknown-person', 'Nobody of this id has joined.');
  if (id === meeting.moderator) return reject('not-yours', 'A meeting needs its moderator.');
  const { live, noteTaker } = meeting;
  return accept({
    ...meeting,
    people: meeting.people.map((each) => (each === person ? { ...each, isRemoved: true } : each)),
    noteTaker: noteTaker === id ? null : noteTaker,
    live: {
      ...live,
      presenter: live.presenter === id ? meeting.moderator : live.presenter,
      hands: live.hands.filter((each) => each !== id),
    },
  });
}

function forAccount(meeting: Meeting, id: string, act: () => MeetingResult): MeetingResult {
  const person = findPerson(meeting, id);
  if (!person) return reject('unknown-person', 'Nobody of this id has joined.');
  if (person.isGuest) return reject('no-guest', 'A guest has no account to do this with.');
  return act();
}
