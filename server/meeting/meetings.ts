import { withItem } from '#core/meeting/agenda.ts';
import { applyMeetingCommand } from '#core/meeting/applyMeetingCommand.ts';
import { type AgendaItem, findCurrentItem, type Meeting } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { type Asking, accept, type MeetingRejection } from '#core/meeting/meetingResult.ts';
import { joinMeeting } from '#core/meeting/people.ts';
import { findVariant } from '#core/meeting/variants.ts';
import type { Attendee, NewVariantBody } from '#protocol/meeting.ts';
import type { ProcedureStore } from '#server/store/procedureStore.ts';
import { keepVersion } from './keepVersion.ts';
import { toGoneMs } from './liveRoom.ts';
import type { MeetingsParts } from './meetingsParts.ts';
import {
  dropStates,
  dropVariants,
  keepVotedStates,
  makeVariant,
  mayEditProcedure,
  toExpectedStates,
} from './variants.ts';

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
  /** Copies the SOP that is talked about. Undefined for an unknown meeting. */
  addVariant(
    meetingId: string,
    attendee: Attendee,
    wish: NewVariantBody,
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
    const [seen, mayPresent, mayEdit] = await Promise.all([
      parts.connections.listSeen(meetingId),
      mayPresentNow(parts.procedures, found.meeting, attendee),
      mayEditSubject(parts.procedures, found.meeting, { attendee, command }),
    ]);
    const time = now().toISOString();
    const toAsking = (meeting: Meeting, states: Asking['states']): Asking => ({
      person: attendee.id,
      mayPresent,
      mayEdit,
      states,
      now: time,
      presenterGoneMs: toGoneMs(seen, meeting.live.presenter, time),
      moderatorGoneMs: toGoneMs(seen, meeting.moderator, time),
    });
    // No state is kept for a vote that would be refused in any case.
    const draft = applyMeetingCommand(
      found.meeting,
      command,
      toAsking(found.meeting, toExpectedStates(command)),
    );
    if (!draft.ok) return draft;
    const states = await keepVotedStates(parts, found.meeting, command);
    const change = await store.change(meetingId, (meeting) =>
      applyMeetingCommand(meeting, command, toAsking(meeting, states)),
    );
    if (!change?.ok) {
      await dropStates(parts, found.meeting, states);
      return change;
    }
    const { before, stored } = change;
    if (before === stored.meeting) return { ok: true, meeting: stored.meeting };
    live.changed(meetingId);
    tellAccess(parts, before, stored.meeting);
    await dropVariants(parts, before, stored.meeting);
    await keepStates(parts, before, stored.meeting);
    return { ok: true, meeting: stored.meeting };
  }

  return {
    apply,

    async addVariant(meetingId, attendee, wish) {
      const found = await store.find(meetingId);
      if (!found) return undefined;
      const added = await makeVariant(parts, found.meeting, { attendee, ...wish });
      if (added?.ok) live.changed(meetingId);
      return added;
    },

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
  return procedure === null || mayEditProcedure(procedures, procedure, attendee);
}

/** An account that may change the SOP that the command is about; nobody where it is about none. */
async function mayEditSubject(
  procedures: ProcedureStore,
  meeting: Meeting,
  { attendee, command }: { readonly attendee: Attendee; readonly command: MeetingCommand },
): Promise<boolean> {
  const id = findSubject(meeting, command);
  const procedure = meeting.items.find((item) => item.id === id)?.procedure ?? null;
  return procedure !== null && mayEditProcedure(procedures, procedure, attendee);
}

/** The item whose SOP is changed or copied by the command. */
function findSubject(meeting: Meeting, command: MeetingCommand): string | null | undefined {
  switch (command.type) {
    case 'noteAdoption':
      return meeting.votes.find(({ id }) => id === command.vote)?.item;
    case 'removeVariant':
      return findVariant(meeting, command.variant)?.item;
    default:
      return undefined;
  }
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
    const version = await keepVersion(parts, meeting, {
      procedure,
      last: item.after ?? item.before,
      reason: which === 'before' ? 'sebelum' : 'sesudah',
    });
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
