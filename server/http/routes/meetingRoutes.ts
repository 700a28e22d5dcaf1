import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addItem } from '#core/meeting/agenda.ts';
import { type Meeting, newMeeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { viewMeeting } from '#core/meeting/viewMeeting.ts';
import {
  commandAnswerSchema,
  commandBodySchema,
  connectionTimesSchema,
  meetingSummarySchema,
  newMeetingBodySchema,
  openMeetingSchema,
} from '#protocol/meeting.ts';
import { canEdit } from '#protocol/roles.ts';
import { newId } from '#server/auth/secretTokens.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { requireAttendee, requireModerator, unknownMeeting } from '#server/http/attendee.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, refuseVariant, requireProcedure } from '#server/http/principal.ts';
import { procedureFile } from '#server/http/procedureFile.ts';

const tags = ['Meetings'];
const params = z.object({ id: idParam });
const problems = ['sign-in-needed', 'forbidden', 'unknown-meeting'] as const;

/** Meetings in which SOPs are decided, and what is done in them. */
export function addMeetingRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/meetings',
    {
      schema: {
        tags,
        summary: 'The meetings that I take part in, the latest first',
        response: answers({ 200: z.array(meetingSummarySchema) }, ['sign-in-needed']),
      },
    },
    async (request) => [...(await parts.meetings.listFor(getMe(request).id))],
  );

  app.post(
    '/api/meetings',
    {
      schema: {
        tags,
        summary: 'Plan a meeting, which I moderate (an SOP: its editors and owners)',
        body: newMeetingBodySchema,
        response: answers({ 201: z.object({ id: z.string() }) }, [
          'bad-input',
          'sign-in-needed',
          'forbidden',
          'unknown-procedure',
        ]),
      },
    },
    async (request, reply) => {
      const { details, items } = request.body;
      for (const { procedure } of items) await requireAgendaRight(parts, request, procedure);
      const empty = newMeeting({ id: newId(), ...details, creator: getMe(request) });
      const meeting = items.reduce<Meeting>((before, item) => {
        const result = addItem(before, item);
        if (!result.ok) throw new HttpProblem('bad-input', `items: ${result.rejection.message}`);
        return result.meeting;
      }, empty);
      await parts.meetings.add(meeting);
      return reply.status(201).send({ id: meeting.id });
    },
  );

  app.get(
    '/api/meetings/:id',
    {
      config: { admitsGuests: true },
      schema: {
        tags,
        summary: 'A meeting as I may see it (whoever joined it, guests too)',
        params,
        response: answers({ 200: openMeetingSchema }, problems),
      },
    },
    async (request) => {
      const { meeting, attendee } = await requireAttendee(parts, request, request.params.id);
      return { me: attendee, meeting: viewMeeting(meeting, attendee.id) };
    },
  );

  app.delete(
    '/api/meetings/:id',
    {
      schema: {
        tags,
        summary: 'Give up a meeting that has not begun (its moderator)',
        params,
        response: answers({ 204: nothing }, [...problems, 'meeting-begun']),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireModerator(parts, request, id);
      if (!(await parts.meetings.removePlanned(id)))
        throw new HttpProblem('meeting-begun', 'A meeting that was held stays.');
      parts.live.changed(id);
      return reply.status(204).send(null);
    },
  );

  addCommands(app, parts);
  addRecords(app, parts);
}

function addCommands(app: App, parts: HttpParts): void {
  app.post(
    '/api/meetings/:id/commands',
    {
      config: { admitsGuests: true },
      schema: {
        tags,
        summary: 'Do something in a meeting; `ok: false` says why it is impossible',
        params,
        body: commandBodySchema,
        response: answers({ 200: commandAnswerSchema }, [
          ...problems,
          'bad-input',
          'unknown-procedure',
        ]),
      },
    },
    async (request) => {
      const { id } = request.params;
      const { command } = request.body;
      const { meeting, attendee } = await requireAttendee(parts, request, id);
      const procedure = findNewProcedure(meeting, command);
      if (procedure !== null) await requireAgendaRight(parts, request, procedure);
      const result = await parts.meetingRoom.apply(id, attendee, command);
      if (!result) throw unknownMeeting();
      if (!result.ok) return result;
      return { ok: true as const, meeting: viewMeeting(result.meeting, attendee.id) };
    },
  );
}

/** The procedure that the command puts on the agenda. */
function findNewProcedure(meeting: Meeting, command: MeetingCommand): string | null {
  if (command.type !== 'addItem' && command.type !== 'changeItem') return null;
  const { id, procedure } = command.item;
  const isThere = meeting.items.some((item) => item.id === id && item.procedure === procedure);
  return isThere ? null : procedure;
}

/** On the agenda it is shown to everybody who joins, so not every reader may put it there. */
async function requireAgendaRight(
  parts: HttpParts,
  request: FastifyRequest,
  procedure: string | null,
): Promise<void> {
  if (procedure === null) return;
  if (!request.me) throw new HttpProblem('forbidden', 'A guest has no procedures.');
  refuseVariant(await requireProcedure(parts, request, { id: procedure, may: canEdit }));
}

function addRecords(app: App, parts: HttpParts): void {
  app.get(
    '/api/meetings/:id/attendance',
    {
      schema: {
        tags,
        summary: 'Who was connected from when to when (accounts that joined)',
        params,
        response: answers({ 200: z.array(connectionTimesSchema) }, problems),
      },
    },
    async (request) => {
      const { id } = request.params;
      await requireAttendee(parts, request, id);
      return [...(await parts.meetingConnections.list(id))];
    },
  );

  app.get(
    '/api/meetings/:id/items/:itemId/:state',
    {
      schema: {
        tags,
        summary: 'The SOP of an item as it was before or after (accounts that joined)',
        params: z.object({ id: idParam, itemId: idParam, state: z.enum(['before', 'after']) }),
        response: answers({ 200: procedureFile }, [...problems, 'bad-input', 'unknown-version']),
      },
    },
    async (request, reply) => {
      const { id, itemId, state } = request.params;
      const { meeting } = await requireAttendee(parts, request, id);
      const item = meeting.items.find((each) => each.id === itemId);
      const version = item?.[state] ?? null;
      const file =
        item?.procedure && version !== null
          ? await parts.versions.findFile(item.procedure, version)
          : undefined;
      if (file === undefined)
        throw new HttpProblem('unknown-version', 'The meeting keeps no such state.');
      return reply.type('application/json; charset=utf-8').send(file);
    },
  );
}
