import { z } from 'zod';
import { suggestionsSchema } from '#protocol/suggestions.ts';
import { procedureAnswers } from '#server/http/answers.ts';
import { procedureParams } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { requireProcedure } from '#server/http/principal.ts';

/** For the description of the interface: the list is sent as text. */
const suggestions: z.core.$ZodType<unknown> = suggestionsSchema.register(z.globalRegistry, {
  id: 'Suggestions',
  description: 'What people suggest about a procedure, see docs/format.md',
});

/** What people suggest about a procedure; they write it at `/sync/:id/suggestions`. */
export function addSuggestionRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/procedures/:id/suggestions',
    {
      schema: {
        tags: ['Suggestions'],
        summary: 'The suggestions with their threads and decisions, by number',
        params: procedureParams,
        response: procedureAnswers({ 200: suggestions }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireProcedure(parts, request, { id, may: () => true });
      const found = await parts.documents.readSuggestions(id);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(found));
    },
  );
}
