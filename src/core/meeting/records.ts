import { type AttendanceEntry, type Meeting, meetingLimits } from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { accept, type MeetingResult, reject } from './meetingResult.ts';

/** Says by hand who was there; what the connections say stays beside it. */
export function correctAttendance(meeting: Meeting, entry: AttendanceEntry): MeetingResult {
  const place = meeting.attendance.findIndex(({ id }) => id === entry.id);
  if (place >= 0) return accept({ ...meeting, attendance: meeting.attendance.with(place, entry) });
  if (meeting.attendance.length >= meetingLimits.maxAttendance)
    return reject('too-many-things', `At most ${meetingLimits.maxAttendance} names are kept.`);
  return accept({ ...meeting, attendance: [...meeting.attendance, entry] });
}

export function dropCorrection(meeting: Meeting, id: string): MeetingResult {
  return accept({ ...meeting, attendance: meeting.attendance.filter((entry) => entry.id !== id) });
}

/** Refused where somebody else has written meanwhile: their words are not overwritten unread. */
export function writeNote(
  meeting: Meeting,
  { item, text, revision }: Extract<MeetingCommand, { type: 'writeNote' }>,
): MeetingResult {
  if (item !== null && !meeting.items.some(({ id }) => id === item))
    return reject('unknown-item', 'The agenda has no such item.');
  const note = meeting.notes.find((each) => each.item === item);
  if ((note?.revision ?? 0) !== revision)
    return reject('changed-meanwhile', 'Somebody else has written here meanwhile.');
  const others = meeting.notes.filter((each) => each !== note);
  return accept({ ...meeting, notes: [...others, { item, text, revision: revision + 1 }] });
}
