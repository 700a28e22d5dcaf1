import { z } from 'zod';
import { apiTokenSchema, newTokenBodySchema } from '#protocol/api.ts';
import { hashToken, newId, newSecretToken } from '#server/auth/secretTokens.ts';
import { answers, nothing } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe } from '#server/http/principal.ts';

const tags = ['API tokens'];
const dayMs = 24 * 60 * 60 * 1000;

/** A person's tokens for scripts. */
export function addTokenRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/tokens',
    {
      schema: {
        tags,
        summary: 'My API tokens, newest first',
        response: answers({ 200: z.array(apiTokenSchema) }, ['sign-in-needed']),
      },
    },
    async (request) => [...(await parts.apiTokens.list(getMe(request).id))],
  );

  app.post(
    '/api/tokens',
    {
      schema: {
        tags,
        summary: 'Create an API token; it is shown in this answer only, and ends by itself',
        body: newTokenBodySchema,
        response: answers({ 201: apiTokenSchema }, ['bad-input', 'sign-in-needed']),
      },
    },
    async (request, reply) => {
      const token = newSecretToken('alur_');
      const { name, expiresInDays } = request.body;
      const created = await parts.apiTokens.add({
        id: newId(),
        userId: getMe(request).id,
        name,
        tokenHash: hashToken(token),
        expiresAt: new Date(parts.now().getTime() + expiresInDays * dayMs),
      });
      return reply.status(201).send({ ...created, token });
    },
  );

  app.delete(
    '/api/tokens/:tokenId',
    {
      schema: {
        tags,
        summary: 'Revoke one of my API tokens',
        params: z.object({ tokenId: idParam }),
        response: answers({ 204: nothing }, ['sign-in-needed', 'unknown-token']),
      },
    },
    async (request, reply) => {
      if (!(await parts.apiTokens.remove(getMe(request).id, request.params.tokenId)))
        throw new HttpProblem('unknown-token', 'You have no such token.');
      parts.documents.userChanged(getMe(request).id);
      return reply.status(204).send(null);
    },
  );
}
