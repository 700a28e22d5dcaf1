import * as z from 'zod/mini';
import type { Edit } from '#core/edit/edit.ts';
import { isIsoDate } from '#core/model/dates.ts';
import { limits } from '#core/model/limits.ts';
import { IDENTITY_DATES, IDENTITY_LISTS, STEP_TEXTS } from '#core/model/procedure.ts';
import { routeHintSchema } from '#core/model/schema.ts';

/** An edit that a suggestion can propose. Several are one array; a picture is too large for one. */
export type ProposedEdit = Exclude<
  Edit,
  { readonly type: 'batch' | 'setLogo' | 'changeSettings' | 'tidyRoutes' }
>;

const id = z.string().check(z.minLength(1), z.maxLength(limits.maxIdLength));
const text = z.string().check(z.maxLength(limits.maxTextLength));
const index = z.int().check(z.minimum(0), z.maximum(limits.maxTextLength));
const list = z.enum(IDENTITY_LISTS);

const textTarget = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('title') }),
  z.strictObject({ of: z.literal('number') }),
  z.strictObject({ of: z.literal('approver'), field: z.enum(['position', 'name', 'nip']) }),
  z.strictObject({ of: z.literal('item'), list, index }),
  z.strictObject({ of: z.literal('actor'), actor: id }),
  z.strictObject({ of: z.literal('group'), actor: id }),
  z.strictObject({ of: z.literal('step'), step: id, field: z.enum(STEP_TEXTS) }),
  z.strictObject({ of: z.literal('symbol'), symbol: id }),
  z.strictObject({ of: z.literal('label'), flow: id }),
]);

const place = z.union([
  z.strictObject({ before: id }),
  z.strictObject({ after: id }),
  z.strictObject({ at: z.literal('end') }),
]);

const kind = z.enum(['terminator', 'process', 'decision']);
const symbol = z.strictObject({ id, actor: id, kind, text: z.optional(text) });
const symbols = z.array(symbol).check(z.maxLength(limits.maxSymbolsPerStep));
const ids = z.array(id).check(z.maxLength(limits.maxSymbolsPerStep));

/** The shape of a proposed edit from outside; whether it fits the procedure, `applyEdit` says. */
export const proposedEditSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('setText'), target: textTarget, text }),
  z.strictObject({
    type: z.literal('spliceText'),
    target: textTarget,
    at: index,
    remove: index,
    insert: text,
  }),
  z.strictObject({
    type: z.literal('setDate'),
    field: z.enum(IDENTITY_DATES),
    date: z.nullable(z.string().check(z.refine(isIsoDate, 'expected a date like "2026-06-02"'))),
  }),
  z.strictObject({ type: z.literal('addItem'), list, index, text }),
  z.strictObject({ type: z.literal('removeItem'), list, index }),
  z.strictObject({ type: z.literal('moveItem'), list, from: index, to: index }),
  z.strictObject({
    type: z.literal('addActor'),
    actor: z.strictObject({ id, name: text, group: z.optional(text) }),
    place,
  }),
  z.strictObject({ type: z.literal('moveActor'), actor: id, place }),
  z.strictObject({ type: z.literal('removeActor'), actor: id }),
  z.strictObject({ type: z.literal('groupActors'), actors: ids, group: text }),
  z.strictObject({
    type: z.literal('addStep'),
    step: z.strictObject({ id, activity: z.optional(text), symbols }),
    place,
    link: z.optional(z.strictObject({ flow: id, after: z.optional(id) })),
  }),
  z.strictObject({ type: z.literal('duplicateStep'), step: id, id, symbols: ids }),
  z.strictObject({ type: z.literal('moveStep'), step: id, place }),
  z.strictObject({ type: z.literal('removeStep'), step: id }),
  z.strictObject({ type: z.literal('setJoint'), step: id, joint: z.boolean() }),
  z.strictObject({ type: z.literal('addSymbol'), step: id, symbol }),
  z.strictObject({ type: z.literal('setSymbolKind'), symbol: id, kind }),
  z.strictObject({ type: z.literal('moveSymbol'), symbol: id, step: id, actor: id }),
  z.strictObject({ type: z.literal('removeSymbol'), symbol: id }),
  z.strictObject({
    type: z.literal('connect'),
    flow: z.strictObject({ id, from: id, to: id, label: z.optional(text) }),
  }),
  z.strictObject({ type: z.literal('reverseFlow'), flow: id }),
  z.strictObject({
    type: z.literal('retargetFlow'),
    flow: id,
    end: z.enum(['from', 'to']),
    symbol: id,
  }),
  z.strictObject({ type: z.literal('removeFlow'), flow: id }),
  z.strictObject({ type: z.literal('setRoute'), flow: id, route: z.nullable(routeHintSchema) }),
]);
