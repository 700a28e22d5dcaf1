import type { ChoiceState, Meeting } from './meeting.ts';

/** Why a command is impossible, for whoever gave it. */
export const meetingRejectionCodes = [
  /** It is for the moderator, the presenter or the note taker. */
  'not-yours',
  /** The meeting has not begun, or is over. */
  'not-running',
  'meeting-over',
  'unknown-item',
  'unknown-person',
  'unknown-vote',
  /** It was removed, or its SOP was deleted. */
  'unknown-variant',
  'duplicate-id',
  /** Bounds of `meetingLimits`. */
  'too-many-things',
  /** Somebody else was first: nothing is lost, look again. */
  'changed-meanwhile',
  'presenter-there',
  'moderator-there',
  'vote-closed',
  'unknown-choice',
  /** An item that was talked about stays in the agenda. */
  'item-begun',
  /** Guests neither chair nor write the minutes. */
  'no-guest',
] as const;
export type MeetingRejectionCode = (typeof meetingRejectionCodes)[number];

export interface MeetingRejection {
  readonly code: MeetingRejectionCode;
  readonly message: string;
}

export type MeetingResult =
  | { readonly ok: true; readonly meeting: Meeting }
  | { readonly ok: false; readonly rejection: MeetingRejection };

export function accept(meeting: Meeting): MeetingResult {
  return { ok: true, meeting };
}

export function reject(code: MeetingRejectionCode, message: string): MeetingResult {
  return { ok: false, rejection: { code, message } };
}

/** Who gives a command, and when. */
export interface Asking {
  readonly person: string;
  /** They may change the procedure that is talked about; without one, they have an account. */
  readonly mayPresent: boolean;
  /** They may change the procedure that the command is about. */
  readonly mayEdit: boolean;
  /** By choice of the vote that is opened: the state that was kept of it. */
  readonly states: ReadonlyMap<string, ChoiceState>;
  /** ISO, UTC. */
  readonly now: string;
  /** How long presenter and moderator have been without a connection, in ms; 0 while they have one. */
  readonly presenterGoneMs: number;
  readonly moderatorGoneMs: number;
}
