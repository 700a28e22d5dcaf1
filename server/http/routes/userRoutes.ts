import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  changeUserBodySchema,
  initialPasswordSchema,
  meSchema,
  myselfSchema,
  newUserBodySchema,
  newUserSchema,
  setupBodySchema,
  userSchema,
} from '#protocol/api.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireAdmin, requireStrong } from '#server/http/principal.ts';

const tags = ['Accounts'];

/** Who I am, who else there is, and the first administrator. */
export function addUserRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/me',
    {
      config: { servesDuties: true },
      schema: {
        tags,
        summary: 'Who I am, and what I have to do before anything else',
        response: answers({ 200: myselfSchema }, ['sign-in-needed']),
      },
    },
    async (request) => ({ ...getMe(request), duty: request.duty ?? null }),
  );

  app.get(
    '/api/users',
    {
      schema: {
        tags,
        summary: 'All accounts, by name, closed ones too (administrators)',
        response: answers({ 200: z.array(userSchema) }, ['sign-in-needed', 'forbidden']),
      },
    },
    async (request) => {
      requireAdmin(request);
      return [...(await parts.users.list())];
    },
  );

  app.post(
    '/api/users',
    {
      schema: {
        tags,
        summary: 'Create an account with a password to hand over (administrators)',
        body: newUserBodySchema,
        response: answers({ 201: newUserSchema }, [
          'bad-input',
          'sign-in-needed',
          'forbidden',
          'user-exists',
        ]),
      },
    },
    async (request, reply) => {
      requireAdmin(request);
      const invited = await parts.accounts.invite(request.body);
      if (!invited)
        throw new HttpProblem('user-exists', 'This e-mail address has an account already.');
      const { user, initialPassword } = invited;
      request.log.info({ by: getMe(request).id, user: user.id }, 'Account created');
      return reply.status(201).send({ ...user, initialPassword });
    },
  );
  addUserChanges(app, parts);
  addSetUp(app, parts);
}

function addUserChanges(app: App, parts: HttpParts): void {
  app.patch(
    '/api/users/:userId',
    {
      schema: {
        tags,
        summary: 'Close or open an account, make an administrator (administrators)',
        params: userParams,
        body: changeUserBodySchema,
        response: answers({ 200: userSchema }, [
          'bad-input',
          'sign-in-needed',
          'forbidden',
          'unknown-user',
          'last-admin',
        ]),
      },
    },
    async (request) => {
      requireAdmin(request);
      const { userId } = request.params;
      const change = await parts.users.change(userId, request.body);
      if (!change.ok) throw new HttpProblem(change.code, changeMessages[change.code]);
      request.log.info({ by: getMe(request).id, user: userId, ...request.body }, 'Account changed');
      if (!change.user.isActive) await parts.accounts.endSessions(userId);
      parts.documents.userChanged(userId);
      return change.user;
    },
  );

  app.post(
    '/api/users/:userId/password',
    {
      schema: {
        tags,
        summary: 'A new password to hand over; ends the sessions of the account (administrators)',
        params: userParams,
        response: answers({ 200: initialPasswordSchema }, [
          'sign-in-needed',
          'forbidden',
          'unknown-user',
        ]),
      },
    },
    async (request) => {
      const userId = await requireUser(parts, request, request.params.userId);
      const initialPassword = await parts.accounts.giveInitialPassword(userId);
      request.log.info({ by: getMe(request).id, user: userId }, 'Password reset');
      parts.documents.userChanged(userId);
      return { initialPassword };
    },
  );

  app.delete(
    '/api/users/:userId/second-factor',
    {
      schema: {
        tags,
        summary: 'For who lost phone and codes; ends the sessions of the account (administrators)',
        params: userParams,
        response: answers({ 204: nothing }, ['sign-in-needed', 'forbidden', 'unknown-user']),
      },
    },
    async (request, reply) => {
      const userId = await requireUser(parts, request, request.params.userId);
      await parts.secondFactor.remove(userId);
      await parts.accounts.endSessions(userId);
      request.log.info({ by: getMe(request).id, user: userId }, 'Second factor removed');
      parts.documents.userChanged(userId);
      return reply.status(204).send(null);
    },
  );
}

/** The id of another's account, for an administrator: one's own is changed by who knows its password. */
async function requireUser(
  parts: HttpParts,
  request: FastifyRequest,
  userId: string,
): Promise<string> {
  requireAdmin(request);
  if (userId === getMe(request).id)
    throw new HttpProblem('forbidden', 'Change your own under "Akun saya".');
  if (!(await parts.users.find(userId)))
    throw new HttpProblem('unknown-user', changeMessages['unknown-user']);
  return userId;
}

const userParams = z.object({ userId: idParam });

const changeMessages = {
  'unknown-user': 'There is no such account here.',
  'last-admin': 'The last administrator stays; make somebody else administrator first.',
} as const;

function addSetUp(app: App, parts: HttpParts): void {
  app.post(
    '/api/setup',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Create the first administrator with the token that the server printed',
        body: setupBodySchema,
        response: answers({ 201: meSchema }, [
          'bad-input',
          'weak-password',
          'leaked-password',
          'bad-setup-token',
        ]),
      },
    },
    async (request, reply) => {
      const { token, ...user } = request.body;
      await requireStrong(parts, user.password, user);
      const created = await parts.firstAdmin.create(token, user);
      if (!created)
        throw new HttpProblem('bad-setup-token', 'This set-up link is wrong or was used already.');
      return reply.status(201).send(created);
    },
  );
}
