import { type AgendaItem, type Meeting, meetingLimits } from './meeting.ts';
import type { PlannedItem } from './meetingCommand.ts';
import { accept, type MeetingResult, reject } from './meetingResult.ts';

export function addItem(meeting: Meeting, planned: PlannedItem): MeetingResult {
  if (meeting.items.length >= meetingLimits.maxItems)
    return reject('too-many-things', `An agenda has at most ${meetingLimits.maxItems} items.`);
  if (meeting.items.some(({ id }) => id === planned.id))
    return reject('duplicate-id', 'The agenda has an item of this id.');
  const item: AgendaItem = {
    ...planned,
    startedAt: null,
    endedAt: null,
    spentMs: 0,
    before: null,
    after: null,
  };
  return accept({ ...meeting, items: [...meeting.items, item] });
}

/** What was talked about already keeps its procedure. */
export function changeItem(meeting: Meeting, planned: PlannedItem): MeetingResult {
  const item = meeting.items.find(({ id }) => id === planned.id);
  if (!item) return unknownItem();
  if (item.startedAt !== null && item.procedure !== planned.procedure)
    return reject('item-begun', 'This item was talked about; it keeps its procedure.');
  return accept(withItem(meeting, { ...item, ...planned }));
}

export function removeItem(meeting: Meeting, id: string): MeetingResult {
  const item = meeting.items.find((each) => each.id === id);
  if (!item) return unknownItem();
  if (item.startedAt !== null)
    return reject('item-begun', 'This item was talked about; it stays in the agenda.');
  return accept({ ...meeting, items: meeting.items.filter((each) => each !== item) });
}

/** Puts the item in front of another; null puts it last. */
export function moveItem(meeting: Meeting, id: string, before: string | null): MeetingResult {
  const item = meeting.items.find((each) => each.id === id);
  const others = meeting.items.filter((each) => each !== item);
  const place = before === null ? others.length : others.findIndex((each) => each.id === before);
  if (!item || (place < 0 && before !== id)) return unknownItem();
  if (before === id) return accept(meeting);
  return accept({ ...meeting, items: others.toSpliced(place, 0, item) });
}

/** The meeting with this item in the place of the one with its id. */
export function withItem(meeting: Meeting, item: AgendaItem): Meeting {
  return { ...meeting, items: meeting.items.map((each) => (each.id === item.id ? item : each)) };
}

export function unknownItem(): MeetingResult {
  return reject('unknown-item', 'The agenda has no such item.');
}
