import { z } from 'zod';
import {
  changeUserBodySchema,
  meSchema,
  newUserBodySchema,
  resetPasswordBodySchema,
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
      schema: {
        tags,
        summary: 'Who I am',
        response: answers({ 200: meSchema }, ['sign-in-needed']),
      },
    },
    async (request) => getMe(request),
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
        summary: 'Create an account (administrators)',
        body: newUserBodySchema,
        response: answers({ 201: meSchema }, [
          'bad-input',
          'weak-password',
          'sign-in-needed',
          'forbidden',
          'user-exists',
        ]),
      },
    },
    async (request, reply) => {
      requireAdmin(request);
      await requireStrong(request.body.password, request.body);
      const user = await parts.accounts.createUser(request.body);
      if (!user)
        throw new HttpProblem('user-exists', 'This e-mail address has an account already.');
      return reply.status(201).send(user);
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

  app.put(
    '/api/users/:userId/password',
    {
      schema: {
        tags,
        summary: 'Give an account a new password; ends its sessions (administrators)',
        params: userParams,
        body: resetPasswordBodySchema,
        response: answers({ 204: nothing }, [
          'bad-input',
          'weak-password',
          'sign-in-needed',
          'forbidden',
          'unknown-user',
        ]),
      },
    },
    async (request, reply) => {
      requireAdmin(request);
      const { userId } = request.params;
      const user = await parts.users.find(userId);
      if (!user) throw new HttpProblem('unknown-user', changeMessages['unknown-user']);
      await requireStrong(request.body.password, user);
      await parts.accounts.resetPassword(userId, request.body.password);
      request.log.info({ by: getMe(request).id, user: userId }, 'Password reset');
      parts.documents.userChanged(userId);
      return reply.status(204).send(null);
    },
  );
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
        response: answers({ 201: meSchema }, ['bad-input', 'weak-password', 'bad-setup-token']),
      },
    },
    async (request, reply) => {
      const { token, ...user } = request.body;
      await requireStrong(user.password, user);
      const created = await parts.firstAdmin.create(token, user);
      if (!created)
        throw new HttpProblem('bad-setup-token', 'This set-up link is wrong or was used already.');
      return reply.status(201).send(created);
    },
  );
}
