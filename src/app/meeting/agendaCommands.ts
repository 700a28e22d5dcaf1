import type { AgendaItem } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import type { AgendaDraft } from './agendaDraft.ts';

/** What leads from the agenda as it is to the one that somebody wrote. */
export function toAgendaCommands(
  before: readonly AgendaItem[],
  after: AgendaDraft,
): readonly MeetingCommand[] {
  const removed = before.filter(({ id }) => !after.some((item) => item.id === id));
  const kept = before.filter((item) => !removed.includes(item)).map(({ id }) => id);
  const changed = after.flatMap((item): MeetingCommand[] => {
    const old = before.find(({ id }) => id === item.id);
    if (!old) return [{ type: 'addItem', item }];
    const isSame =
      old.title === item.title && old.presenter === item.presenter && old.minutes === item.minutes;
    return isSame ? [] : [{ type: 'changeItem', item }];
  });
  const added = after.filter(({ id }) => !kept.includes(id)).map(({ id }) => id);
  const order = [...kept, ...added];
  const isOrdered = after.every(({ id }, index) => order[index] === id);
  return [
    ...removed.map(({ id }): MeetingCommand => ({ type: 'removeItem', item: id })),
    ...changed,
    // Each goes to the end in turn, so that they stand in their order then.
    ...(isOrdered
      ? []
      : after.map(({ id }): MeetingCommand => ({ type: 'moveItem', item: id, before: null }))),
  ];
}
