import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  attendeeSchema,
  invitationBodySchema,
  invitationSchema,
  joinBodySchema,
  meetingLinkSchema,
  newMeetingLinkBodySchema,
} from '#protocol/meeting.ts';
import { hashToken, newId, newSecretToken } from '#server/auth/secretTokens.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { requireModerator } from '#server/http/attendee.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { setCookies } from '#server/http/principal.ts';
import { guestPrefix } from '#server/store/meetingAccessStore.ts';

const tags = ['Meetings'];
const params = z.object({ id: idParam });
const problems = ['sign-in-needed', 'forbidden', 'unknown-meeting'] as const;

/** The links of a meeting, and how people come in by them. */
export function addMeetingLinkRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/meetings/:id/links',
    {
      schema: {
        tags,
        summary: 'The links of a meeting, newest first (its moderator)',
        params,
        response: answers({ 200: z.array(meetingLinkSchema) }, problems),
      },
    },
    async (request) => {
      const { id } = request.params;
      await requireModerator(parts, request, id);
      return [...(await parts.meetingAccess.listLinks(id))];
    },
  );

  app.post(
    '/api/meetings/:id/links',
    {
      schema: {
        tags,
        summary: 'Create a link that lets people in until it expires (its moderator)',
        params,
        body: newMeetingLinkBodySchema,
        response: answers({ 201: meetingLinkSchema }, [...problems, 'bad-input']),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireModerator(parts, request, id);
      const { expiresInHours, ...given } = request.body;
      const token = newSecretToken();
      const link = await parts.meetingAccess.addLink({
        id: newId(),
        meetingId: id,
        ...given,
        tokenHash: hashToken(token),
        expiresAt: new Date(parts.now().getTime() + expiresInHours * 60 * 60 * 1000),
      });
      const origin = parts.publicUrl?.origin ?? `${request.protocol}://${request.host}`;
      return reply.status(201).send({ ...link, url: `${origin}/rapat/masuk/${token}` });
    },
  );

  app.delete(
    '/api/meetings/:id/links/:linkId',
    {
      schema: {
        tags,
        summary: 'Revoke a link; who came in by it is shown out (its moderator)',
        params: z.object({ id: idParam, linkId: idParam }),
        response: answers({ 204: nothing }, [...problems, 'unknown-link']),
      },
    },
    async (request, reply) => {
      const { id, linkId } = request.params;
      await requireModerator(parts, request, id);
      if (!(await parts.meetingAccess.revokeLink(id, linkId)))
        throw new HttpProblem('unknown-link', 'This meeting has no such link.');
      await parts.meetingRoom.accessChanged(id);
      return reply.status(204).send(null);
    },
  );
  addWaysIn(app, parts);
}

function addWaysIn(app: App, parts: HttpParts): void {
  app.post(
    '/api/meetings/invitation',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'What a link invites to',
        body: invitationBodySchema,
        response: answers({ 200: invitationSchema }, ['bad-input', 'expired-link']),
      },
    },
    async (request) => {
      const { link, meeting } = await requireLink(parts, request.body.token);
      const identity = await parts.identify(request.headers);
      const { title, office, place, scheduledOn, state } = meeting;
      return {
        title,
        office: [...office],
        place,
        scheduledOn,
        state,
        allowsGuests: link.allowsGuests,
        account: identity.ok ? identity.user.name : null,
      };
    },
  );

  app.post(
    '/api/meetings/join',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Come in by a link: with my account, or as a guest with a name',
        body: joinBodySchema,
        response: answers({ 200: z.object({ id: z.string(), me: attendeeSchema }) }, [
          'bad-input',
          'sign-in-needed',
          'forbidden',
          'expired-link',
          'meeting-full',
        ]),
      },
    },
    async (request, reply) => {
      const { link } = await requireLink(parts, request.body.token);
      const { attendee, token } = await toNewcomer(parts, request, request.body.name, link);
      const joined = await parts.meetingRoom.join(link.meetingId, attendee);
      if (!joined) throw expiredLink();
      if (!joined.ok) throw toProblem(joined.rejection.code);
      if (token === undefined) await parts.meetingAccess.addMember(link, attendee.id);
      else {
        const { id, name } = attendee;
        await parts.meetingAccess.addGuest(link, { id, name, tokenHash: hashToken(token) });
        setCookies(reply, [parts.attendees.cookie.write(token)]);
      }
      return { id: link.meetingId, me: attendee };
    },
  );
}

/** A guest is given a token; one who comes back by another link of the same meeting is a new one. */
async function toNewcomer(
  { identify, attendees }: HttpParts,
  request: FastifyRequest,
  name: string | undefined,
  link: { readonly meetingId: string; readonly allowsGuests: boolean },
) {
  const identity = await identify(request.headers);
  if (identity.ok) {
    const { id, name: ownName } = identity.user;
    return { attendee: { id, name: ownName, isGuest: false }, token: undefined };
  }
  if (!link.allowsGuests)
    throw new HttpProblem('sign-in-needed', 'This meeting is for people with an account.');
  if (name === undefined) throw new HttpProblem('bad-input', 'name: A guest gives a name.');
  const known = await attendees.findGuest(request.headers.cookie);
  const id = known?.meetingId === link.meetingId ? known.id : `${guestPrefix}${newId()}`;
  return { attendee: { id, name, isGuest: true }, token: newSecretToken() };
}

async function requireLink(parts: HttpParts, token: string) {
  const link = await parts.meetingAccess.findLink(hashToken(token));
  const stored = link && (await parts.meetings.find(link.meetingId));
  if (!stored) throw expiredLink();
  return { link, meeting: stored.meeting };
}

function expiredLink(): HttpProblem {
  return new HttpProblem('expired-link', 'This link is unknown, expired or was revoked.');
}

function toProblem(code: string): HttpProblem {
  return code === 'too-many-things'
    ? new HttpProblem('meeting-full', 'The meeting takes no more people.')
    : new HttpProblem('forbidden', 'The moderator has shown you out of this meeting.');
}
