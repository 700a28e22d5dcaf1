import type { FastifyRequest } from 'fastify';
import type { Attendee } from '#protocol/meeting.ts';
import type { StoredMeeting } from '#server/store/meetingStore.ts';
import { HttpProblem } from './httpProblem.ts';
import type { HttpParts } from './parts.ts';

/** Who asks, where they joined the meeting, and the meeting. */
export async function requireAttendee(
  { attendees, meetings }: HttpParts,
  request: FastifyRequest,
  meetingId: string,
): Promise<StoredMeeting & { readonly attendee: Attendee }> {
  const stored = await meetings.find(meetingId);
  if (!stored) throw unknownMeeting();
  const { me, guest } = request;
  const attendee = await attendees.findAttendee(meetingId, { me, guest });
  if (!attendee) throw new HttpProblem('forbidden', 'You do not take part in this meeting.');
  return { ...stored, attendee };
}

/** The same for its moderator. */
export async function requireModerator(
  parts: HttpParts,
  request: FastifyRequest,
  meetingId: string,
): Promise<StoredMeeting & { readonly attendee: Attendee }> {
  const found = await requireAttendee(parts, request, meetingId);
  if (found.attendee.id !== found.meeting.moderator)
    throw new HttpProblem('forbidden', 'Only the moderator of the meeting may do this.');
  return found;
}

export function unknownMeeting(): HttpProblem {
  return new HttpProblem('unknown-meeting', 'There is no such meeting.');
}
