import * as z from 'zod/mini';
import { read, send, withBody } from '#app/api.ts';
import type { MeetingCommand, MeetingDetails, PlannedItem } from '#core/meeting/meetingCommand.ts';
import {
  attendeeSchema,
  commandAnswerSchema,
  connectionTimesSchema,
  invitationSchema,
  meetingLinkSchema,
  meetingSummarySchema,
  minutesSchema,
  type NewVariantBody,
  type newMeetingLinkBodySchema,
  openMeetingSchema,
  votedStatesSchema,
} from '#protocol/meeting.ts';

const createdSchema = z.object({ id: z.string() });
const proposalsSchema = z.object({
  list: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      text: z.string(),
      status: z.string(),
      proposal: z.array(z.unknown()),
    }),
  ),
});
const joinedSchema = z.object({ id: z.string(), me: attendeeSchema });

/** What the pages of meetings ask of the server. Every call rejects with an `ApiProblem`. */
export const meetingApi = {
  list: () => read(z.array(meetingSummarySchema), '/api/meetings'),
  create: (body: { readonly details: MeetingDetails; readonly items: readonly PlannedItem[] }) =>
    read(createdSchema, '/api/meetings', withBody('POST', body)),
  open: (id: string) => read(openMeetingSchema, toPath(id)),
  remove: (id: string) => send('DELETE', toPath(id)),
  command: (id: string, command: MeetingCommand) =>
    read(commandAnswerSchema, `${toPath(id)}/commands`, withBody('POST', { command })),
  attendance: (id: string) => read(z.array(connectionTimesSchema), `${toPath(id)}/attendance`),

  addVariant: (id: string, body: NewVariantBody) =>
    read(commandAnswerSchema, `${toPath(id)}/variants`, withBody('POST', body)),
  votedStates: (id: string, voteId: string) =>
    read(votedStatesSchema, `${toPath(id)}/votes/${encodeURIComponent(voteId)}/states`),
  /** Suggestions that carry a change and are not decided, with their words. */
  proposals: async (procedureId: string) => {
    const path = `/api/procedures/${encodeURIComponent(procedureId)}/suggestions`;
    const { list } = await read(proposalsSchema, path);
    return list.filter(({ status, proposal }) => status === 'open' && proposal.length > 0);
  },

  minutes: (id: string) => read(minutesSchema, toMinutesPath(id)),

  links: (id: string) => read(z.array(meetingLinkSchema), `${toPath(id)}/links`),
  createLink: (id: string, link: z.infer<typeof newMeetingLinkBodySchema>) =>
    read(meetingLinkSchema, `${toPath(id)}/links`, withBody('POST', link)),
  revokeLink: (id: string, linkId: string) =>
    send('DELETE', `${toPath(id)}/links/${encodeURIComponent(linkId)}`),

  invitation: (token: string) =>
    read(invitationSchema, '/api/meetings/invitation', withBody('POST', { token })),
  join: (token: string, name?: string) =>
    read(joinedSchema, '/api/meetings/join', withBody('POST', { token, name })),
} as const;

/** The minutes, or a file of them, in the time of this browser. */
export function toMinutesPath(id: string, format?: 'pdf' | 'docx'): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const path = `${toPath(id)}/minutes${format ? `/${format}` : ''}`;
  return `${path}?zone=${encodeURIComponent(timeZone)}`;
}

function toPath(id: string): string {
  return `/api/meetings/${encodeURIComponent(id)}`;
}
