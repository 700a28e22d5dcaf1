import { unknownItem, withItem } from './agenda.ts';
import {
  type AgendaItem,
  findCurrentItem,
  findPerson,
  type Meeting,
  type MeetingLive,
  type Person,
  presenterGoneMs,
} from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';
import { closeOpenVotes } from './votes.ts';

/** Begins with the first item, if there is one. */
export function startMeeting(meeting: Meeting, { person, now }: Asking): MeetingResult {
  if (meeting.state === 'running')
    return reject('changed-meanwhile', 'The meeting is running already.');
  const running: Meeting = {
    ...meeting,
    state: 'running',
    startedAt: now,
    live: { ...meeting.live, presenter: person },
  };
  const [first] = meeting.items;
  return accept(first ? takeUp(running, first, now) : running);
}

/** Closes what is open; nothing is led any more. */
export function endMeeting(meeting: Meeting, now: string): MeetingResult {
  if (meeting.state === 'planned') return reject('not-running', 'The meeting has not begun.');
  if (meeting.state === 'ended') return reject('changed-meanwhile', 'The meeting is over already.');
  const left = leaveItem(closeOpenVotes(meeting, now), now);
  return accept({
    ...left,
    state: 'ended',
    endedAt: now,
    live: { ...left.live, presenter: null, isFirm: false, hands: [] },
  });
}

export function goToItem(
  meeting: Meeting,
  { item: id, from }: Extract<MeetingCommand, { type: 'goToItem' }>,
  { now }: Asking,
): MeetingResult {
  if (from !== meeting.live.item)
    return reject('changed-meanwhile', 'Somebody else has moved the meeting on.');
  const item = meeting.items.find((each) => each.id === id);
  if (!item) return unknownItem();
  return accept(id === from ? meeting : takeUp(leaveItem(meeting, now), item, now));
}

export function takeOver(meeting: Meeting, asking: Asking): MeetingResult {
  const { person, mayPresent } = asking;
  const { live, moderator } = meeting;
  if (live.presenter === person) return accept(meeting);
  if (person !== moderator) {
    if (!mayPresent)
      return reject('not-yours', 'Who takes over must be allowed to change this procedure.');
    if (live.presenter !== null && asking.presenterGoneMs < presenterGoneMs)
      return reject('presenter-there', 'The presenter is there; ask for the role instead.');
  }
  return accept(withPresenter(meeting, person));
}

export function handOver(meeting: Meeting, to: string): MeetingResult {
  if (!findPerson(meeting, to)) return reject('unknown-person', 'Nobody of this id has joined.');
  return accept(withPresenter(meeting, to));
}

export function setHand(meeting: Meeting, person: string, place: 'up' | 'down'): MeetingResult {
  const others = meeting.live.hands.filter((each) => each !== person);
  if (place === 'down') return accept(withLive(meeting, { hands: others }));
  const isUp = others.length < meeting.live.hands.length;
  if (isUp || meeting.live.presenter === person) return accept(meeting);
  return accept(withLive(meeting, { hands: [...others, person] }));
}

export function lead(meeting: Meeting, isFirm: boolean): MeetingResult {
  return accept(withLive(meeting, { isFirm }));
}

export function gather(meeting: Meeting): MeetingResult {
  return accept(withLive(meeting, { gatherings: meeting.live.gatherings + 1 }));
}

/** That person presents from now on and asks no longer. */
function withPresenter(meeting: Meeting, person: string): Meeting {
  const hands = meeting.live.hands.filter((each) => each !== person);
  return withLive(meeting, { presenter: person, hands });
}

function withLive(meeting: Meeting, changed: Partial<MeetingLive>): Meeting {
  return { ...meeting, live: { ...meeting.live, ...changed } };
}

function takeUp(meeting: Meeting, item: AgendaItem, now: string): Meeting {
  const startedAt = item.startedAt ?? now;
  const begun = withItem(meeting, { ...item, startedAt, endedAt: null });
  const named = findByName(meeting, item.presenter);
  const there = withLive(begun, { item: item.id, itemSince: now });
  return named ? withPresenter(there, named.id) : there;
}

function leaveItem(meeting: Meeting, now: string): Meeting {
  const item = findCurrentItem(meeting);
  if (!item) return meeting;
  const turnMs = Math.max(0, Date.parse(now) - Date.parse(meeting.live.itemSince ?? now));
  const left = withItem(meeting, { ...item, endedAt: now, spentMs: item.spentMs + turnMs });
  return withLive(left, { item: null, itemSince: null });
}

/** A guest names himself, so only an account is known by its name. */
function findByName(meeting: Meeting, name: string): Person | undefined {
  const wanted = toKey(name);
  if (wanted === '') return undefined;
  return meeting.people.find(
    (person) => !person.isGuest && !person.isRemoved && toKey(person.name) === wanted,
  );
}

function toKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
