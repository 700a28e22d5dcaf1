import { withItem } from '#core/meeting/agenda.ts';
import { applyMeetingCommand } from '#core/meeting/applyMeetingCommand.ts';
import { type AgendaItem, findCurrentItem, type Meeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { accept, type MeetingRejection } from '#core/meeting/meetingResult.ts';
import { joinMeeting } from '#core/meeting/people.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Attendee } from '#protocol/meeting.ts';
import { canEdit } from '#protocol/roles.ts';
import { newId } from '#server/auth/secretTokens.ts';
import type { Clock } from '#server/store/clock.ts';
import type { MeetingConnectionStore } from '#server/store/meetingConnectionStore.ts';
import type { MeetingStore } from '#server/store/meetingStore.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import type { VersionStore } from '#server/store/versionStore.ts';
import type { SyncHub } from '#server/sync/syncHub.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';
import type { LiveHub } from './liveHub.ts';
import { toGoneMs } from './liveRoom.ts';

export interface MeetingsParts {
  readonly store: MeetingStore;
  readonly connections: MeetingConnectionStore;
  readonly procedures: ProcedureStore;
  readonly versions: VersionStore;
  readonly documents: Pick<SyncHub, 'readProcedure' | 'accessChanged'>;
  readonly live: LiveHub;
  readonly logger: SyncLogger;
  readonly now: Clock;
}

type CommandResult =
  | { readonly ok: true; readonly meeting: Meeting }
  | { readonly ok: false; readonly rejection: MeetingRejection };

/** What happens in meetings, and what follows from it for rights, versions and those who watch. */
export interface Meetings {
  /** Undefined for an unknown meeting. */
  apply(
    meetingId: string,
    attendee: Attendee,
    command: MeetingCommand,
  ): Promise<CommandResult | undefined>;
  /** Notes that somebody joined. Undefined for an unknown meeting. */
  join(meetingId: string, attendee: Attendee): Promise<CommandResult | undefined>;
  /** A link was revoked: asks again who may be there and open the SOPs. */
  accessChanged(meetingId: string): Promise<void>;
}

export function createMeetings(parts: MeetingsParts): Meetings {
  const { store, live, now } = parts;

  async function apply(
    meetingId: string,
    attendee: Attendee,
    command: MeetingCommand,
  ): Promise<CommandResult | undefined> {
    const found = await store.find(meetingId);
    if (!found) return undefined;
    const [seen, mayPresent] = await Promise.all([
      parts.connections.listSeen(meetingId),
      mayPresentNow(parts.procedures, found.meeting, attendee),
    ]);
    const time = now().toISOString();
    const change = await store.change(meetingId, (meeting) =>
      applyMeetingCommand(meeting, command, {
        person: attendee.id,
        mayPresent,
        now: time,
        presenterGoneMs: toGoneMs(seen, meeting.live.presenter, time),
        moderatorGoneMs: toGoneMs(seen, meeting.moderator, time),
      }),
    );
    if (!change?.ok) return change;
    const { before, stored } = change;
    if (before === stored.meeting) return { ok: true, meeting: stored.meeting };
    live.changed(meetingId);
    tellAccess(parts, before, stored.meeting);
    await keepStates(parts, before, stored.meeting);
    return { ok: true, meeting: stored.meeting };
  }

  return {
    apply,

    async join(meetingId, attendee) {
      const change = await store.change(meetingId, (meeting) => joinMeeting(meeting, attendee));
      if (!change?.ok) return change;
      live.changed(meetingId);
      return { ok: true, meeting: change.stored.meeting };
    },

    async accessChanged(meetingId) {
      const found = await store.find(meetingId);
      live.accessChanged(meetingId);
      for (const { procedure } of found?.meeting.items ?? [])
        if (procedure !== null) parts.documents.accessChanged(procedure);
    },
  };
}

/** An account that may change the SOP that is talked about; any account where there is none. */
async function mayPresentNow(
  procedures: ProcedureStore,
  meeting: Meeting,
  attendee: Attendee,
): Promise<boolean> {
  if (attendee.isGuest) return false;
  const procedure = findCurrentItem(meeting)?.procedure ?? null;
  if (procedure === null) return true;
  const role = (await procedures.find(procedure, attendee.id))?.role;
  return role !== undefined && canEdit(role);
}

/** Beginning, end, agenda and people decide who may open the SOPs. */
function tellAccess({ live, documents }: MeetingsParts, before: Meeting, after: Meeting): void {
  const isSame =
    before.state === after.state &&
    before.people === after.people &&
    toProcedures(before).join() === toProcedures(after).join();
  if (isSame) return;
  if (before.people !== after.people) live.accessChanged(after.id);
  for (const procedure of new Set([...toProcedures(before), ...toProcedures(after)]))
    documents.accessChanged(procedure);
}

function toProcedures({ items }: Meeting): readonly string[] {
  return items.flatMap(({ procedure }) => procedure ?? []);
}

/** Keeps a version of what is taken up for the first time, and of what was left. */
async function keepStates(parts: MeetingsParts, before: Meeting, after: Meeting): Promise<void> {
  for (const item of after.items) {
    const old = before.items.find(({ id }) => id === item.id);
    if (item.startedAt !== null && (old?.startedAt ?? null) === null)
      await keepState(parts, after, item, 'before');
    if (item.endedAt !== null && item.endedAt !== old?.endedAt)
      await keepState(parts, after, item, 'after');
  }
}

async function keepState(
  parts: MeetingsParts,
  meeting: Meeting,
  item: AgendaItem,
  which: 'before' | 'after',
): Promise<void> {
  const { procedure } = item;
  if (procedure === null) return;
  try {
    const version = await keepVersion(parts, meeting, { ...item, procedure }, which);
    await parts.store.change(meeting.id, (current) => {
      const now = current.items.find(({ id }) => id === item.id);
      return accept(now ? withItem(current, { ...now, [which]: version }) : current);
    });
    parts.live.changed(meeting.id);
  } catch (error) {
    // The meeting goes on; its minutes will say that there is no such state.
    parts.logger.error({ err: error, meetingId: meeting.id }, 'Could not keep the state of an SOP');
  }
}

async function keepVersion(
  { documents, versions }: MeetingsParts,
  meeting: Meeting,
  item: AgendaItem & { readonly procedure: string },
  which: 'before' | 'after',
): Promise<string> {
  const id = newId();
  const { procedure: procedureId } = item;
  const file = JSON.stringify(toProcedureFile(await documents.readProcedure(procedureId)));
  const last = item.after ?? item.before;
  // What was left as it was taken up needs no second version.
  if (last !== null && (await versions.findFile(procedureId, last)) === file) return last;
  const name = `Rapat: ${meeting.title} (${which === 'before' ? 'sebelum' : 'sesudah'})`;
  // A person may have made the meeting and lost the account since; a version needs somebody.
  await versions.add({
    id,
    procedureId,
    name: name.slice(0, maxNameLength),
    userId: meeting.createdBy,
    file,
  });
  return id;
}

const maxNameLength = 200;
