import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { newVersionBodySchema, versionSummarySchema } from '#protocol/api.ts';
import { canEdit } from '#protocol/roles.ts';
import { newId } from '#server/auth/secretTokens.ts';
import { procedureAnswers } from '#server/http/answers.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam, procedureParams } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { getMe, requireProcedure } from '#server/http/principal.ts';
import { procedureFile } from '#server/http/procedureFile.ts';

const tags = ['Versions'];

/** Named states of a procedure. */
export function addVersionRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/procedures/:id/versions',
    {
      schema: {
        tags,
        summary: 'The kept versions, newest first',
        params: procedureParams,
        response: procedureAnswers({ 200: z.array(versionSummarySchema) }),
      },
    },
    async (request) => {
      const { id } = request.params;
      await requireProcedure(parts, request, { id, may: () => true });
      return [...(await parts.versions.list(id))];
    },
  );

  app.post(
    '/api/procedures/:id/versions',
    {
      schema: {
        tags,
        summary: 'Keep the present state as a version (editors and owners)',
        params: procedureParams,
        // A script that has no name to give may send no body.
        body: z.nullable(newVersionBodySchema),
        response: procedureAnswers({ 201: versionSummarySchema }, ['bad-input']),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const me = getMe(request);
      await requireProcedure(parts, request, { id, may: canEdit });
      const file = JSON.stringify(toProcedureFile(await parts.documents.readProcedure(id)));
      const version = { id: newId(), procedureId: id, name: request.body?.name ?? '' };
      const createdAt = await parts.versions.add({ ...version, userId: me.id, file });
      return reply
        .status(201)
        .send({ id: version.id, name: version.name, createdAt, createdBy: me.name });
    },
  );

  app.get(
    '/api/procedures/:id/versions/:versionId',
    {
      schema: {
        tags,
        summary: 'A version as a procedure file',
        params: z.object({ id: idParam, versionId: idParam }),
        response: procedureAnswers({ 200: procedureFile }, ['unknown-version']),
      },
    },
    async (request, reply) => {
      const { id, versionId } = request.params;
      await requireProcedure(parts, request, { id, may: () => true });
      const file = await parts.versions.findFile(id, versionId);
      if (file === undefined)
        throw new HttpProblem('unknown-version', 'This procedure has no such version.');
      return reply.type('application/json; charset=utf-8').send(file);
    },
  );
}
