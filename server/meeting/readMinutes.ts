import type { Meeting } from '#core/meeting/meeting.ts';
import { type ItemStates, type Minutes, toMinutes } from '#core/meeting/minutes.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import type { MeetingConnectionStore } from '#server/store/meetingConnectionStore.ts';
import type { VersionStore } from '#server/store/versionStore.ts';
import type { SyncHub } from '#server/sync/syncHub.ts';

export interface MinutesParts {
  readonly meetingConnections: MeetingConnectionStore;
  readonly versions: VersionStore;
  readonly documents: Pick<SyncHub, 'readSuggestions'>;
}

/** The minutes of a meeting: from what was kept of its SOPs then, not from what they are today. */
export async function readMinutes(parts: MinutesParts, meeting: Meeting): Promise<Minutes> {
  const [connections, states, votedStates, suggestions] = await Promise.all([
    parts.meetingConnections.list(meeting.id),
    readStates(parts.versions, meeting),
    readVotedStates(parts.versions, meeting),
    readSuggestions(parts, meeting),
  ]);
  return toMinutes(meeting, { connections, states, votedStates, suggestions });
}

async function readStates(
  versions: VersionStore,
  { items }: Meeting,
): Promise<ReadonlyMap<string, ItemStates>> {
  const states = new Map<string, ItemStates>();
  for (const { id, procedure, before, after } of items)
    if (procedure !== null)
      states.set(id, {
        before: await readState(versions, procedure, before),
        after: await readState(versions, procedure, after),
      });
  return states;
}

async function readVotedStates(
  versions: VersionStore,
  { votes }: Meeting,
): Promise<ReadonlyMap<string, Procedure>> {
  const found = new Map<string, Procedure>();
  for (const { state } of votes.flatMap(({ choices }) => choices)) {
    const procedure = state && (await readState(versions, state.procedure, state.version));
    if (procedure) found.set(state.version, procedure);
  }
  return found;
}

async function readState(
  versions: VersionStore,
  procedure: string,
  version: string | null,
): Promise<Procedure | undefined> {
  const file = version === null ? undefined : await versions.findFile(procedure, version);
  const parsed = file === undefined ? undefined : parseProcedureJson(file);
  return parsed?.ok ? parsed.procedure : undefined;
}

async function readSuggestions(
  { documents }: MinutesParts,
  { items }: Meeting,
): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
  const found = new Map<string, readonly Suggestion[]>();
  for (const { procedure, startedAt } of items)
    if (procedure !== null && startedAt !== null)
      found.set(procedure, (await documents.readSuggestions(procedure)).list);
  return found;
}
