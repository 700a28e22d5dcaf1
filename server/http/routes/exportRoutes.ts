import { z } from 'zod';
import { PICTURE_SCALE } from '#core/export/pictureScale.ts';
import { PAPER_NAMES } from '#core/model/settings.ts';
import { EXPORT_FORMATS, PDF_PROFILES } from '#protocol/api.ts';
import { anyFile, procedureAnswers } from '#server/http/answers.ts';
import { toContentDisposition } from '#server/http/contentDisposition.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { requireProcedure } from '#server/http/principal.ts';

/** Gives a procedure out as a file with the name that a person would choose. */
export function addExportRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/procedures/:id/export/:format',
    {
      schema: {
        tags: ['Procedures'],
        summary: 'The current state as a file; svg and png: one page',
        produces: [
          'application/pdf',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'image/svg+xml',
          'image/png',
          'application/json',
          'application/xml',
        ],
        params: z.object({ id: idParam, format: z.enum(EXPORT_FORMATS) }),
        querystring: z.object({
          paper: z.enum(PAPER_NAMES).optional(),
          /** Of pdf. */
          profile: z.enum(PDF_PROFILES).optional(),
          page: z.coerce.number().int().min(1).optional(),
          /** Of png: pixels a pt. */
          scale: z.coerce.number().min(PICTURE_SCALE.least).max(PICTURE_SCALE.most).optional(),
          /** Of svg and png: no white sheet behind the page. */
          transparent: z.stringbool().optional(),
          /** Of svg. */
          embedFonts: z.stringbool().optional(),
        }),
        response: procedureAnswers({ 200: anyFile }, ['bad-input', 'unknown-page']),
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      await requireProcedure(parts, request, { id, may: () => true });
      const procedure = await parts.documents.readProcedure(id);
      const file = await parts.files.exportFile(procedure, format, request.query);
      return reply
        .type(file.mimeType)
        .header('content-disposition', toContentDisposition(file.fileName))
        .send(Buffer.from(file.bytes));
    },
  );
}
