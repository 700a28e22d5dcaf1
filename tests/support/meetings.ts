import { applyMeetingCommand } from '#core/meeting/applyMeetingCommand.ts';
import { type Meeting, newMeeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import type { Asking } from '#core/meeting/meetingResult.ts';
import { joinMeeting } from '#core/meeting/people.ts';

/** The chair, two with accounts and a guest. */
export const attendees = [
  { id: 'ketua', name: 'Ratna', isGuest: false },
  { id: 'kasubbag', name: 'Budi Santoso', isGuest: false },
  { id: 'operator', name: 'Sari', isGuest: false },
  { id: 'guest:1', name: 'Tamu Bawaslu', isGuest: true },
] as const;

export const startedAt = '2026-06-02T02:00:00.000Z';

export function plannedMeeting(): Meeting {
  const empty = newMeeting({
    id: 'rapat',
    title: 'Pembahasan SOP',
    office: ['KOMISI PEMILIHAN UMUM', 'KABUPATEN CONTOH'],
    place: 'Ruang rapat',
    scheduledOn: '2026-06-02T09:00',
    creator: attendees[0],
  });
  return attendees.reduce((meeting, person) => {
    const result = joinMeeting(meeting, person);
    return result.ok ? result.meeting : meeting;
  }, empty);
}

/** Who asks, a number of seconds after the start; everybody else is there unless said otherwise. */
export function asking(person: string, seconds = 0, gone: Partial<Asking> = {}): Asking {
  return {
    person,
    mayPresent: !person.startsWith('guest:'),
    mayEdit: !person.startsWith('guest:'),
    states: new Map(),
    now: new Date(Date.parse(startedAt) + seconds * 1000).toISOString(),
    presenterGoneMs: 0,
    moderatorGoneMs: 0,
    ...gone,
  };
}

/** The meeting after these commands. Throws where one is refused. */
export function afterCommands(
  meeting: Meeting,
  ...commands: readonly (readonly [Asking, MeetingCommand])[]
): Meeting {
  return commands.reduce((before, [who, command]) => {
    const result = applyMeetingCommand(before, command, who);
    if (!result.ok) throw new RangeError(`${command.type}: ${result.rejection.code}`);
    return result.meeting;
  }, meeting);
}

export function itemNamed(id: string, presenter = ''): MeetingCommand {
  return {
    type: 'addItem',
    item: { id, procedure: `sop-${id}`, title: `SOP ${id}`, presenter, minutes: 15 },
  };
}

/** Opens the vote "v" with two answers. */
export function openingVote(isSecret: boolean): Extract<MeetingCommand, { type: 'openVote' }> {
  return {
    type: 'openVote',
    vote: 'v',
    question: 'Setuju?',
    choices: [
      { id: 'ya', text: 'Ya' },
      { id: 'tidak', text: 'Tidak' },
    ],
    isSecret,
  };
}

/** Two items, the second to be presented by Budi, and begun. */
export function runningMeeting(): Meeting {
  return afterCommands(
    plannedMeeting(),
    [asking('ketua'), itemNamed('surat')],
    [asking('ketua'), itemNamed('logistik', 'budi  santoso')],
    [asking('ketua'), { type: 'start' }],
  );
}
