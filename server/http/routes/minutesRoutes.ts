import { z } from 'zod';
import { toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import { isZone, minutesSchema } from '#protocol/meeting.ts';
import { MINUTES_FORMATS } from '#render/exportMinutes.ts';
import { answers, anyFile } from '#server/http/answers.ts';
import { requireAttendee } from '#server/http/attendee.ts';
import { toContentDisposition } from '#server/http/contentDisposition.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { readMinutes } from '#server/meeting/readMinutes.ts';

const tags = ['Meetings'];
const problems = ['sign-in-needed', 'forbidden', 'unknown-meeting', 'bad-input'] as const;
/** The zone in which the times are written, such as Asia/Makassar. */
const querystring = z.object({
  zone: z.string().refine(isZone, 'is no time zone').default('Asia/Jakarta'),
});

/** What a meeting decided, as a page and as files, for the accounts that joined it. */
export function addMinutesRoutes(app: App, parts: HttpParts): void {
  app.get(
    '/api/meetings/:id/minutes',
    {
      schema: {
        tags,
        summary: 'The minutes of a meeting (accounts that joined)',
        params: z.object({ id: idParam }),
        querystring,
        response: answers({ 200: minutesSchema }, problems),
      },
    },
    async (request) => {
      const { meeting } = await requireAttendee(parts, request, request.params.id);
      const minutes = await readMinutes(parts, meeting);
      const blocks = toMinutesBlocks(minutes, request.query.zone);
      return { blocks: [...blocks], attendance: [...minutes.attendance] };
    },
  );

  app.get(
    '/api/meetings/:id/minutes/:format',
    {
      schema: {
        tags,
        summary: 'The minutes as a file (accounts that joined)',
        produces: [
          'application/pdf',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        ],
        params: z.object({ id: idParam, format: z.enum(MINUTES_FORMATS) }),
        querystring,
        response: answers({ 200: anyFile }, problems),
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const { meeting } = await requireAttendee(parts, request, id);
      const minutes = await readMinutes(parts, meeting);
      const { title, annexes } = minutes;
      const blocks = toMinutesBlocks(minutes, request.query.zone);
      const file = await parts.files.exportMinutes({ blocks, title, annexes }, format);
      return reply
        .type(file.mimeType)
        .header('content-disposition', toContentDisposition(file.fileName))
        .send(Buffer.from(file.bytes));
    },
  );
}
