import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblemText } from '#app/problemText.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { type LineStatus, MeetingLine } from './MeetingLine.ts';
import { meetingApi } from './meetingApi.ts';
import type { OpenMeeting } from './meetingContext.ts';
import { useRefusal } from './useRefusal.ts';

export interface OpenedMeeting {
  readonly status: LineStatus;
  /** Undefined until the server has told of it. */
  readonly open: OpenMeeting | undefined;
}

/** Keeps a line to the meeting open for as long as the page shows it. */
export function useOpenMeeting(meetingId: string): OpenedMeeting {
  const [line, setLine] = useState<MeetingLine>();
  useEffect(() => {
    const opened = new MeetingLine({ meetingId, baseUrl: location.origin });
    setLine(opened);
    return () => opened.close();
  }, [meetingId]);

  const run = useRun(meetingId);
  const status = useLineValue(line, (each) => each.status) ?? 'connecting';
  const news = useLineValue(line, (each) => each.news);
  const open = useMemo<OpenMeeting | undefined>(() => {
    if (!line || !news) return undefined;
    const { meeting, me } = news;
    return {
      meeting,
      me,
      news,
      line,
      status,
      isModerator: meeting.moderator === me.id,
      isPresenter: meeting.live.presenter === me.id,
      isNoteTaker: meeting.noteTaker === me.id,
      run,
    };
  }, [line, news, status, run]);
  return { status, open };
}

interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

function useLineValue<T>(
  line: MeetingLine | undefined,
  pick: (line: MeetingLine) => Readable<T>,
): T | undefined {
  const store = line && pick(line);
  return useSyncExternalStore(store?.subscribe ?? subscribeToNothing, () => store?.get());
}

function subscribeToNothing(): () => void {
  return () => undefined;
}

function useRun(meetingId: string): OpenMeeting['run'] {
  const refuse = useRefusal();
  const { t: tErrors } = useTranslation('errors');
  return useCallback(
    async (command: MeetingCommand) => {
      try {
        const answer = await meetingApi.command(meetingId, command);
        if (answer.ok) return true;
        refuse(answer.rejection.code);
      } catch (problem) {
        notifications.show({
          color: 'red',
          message: toProblemText(problem, tErrors),
          autoClose: 8000,
        });
      }
      return false;
    },
    [meetingId, refuse, tErrors],
  );
}
