import { z } from 'zod';
import { answers } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import type { App, HttpParts } from '#server/http/parts.ts';

const tags = ['Health'];
const isWell = answers({ 200: z.object({ status: z.literal('ok') }) }, ['not-ready']);

/** For load balancers and process managers. */
export function addHealthRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/healthz',
    { schema: { tags, summary: 'Alive', response: isWell } },
    async () => ({ status: 'ok' }) as const,
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        summary: 'Can serve: the database answers and can be written',
        response: isWell,
      },
    },
    async () => {
      // Draining, or a commit failed and none has succeeded since.
      if (!parts.documents.stats().ready)
        throw new HttpProblem('not-ready', 'The server is ending, or waits for the database.');
      if (!(await parts.isStorageWell()))
        throw new HttpProblem('not-ready', 'The database does not answer or cannot be written.');
      return { status: 'ok' } as const;
    },
  );
}
