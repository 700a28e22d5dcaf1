import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { limits } from '#core/model/limits.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import { procedureSummarySchema } from '#protocol/api.ts';
import { canManage } from '#protocol/roles.ts';
import { addProcedure } from '#server/http/addProcedure.ts';
import { answers, nothing, procedureAnswers } from '#server/http/answers.ts';
import { acceptFile } from '#server/http/files/readImport.ts';
import { procedureParams } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { forbidden, getMe, requireProcedure, unknownProcedure } from '#server/http/principal.ts';
import { procedureFile } from '#server/http/procedureFile.ts';

const tags = ['Procedures'];

/** The procedures that I have a role in. */
export function addProcedureRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/procedures',
    {
      schema: {
        tags,
        summary: 'My procedures and those shared with me, newest change first',
        response: answers({ 200: z.array(procedureSummarySchema) }, ['sign-in-needed']),
      },
    },
    async (request) => [...(await parts.procedures.listFor(getMe(request).id))],
  );

  app.get(
    '/api/procedures/:id',
    {
      schema: {
        tags,
        summary: 'The current state as a procedure file',
        params: procedureParams,
        response: procedureAnswers({ 200: procedureFile }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireProcedure(parts, request, { id, may: () => true });
      const file = toProcedureFile(await parts.documents.readProcedure(id));
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(file));
    },
  );

  addRemoval(app, parts);
  const creation: FastifyPluginAsyncZod = async (scope) => addCreation(scope, parts);
  void app.register(creation);
}

/** In a scope of its own: the body is kept as text, so that a syntax error can name its line. */
function addCreation(app: App, parts: HttpParts): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, keepText);

  app.post(
    '/api/procedures',
    {
      bodyLimit: limits.maxFileBytes,
      // `parseProcedureJson` checks it; the schema is for the description.
      validatorCompiler: () => (value: unknown) => ({ value }),
      schema: {
        tags,
        summary: 'Add a procedure; the body is a procedure file',
        body: procedureFile,
        response: answers({ 201: z.object({ id: z.string() }) }, [
          'bad-file',
          'sign-in-needed',
          'too-large',
          'unsupported-type',
        ]),
      },
    },
    async (request, reply) => {
      const body: unknown = request.body;
      const procedure = acceptFile(parseProcedureJson(typeof body === 'string' ? body : ''));
      const id = await addProcedure(parts, procedure, getMe(request).id);
      return reply.status(201).send({ id });
    },
  );
}

async function keepText(_request: FastifyRequest, body: string): Promise<string> {
  return body;
}

function addRemoval(app: App, parts: HttpParts): void {
  app.delete(
    '/api/procedures/:id',
    {
      schema: {
        tags,
        summary: 'Delete (owners); it can be restored',
        params: procedureParams,
        response: procedureAnswers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireProcedure(parts, request, { id, may: canManage });
      await parts.procedures.remove(id);
      for (const each of [id, ...(await parts.procedures.listVariants(id))])
        parts.documents.deleted(each);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/api/procedures/:id/restore',
    {
      schema: {
        tags,
        summary: 'Bring a deleted procedure back (owners)',
        params: procedureParams,
        response: procedureAnswers({ 204: nothing }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const procedure = await parts.procedures.find(id, getMe(request).id);
      if (!procedure) throw unknownProcedure();
      if (!procedure.role || !canManage(procedure.role)) throw forbidden(procedure.role);
      await parts.procedures.restore(id);
      return reply.status(204).send(null);
    },
  );
}
