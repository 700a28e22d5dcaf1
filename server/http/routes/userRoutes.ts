import { z } from 'zod';
import { meSchema, newUserBodySchema, setupBodySchema } from '#protocol/api.ts';
import { answers } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireAdmin } from '#server/http/principal.ts';

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
        summary: 'All accounts, by name (administrators)',
        response: answers({ 200: z.array(meSchema) }, ['sign-in-needed', 'forbidden']),
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
          'sign-in-needed',
          'forbidden',
          'user-exists',
        ]),
      },
    },
    async (request, reply) => {
      requireAdmin(request);
      const user = await parts.accounts.createUser(request.body);
      if (!user)
        throw new HttpProblem('user-exists', 'This e-mail address has an account already.');
      return reply.status(201).send(user);
    },
  );

  app.post(
    '/api/setup',
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: 'Create the first administrator with the token that the server printed',
        body: setupBodySchema,
        response: answers({ 201: meSchema }, ['bad-input', 'bad-setup-token']),
      },
    },
    async (request, reply) => {
      const { token, ...user } = request.body;
      const created = await parts.firstAdmin.create(token, user);
      if (!created)
        throw new HttpProblem('bad-setup-token', 'This set-up link is wrong or was used already.');
      return reply.status(201).send(created);
    },
  );
}
