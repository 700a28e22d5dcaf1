import { Button, Group, Loader, Paper, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowsDiff,
  IconFileTypeDocx,
  IconFileTypePdf,
} from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { AttendanceEditor } from './AttendanceEditor.tsx';
import { MinutesPaper } from './MinutesPaper.tsx';
import { meetingApi, toMinutesPath } from './meetingApi.ts';
import { MeetingContext, useMeeting } from './meetingContext.ts';
import { NoteField } from './NoteField.tsx';
import { Opening } from './Opening.tsx';
import { useOpenMeeting } from './useOpenMeeting.ts';
import './MinutesPage.css';

export interface MinutesPageProps {
  readonly meetingId: string;
}

/** The minutes of a meeting, with what its note taker and moderator may still mend. */
export function MinutesPage({ meetingId }: MinutesPageProps) {
  const { t } = useTranslation('meeting');
  const { status, open } = useOpenMeeting(meetingId);
  usePageTitle(t('minutes.title'));
  if (status === 'refused') return <Redirect to={`/rapat/${meetingId}`} replace />;
  if (!open) return <Opening isPage />;
  return (
    <MeetingContext value={open}>
      <OpenMinutes />
    </MeetingContext>
  );
}

function OpenMinutes() {
  const { t } = useTranslation('meeting');
  const { meeting, news, isModerator, isNoteTaker } = useMeeting();
  const { id } = meeting;
  const [state, reload] = useLoad(useCallback(() => meetingApi.minutes(id), [id]));
  const { version } = news;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version has its minutes.
  useEffect(() => reload(), [version, reload]);
  const canWrite = isModerator || isNoteTaker;
  return (
    <main className="minutes">
      <header className="minutesHead">
        <Link href="/rapat" className="lobbyBack">
          <IconArrowLeft size={16} aria-hidden="true" />
          {t('list.title')}
        </Link>
        <Group justify="space-between" gap="sm">
          <Title order={1}>{t('minutes.title')}</Title>
          <Group gap="xs">
            <Button
              component="a"
              href={toMinutesPath(id, 'docx')}
              download
              variant="default"
              leftSection={<IconFileTypeDocx size={18} aria-hidden="true" />}
            >
              {t('minutes.docx')}
            </Button>
            <Button
              component="a"
              href={toMinutesPath(id, 'pdf')}
              download
              leftSection={<IconFileTypePdf size={18} aria-hidden="true" />}
            >
              {t('minutes.pdf')}
            </Button>
          </Group>
        </Group>
      </header>
      <VotedVariants />
      <div className="minutesParts" data-writer={canWrite || undefined}>
        {state.status === 'loading' && <Loader aria-label={t('room.connecting')} />}
        {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
        {state.status === 'ready' && <MinutesPaper blocks={state.value.blocks} />}
        {canWrite && state.status === 'ready' && (
          <aside className="minutesSide">
            <Paper withBorder radius="lg" p="lg">
              <Title order={2} size="h3" mb="sm">
                {t('minutes.attendance')}
              </Title>
              <AttendanceEditor attendance={state.value.attendance} />
            </Paper>
            <Paper withBorder radius="lg" p="lg" className="minutesNotes">
              <Title order={2} size="h3">
                {t('room.notes')}
              </Title>
              {meeting.items.map((item) => (
                <NoteField
                  key={item.id}
                  item={item.id}
                  label={t('notes.ofItem', { title: item.title })}
                />
              ))}
              <NoteField item={null} label={t('notes.general')} />
            </Paper>
          </aside>
        )}
      </div>
    </main>
  );
}

/** The way to what was voted about, as it was drawn then. */
function VotedVariants() {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const votes = meeting.votes.filter(({ choices }) => choices.some(({ state }) => state));
  if (votes.length === 0) return null;
  return (
    <section className="minutesVoted" aria-label={t('variant.voted')}>
      {votes.map(({ id, question }) => (
        <Button
          key={id}
          component={Link}
          href={`/rapat/${encodeURIComponent(meeting.id)}/suara/${encodeURIComponent(id)}`}
          variant="light"
          size="sm"
          leftSection={<IconArrowsDiff size={16} aria-hidden="true" />}
        >
          {question}
        </Button>
      ))}
    </section>
  );
}
