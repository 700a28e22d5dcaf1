import { applyEdit } from '#core/edit/applyEdit.ts';
import { findCurrentItem, type Meeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { type Asking, type MeetingResult, reject } from '#core/meeting/meetingResult.ts';
import { addVariant, findVariant } from '#core/meeting/variants.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Attendee, NewVariantBody } from '#protocol/meeting.ts';
import { canEdit } from '#protocol/roles.ts';
import { newId } from '#server/auth/secretTokens.ts';
import { toFacts } from '#server/http/toFacts.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import { keepVersion } from './keepVersion.ts';
import type { MeetingsParts } from './meetingsParts.ts';

interface VariantWish extends NewVariantBody {
  readonly attendee: Attendee;
}

/** Copies the SOP that is talked about and adds the copy to the meeting. Undefined for a meeting that is gone. */
export async function makeVariant(
  parts: MeetingsParts,
  meeting: Meeting,
  { attendee, name, from }: VariantWish,
): Promise<MeetingResult | undefined> {
  const original = findCurrentItem(meeting)?.procedure ?? null;
  const asking: Asking = {
    person: attendee.id,
    mayPresent: false,
    mayEdit: original !== null && (await mayEditProcedure(parts.procedures, original, attendee)),
    states: new Map(),
    now: parts.now().toISOString(),
    presenterGoneMs: 0,
    moderatorGoneMs: 0,
  };
  const wish = { id: newId(), name, procedure: newId() };
  const draft = addVariant(meeting, wish, asking);
  if (!draft.ok || original === null) return draft;
  // Who leads without a role in the SOP has never seen what it was before.
  if (from.of !== 'present' && !(await hasRole(parts.procedures, original, attendee)))
    return reject(
      'not-yours',
      'Only who has a role in the SOP copies its versions and suggestions.',
    );
  const copy = await readStart(parts, original, from);
  if (!copy) return reject('unknown-variant', 'There is no such state to copy.');
  await parts.documents.createDocument(wish.procedure, copy);
  const change = await parts.store.change(meeting.id, (current) =>
    findCurrentItem(current)?.procedure === original
      ? addVariant(current, wish, asking)
      : reject('changed-meanwhile', 'The meeting has gone on to another item.'),
  );
  if (!change?.ok) return change;
  const letter = findVariant(change.stored.meeting, wish.id)?.letter ?? '';
  await parts.procedures.addVariant({
    id: wish.procedure,
    of: original,
    name: `${letter} · ${name}`,
    facts: toFacts(copy),
  });
  return { ok: true, meeting: change.stored.meeting };
}

/** What the copy begins with; undefined where the version, or what was suggested, is not there or does not fit. */
async function readStart(
  { documents, procedures, versions }: MeetingsParts,
  original: string,
  from: NewVariantBody['from'],
): Promise<Procedure | undefined> {
  if (await isGone(procedures, original)) return undefined;
  switch (from.of) {
    case 'present':
      return documents.readProcedure(original);
    case 'version': {
      const file = await versions.findFile(original, from.version);
      const parsed = file === undefined ? undefined : parseProcedureJson(file);
      return parsed?.ok ? parsed.procedure : undefined;
    }
    case 'suggestion': {
      const { list } = await documents.readSuggestions(original);
      const edits = list.find(({ id }) => id === from.suggestion)?.proposal ?? [];
      const present = await documents.readProcedure(original);
      const result = applyEdit(present, { type: 'batch', edits });
      return result.ok && edits.length > 0 ? result.procedure : undefined;
    }
  }
}

/** Stands for what `keepVotedStates` will keep, to see whether the vote would be refused in any case. */
export function toExpectedStates(command: MeetingCommand): Asking['states'] {
  return new Map(toStateChoices(command).map(({ id }) => [id, { procedure: '', version: '' }]));
}

/** Keeps what a vote is about, as it is now. What is gone is left out, so that the vote is refused. */
export async function keepVotedStates(
  parts: MeetingsParts,
  meeting: Meeting,
  command: MeetingCommand,
): Promise<Asking['states']> {
  const item = findCurrentItem(meeting);
  const kept = new Map<string, { procedure: string; version: string }>();
  for (const { id, text, variant } of toStateChoices(command)) {
    const procedure = findStateProcedure(meeting, variant ?? null);
    if (procedure === undefined || (await isGone(parts.procedures, procedure))) continue;
    // As it was taken up: the meeting has that already.
    const last = item?.procedure === procedure ? (item.after ?? item.before) : null;
    const version = await keepVersion(parts, meeting, {
      procedure,
      last,
      reason: `suara: ${text}`,
    });
    kept.set(id, { procedure, version });
  }
  return kept;
}

/** Takes back what was kept for a vote that was refused after all; states that the meeting has stay. */
export async function dropStates(
  { versions }: MeetingsParts,
  { items }: Meeting,
  states: Asking['states'],
): Promise<void> {
  const known = new Set(items.flatMap(({ before, after }) => [before, after]));
  for (const { procedure, version } of states.values())
    if (!known.has(version)) await versions.remove(procedure, version);
}

function toStateChoices(command: MeetingCommand) {
  return command.type === 'openVote'
    ? command.choices.filter(({ variant }) => variant !== undefined)
    : [];
}

function findStateProcedure(meeting: Meeting, variant: string | null): string | undefined {
  return variant === null
    ? (findCurrentItem(meeting)?.procedure ?? undefined)
    : findVariant(meeting, variant)?.procedure;
}

/** Deletes the copies that were removed from the meeting; what was voted about stays kept. */
export async function dropVariants(
  { procedures, documents }: MeetingsParts,
  before: Meeting,
  after: Meeting,
): Promise<void> {
  if (before.variants === after.variants) return;
  for (const { id, procedure, isRemoved } of after.variants) {
    if (!isRemoved || !findVariant(before, id)) continue;
    await procedures.remove(procedure);
    documents.deleted(procedure);
  }
}

/** An account that may change the procedure. */
export async function mayEditProcedure(
  procedures: ProcedureStore,
  procedure: string,
  { id, isGuest }: Attendee,
): Promise<boolean> {
  if (isGuest) return false;
  const role = (await procedures.find(procedure, id))?.role;
  return role !== undefined && canEdit(role);
}

async function hasRole(
  procedures: ProcedureStore,
  procedure: string,
  { id, isGuest }: Attendee,
): Promise<boolean> {
  return !isGuest && (await procedures.find(procedure, id))?.role !== undefined;
}

async function isGone(procedures: ProcedureStore, procedure: string): Promise<boolean> {
  const found = await procedures.find(procedure, '');
  return !found || found.isDeleted;
}
