import { z } from 'zod';
import {
  accessSchema,
  memberBodySchema,
  memberSchema,
  namedPersonSchema,
  newLinkBodySchema,
  redeemBodySchema,
  shareLinkSchema,
} from '#protocol/api.ts';
import { canManage, canSuggest, ROLES } from '#protocol/roles.ts';
import { hashToken, newId, newSecretToken } from '#server/auth/secretTokens.ts';
import { answers, nothing, procedureAnswers } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam, procedureParams } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, refuseVariant, requireProcedure } from '#server/http/principal.ts';
import type { MemberChange } from '#server/store/memberStore.ts';

const tags = ['Sharing'];

/** Who may open a procedure: by account and by link. */
export function addAccessRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/procedures/:id/access',
    {
      schema: {
        tags,
        summary: 'My role; for owners also members and links',
        params: procedureParams,
        response: procedureAnswers({ 200: accessSchema }),
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await requireProcedure(parts, request, { id, may: () => true });
      const { role, variant = null } = found;
      if (!canManage(role)) return { role, members: [], links: [], variant };
      const [members, links] = await Promise.all([parts.members.list(id), parts.links.list(id)]);
      return { role, members: [...members], links: [...links], variant };
    },
  );

  app.get(
    '/api/procedures/:id/people',
    {
      schema: {
        tags,
        summary: 'The names of its members (whoever may write suggestions)',
        params: procedureParams,
        response: procedureAnswers({ 200: z.array(namedPersonSchema) }),
      },
    },
    async (request) => {
      const { id } = request.params;
      const { variant } = await requireProcedure(parts, request, { id, may: canSuggest });
      const members = await parts.members.list(variant?.of ?? id);
      // Addresses are for owners alone.
      return members.map(({ userId, name }) => ({ id: userId, name }));
    },
  );
  addMemberRoutes(app, parts);
  addLinkRoutes(app, parts);
  addRedeem(app, parts);
}

function addMemberRoutes(app: App, parts: HttpParts): void {
  app.put(
    '/api/procedures/:id/members',
    {
      schema: {
        tags,
        summary: 'Give an account a role (owners)',
        params: procedureParams,
        body: memberBodySchema,
        response: procedureAnswers({ 200: memberSchema }, [
          'bad-input',
          'unknown-user',
          'last-owner',
        ]),
      },
    },
    async (request) => {
      const { id } = request.params;
      const { email, role } = request.body;
      refuseVariant(await requireProcedure(parts, request, { id, may: canManage }));
      const user = await parts.users.findByEmail(email);
      if (!user) throw unknownUser();
      refuseMemberChange(await parts.members.set(id, user.id, role));
      await tellAccessChanged(parts, id);
      return { userId: user.id, name: user.name, email: user.email, role };
    },
  );

  app.delete(
    '/api/procedures/:id/members/:userId',
    {
      schema: {
        tags,
        summary: 'Take an account’s role (owners), or leave (anybody)',
        params: z.object({ id: idParam, userId: idParam }),
        response: procedureAnswers({ 204: nothing }, ['unknown-user', 'last-owner']),
      },
    },
    async (request, reply) => {
      const { id, userId } = request.params;
      const isMyself = userId === getMe(request).id;
      await requireProcedure(parts, request, { id, may: isMyself ? () => true : canManage });
      refuseMemberChange(await parts.members.remove(id, userId));
      await tellAccessChanged(parts, id);
      return reply.status(204).send(null);
    },
  );
}

/** Whoever has it open, or a variant of it, is asked again. */
async function tellAccessChanged({ procedures, documents }: HttpParts, id: string): Promise<void> {
  for (const each of [id, ...(await procedures.listVariants(id))]) documents.accessChanged(each);
}

function refuseMemberChange(change: MemberChange): void {
  switch (change) {
    case 'done':
      return;
    case 'last-owner':
      throw new HttpProblem('last-owner', 'The last owner stays; make somebody else owner first.');
    case 'unknown-user':
      throw unknownUser();
  }
}

function unknownUser(): HttpProblem {
  return new HttpProblem('unknown-user', 'There is no such account here.');
}

function addLinkRoutes(app: App, parts: HttpParts): void {
  app.post(
    '/api/procedures/:id/links',
    {
      schema: {
        tags,
        summary: 'Create a link that gives a role until it expires (owners)',
        params: procedureParams,
        body: newLinkBodySchema,
        response: procedureAnswers({ 201: shareLinkSchema }, ['bad-input']),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      refuseVariant(await requireProcedure(parts, request, { id, may: canManage }));
      const token = newSecretToken();
      const hoursMs = request.body.expiresInHours * 60 * 60 * 1000;
      const link = await parts.links.add({
        id: newId(),
        procedureId: id,
        role: request.body.role,
        tokenHash: hashToken(token),
        expiresAt: new Date(parts.now().getTime() + hoursMs),
      });
      const origin = parts.publicUrl?.origin ?? `${request.protocol}://${request.host}`;
      return reply.status(201).send({ ...link, url: `${origin}/tautan/${token}` });
    },
  );

  app.delete(
    '/api/procedures/:id/links/:linkId',
    {
      schema: {
        tags,
        summary: 'Revoke a link; who redeemed it loses its role (owners)',
        params: z.object({ id: idParam, linkId: idParam }),
        response: procedureAnswers({ 204: nothing }, ['unknown-link']),
      },
    },
    async (request, reply) => {
      const { id, linkId } = request.params;
      await requireProcedure(parts, request, { id, may: canManage });
      if (!(await parts.links.revoke(id, linkId)))
        throw new HttpProblem('unknown-link', 'This procedure has no such link.');
      await tellAccessChanged(parts, id);
      return reply.status(204).send(null);
    },
  );
}

function addRedeem(app: App, parts: HttpParts): void {
  app.post(
    '/api/links/redeem',
    {
      schema: {
        tags,
        summary: 'Take the role that a link gives',
        body: redeemBodySchema,
        response: answers({ 200: z.object({ id: z.string(), role: z.enum(ROLES) }) }, [
          'bad-input',
          'sign-in-needed',
          'expired-link',
        ]),
      },
    },
    async (request) => {
      const me = getMe(request);
      const redeemed = await parts.links.redeem(hashToken(request.body.token), me.id);
      if (!redeemed)
        throw new HttpProblem('expired-link', 'This link is unknown, expired or was revoked.');
      const { procedureId: id, role } = redeemed;
      await tellAccessChanged(parts, id);
      // Somebody who had a stronger role keeps it.
      return { id, role: (await parts.procedures.find(id, me.id))?.role ?? role };
    },
  );
}
