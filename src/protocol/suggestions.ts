import * as z from 'zod/mini';
import { proposedEditSchema } from '#core/suggestions/proposedEdit.ts';
import { suggestionStatuses } from '#core/suggestions/suggestion.ts';
import {
  closingSchema,
  suggestionTargetSchema,
  targetNoteSchema,
} from '#core/suggestions/suggestionEntry.ts';

const authorSchema = z.object({ id: z.string(), name: z.string(), division: z.string() });
const status = z.enum(suggestionStatuses);

/** `GET /api/procedures/:id/suggestions`: what `Suggestions` of `#core/suggestions/suggestion.ts` holds. */
export const suggestionsSchema = z.object({
  /** By number. */
  list: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      target: suggestionTargetSchema,
      place: targetNoteSchema,
      text: z.string(),
      earlierTexts: z.array(z.string()),
      author: z.nullable(authorSchema),
      createdAt: z.string(),
      mentions: z.array(z.string()),
      proposal: z.array(proposedEditSchema),
      replies: z.array(
        z.object({
          id: z.string(),
          author: authorSchema,
          text: z.string(),
          mentions: z.array(z.string()),
          createdAt: z.string(),
          isSent: z.boolean(),
        }),
      ),
      status,
      /** The last one counts. */
      decisions: z.array(
        z.object({
          id: z.string(),
          by: authorSchema,
          at: z.string(),
          outcome: status,
          reason: z.string(),
          responsible: z.string(),
          dueOn: z.nullable(z.string()),
          closing: z.nullable(closingSchema),
          isSent: z.boolean(),
        }),
      ),
      isSent: z.boolean(),
    }),
  ),
  rules: z.object({ allowsAnonymous: z.boolean() }),
});
