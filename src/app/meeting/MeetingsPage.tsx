import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { PageFrame } from '#app/PageFrame.tsx';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { MeetingSummary } from '#protocol/meeting.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { meetingApi } from './meetingApi.ts';
import { formatScheduled } from './scheduled.ts';
import './MeetingsPage.css';

/** The meetings that I take part in, the latest first. */
export function MeetingsPage() {
  const { t } = useTranslation('meeting');
  const [state, reload] = useLoad(meetingApi.list);
  usePageTitle(t('list.title'));
  const isEmpty = state.status === 'ready' && state.value.length === 0;
  return (
    <PageFrame>
      <Group justify="space-between" mb="lg" gap="sm" mih={36}>
        <Title order={1}>{t('list.title')}</Title>
        {!isEmpty && <CreateButton />}
      </Group>
      {state.status === 'loading' && <Skeleton height={180} radius="md" />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {isEmpty && (
        <EmptyState
          icon={<IconUsersGroup size={44} stroke={1.4} aria-hidden="true" />}
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
        >
          <CreateButton />
        </EmptyState>
      )}
      {state.status === 'ready' && !isEmpty && (
        <Stack component="ul" gap="xs" className="meetingList">
          {state.value.map((meeting) => (
            <Row key={meeting.id} meeting={meeting} />
          ))}
        </Stack>
      )}
    </PageFrame>
  );
}

function CreateButton() {
  const { t } = useTranslation('meeting');
  return (
    <Button
      component={Link}
      href="/rapat/baru"
      leftSection={<IconPlus size={16} aria-hidden="true" />}
    >
      {t('list.create')}
    </Button>
  );
}

const stateColors = { planned: 'gray', running: 'ink', ended: 'gray' } as const;
const actions = { planned: 'open', running: 'enter', ended: 'minutes' } as const;

interface RowProps {
  readonly meeting: MeetingSummary;
}

function Row({ meeting }: RowProps) {
  const { t, i18n } = useTranslation('meeting');
  const language = toLanguage(i18n.resolvedLanguage);
  return (
    <li>
      <Link href={`/rapat/${meeting.id}`} className="meetingRow">
        <span className="meetingRowText">
          <Text component="span" fw={600}>
            {meeting.title}
          </Text>
          <Text component="span" size="sm" c="dimmed">
            {formatScheduled(meeting.scheduledOn, language)}
            {meeting.isModerator && ` · ${t('list.moderated')}`}
          </Text>
        </span>
        <Badge
          variant={meeting.state === 'running' ? 'filled' : 'light'}
          color={stateColors[meeting.state]}
          tt="none"
          fw={600}
        >
          {t(`list.${meeting.state}`)}
        </Badge>
        <Text component="span" size="sm" className="meetingRowAction">
          {t(`list.${actions[meeting.state]}`)}
        </Text>
      </Link>
    </li>
  );
}
