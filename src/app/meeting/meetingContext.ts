import { createContext, useContext } from 'react';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import type { MeetingView } from '#core/meeting/viewMeeting.ts';
import type { Attendee } from '#protocol/meeting.ts';
import type { LineNews, LineStatus, MeetingLine } from './MeetingLine.ts';

/** The meeting that is open on this page. */
export interface OpenMeeting {
  readonly meeting: MeetingView;
  readonly me: Attendee;
  readonly news: LineNews;
  readonly line: MeetingLine;
  readonly status: LineStatus;
  readonly isModerator: boolean;
  readonly isPresenter: boolean;
  readonly isNoteTaker: boolean;
  /** Asks the server; what it refuses becomes a message. Resolves with whether it was done. */
  run(command: MeetingCommand): Promise<boolean>;
}

export const MeetingContext = createContext<OpenMeeting | null>(null);

/** The open meeting. Throws outside a `MeetingContext`. */
export function useMeeting(): OpenMeeting {
  const open = useContext(MeetingContext);
  if (!open) throw new RangeError('useMeeting outside a MeetingContext');
  return open;
}
