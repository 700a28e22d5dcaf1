import * as z from 'zod/mini';
import { IDENTITY_LISTS, STEP_TEXTS } from '#core/model/procedure.ts';
import { presentationStateSchema } from '#core/presentation/presentationState.ts';

const id = z.string().check(z.maxLength(200));
const coordinate = z.number();

const textTarget = z.discriminatedUnion('of', [
  z.object({ of: z.literal('title') }),
  z.object({ of: z.literal('number') }),
  z.object({ of: z.literal('approver'), field: z.enum(['position', 'name', 'nip']) }),
  z.object({
    of: z.literal('item'),
    list: z.enum(IDENTITY_LISTS),
    index: z.int().check(z.minimum(0)),
  }),
  z.object({ of: z.literal('actor'), actor: id }),
  z.object({ of: z.literal('group'), actor: id }),
  z.object({ of: z.literal('step'), step: id, field: z.enum(STEP_TEXTS) }),
  z.object({ of: z.literal('symbol'), symbol: id }),
  z.object({ of: z.literal('label'), flow: id }),
]);

const selected = z.object({ kind: z.enum(['step', 'symbol', 'flow', 'actor']), id });
export const selectionSchema = z.array(selected).check(z.maxLength(500));

/** What another client says about itself. A part that makes no sense counts as nothing said. */
export const presenceSchema = z.object({
  user: z.object({
    /** The account; the server writes it. */
    id: z.optional(z.string().check(z.maxLength(200))),
    name: z.string().check(z.maxLength(200)),
    color: z.catch(z.string().check(z.maxLength(60)), '#666666'),
  }),
  selection: z.catch(selectionSchema, []),
  cursor: z.catch(z.nullable(z.object({ x: coordinate, y: coordinate })), null),
  drag: z.catch(z.nullable(z.object({ symbol: id, x: coordinate, y: coordinate })), null),
  editing: z.catch(z.nullable(textTarget), null),
  presenting: z.catch(z.nullable(presentationStateSchema), null),
});
