import { wordsSchema } from '#protocol/words.ts';
import { answers } from '#server/http/answers.ts';
import { OfficeWords } from '#server/http/officeWords.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe } from '#server/http/principal.ts';

/** What fields offer while one types: nothing that the person could not read anyway. */
export function addWordRoutes(app: App, parts: HttpParts): void {
  const words = new OfficeWords(parts.documents);
  app.get(
    '/api/words',
    {
      schema: {
        tags: ['Procedures'],
        summary:
          'Actors, documents, legal bases and the like that my procedures use, most used first',
        response: answers({ 200: wordsSchema }, ['sign-in-needed']),
      },
    },
    async (request) => {
      const found = await words.of(await parts.procedures.listFor(getMe(request).id));
      return {
        actors: [...found.actors],
        documents: [...found.documents],
        durations: [...found.durations],
        units: [...found.units],
        legalBases: [...found.legalBases],
        titles: [...found.titles],
        numbers: [...found.numbers],
      };
    },
  );
}
