import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { limits } from '#core/model/limits.ts';
import { importedSchema } from '#protocol/api.ts';
import { addProcedure } from '#server/http/addProcedure.ts';
import { answers } from '#server/http/answers.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe } from '#server/http/principal.ts';

/** Takes in a file of any known kind as a new procedure. */
export function addImportRoutes(app: App, parts: HttpParts): void {
  const scope: FastifyPluginAsyncZod = async (inner) => addImport(inner, parts);
  void app.register(scope);
}

/** In a scope of its own: the body is a file of whatever type, kept as bytes. */
function addImport(app: App, parts: HttpParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, keepBytes);

  app.post(
    '/api/import',
    {
      bodyLimit: limits.maxFileBytes,
      schema: {
        tags: ['Procedures'],
        summary: 'Add a procedure from a file: the body, its kind by ?filename= or Content-Type',
        consumes: ['application/octet-stream', 'application/json', 'application/xml'],
        body: z.any().describe('The file'),
        querystring: z.object({ filename: z.string().max(500).optional() }),
        response: answers({ 201: importedSchema }, [
          'bad-file',
          'sign-in-needed',
          'too-large',
          'unsupported-file',
        ]),
      },
    },
    async (request, reply) => {
      const body: unknown = request.body;
      const { procedure, report } = await parts.files.readImport({
        content: body instanceof Uint8Array ? body : new Uint8Array(),
        fileName: request.query.filename,
        contentType: request.headers['content-type'],
      });
      const id = await addProcedure(parts, procedure, getMe(request).id);
      return reply.status(201).send({ id, report: [...report] });
    },
  );
}

async function keepBytes(_request: FastifyRequest, body: Buffer): Promise<Buffer> {
  return body;
}
