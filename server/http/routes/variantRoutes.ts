import { z } from 'zod';
import { viewMeeting } from '#core/meeting/viewMeeting.ts';
import { commandAnswerSchema, newVariantBodySchema, votedStatesSchema } from '#protocol/meeting.ts';
import { answers } from '#server/http/answers.ts';
import { requireAttendee, unknownMeeting } from '#server/http/attendee.ts';
import { HttpProblem } from '#server/http/httpProblem.ts';
import { idParam } from '#server/http/params.ts';
import type { App, HttpParts } from '#server/http/parts.ts';
import { mayEditProcedure } from '#server/meeting/variants.ts';

const tags = ['Meetings'];
const problems = ['sign-in-needed', 'forbidden', 'unknown-meeting', 'bad-input'] as const;

/** Copies of an SOP that a meeting chooses between, and what was voted about. */
export function addVariantRoutes(app: App, parts: HttpParts): void {
  app.post(
    '/api/meetings/:id/variants',
    {
      schema: {
        tags,
        summary: 'Copy the SOP that is talked about, as a variant (who leads, or may change it)',
        params: z.object({ id: idParam }),
        body: newVariantBodySchema,
        response: answers({ 200: commandAnswerSchema }, problems),
      },
    },
    async (request) => {
      const { id } = request.params;
      const { attendee } = await requireAttendee(parts, request, id);
      const result = await parts.meetingRoom.addVariant(id, attendee, request.body);
      if (!result) throw unknownMeeting();
      if (!result.ok) return result;
      return { ok: true as const, meeting: viewMeeting(result.meeting, attendee.id) };
    },
  );

  app.get(
    '/api/meetings/:id/votes/:voteId/states',
    {
      config: { admitsGuests: true },
      schema: {
        tags,
        summary: 'The states of an SOP that a vote is about, as they were when it was opened',
        params: z.object({ id: idParam, voteId: idParam }),
        response: answers({ 200: votedStatesSchema }, [...problems, 'unknown-version']),
      },
    },
    async (request) => {
      const { id, voteId } = request.params;
      const { meeting, attendee } = await requireAttendee(parts, request, id);
      const vote = meeting.votes.find((each) => each.id === voteId);
      const states: { choice: string; file: unknown }[] = [];
      for (const { id: choice, state } of vote?.choices ?? []) {
        const file = state && (await parts.versions.findFile(state.procedure, state.version));
        if (file !== undefined) states.push({ choice, file: JSON.parse(file) });
      }
      if (states.length === 0)
        throw new HttpProblem('unknown-version', 'The meeting keeps no states for this vote.');
      const item = meeting.items.find((each) => each.id === vote?.item);
      const procedure = item?.procedure ?? null;
      const mayEdit =
        procedure !== null && (await mayEditProcedure(parts.procedures, procedure, attendee));
      return { mayEdit, states };
    },
  );
}
