import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { toLanguage } from '#app/i18n/i18n.ts';
import { useAction } from '#app/useAction.ts';
import type { AgendaItem } from '#core/meeting/meeting.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { ChangeMeeting } from './ChangeMeeting.tsx';
import { InvitePanel } from './InvitePanel.tsx';
import { meetingApi } from './meetingApi.ts';
import { useMeeting } from './meetingContext.ts';
import { PersonName } from './PersonName.tsx';
import { formatScheduled } from './scheduled.ts';
import './Lobby.css';

/** Before a meeting: what it will be about, who is here, and for the moderator the way to invite and begin. */
export function Lobby() {
  const { t, i18n } = useTranslation('meeting');
  const { meeting, me, isModerator, run } = useMeeting();
  const [isChanging, setChanging] = useState(false);
  const when = formatScheduled(meeting.scheduledOn, toLanguage(i18n.resolvedLanguage));
  if (isChanging)
    return (
      <main className="lobby">
        <Title order={1} mb="lg">
          {t('form.editTitle')}
        </Title>
        <ChangeMeeting onClose={() => setChanging(false)} />
      </main>
    );
  return (
    <main className="lobby">
      <header className="lobbyHead">
        {!me.isGuest && (
          <Link href="/rapat" className="lobbyBack">
            <IconArrowLeft size={16} aria-hidden="true" />
            {t('list.title')}
          </Link>
        )}
        <Title order={1}>{meeting.title}</Title>
        <Text c="dimmed">{meeting.place === '' ? when : `${when} · ${meeting.place}`}</Text>
      </header>
      {isModerator ? (
        <Group gap="xs" className="lobbyActions">
          <Button
            size="md"
            leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
            onClick={() => void run({ type: 'start' })}
          >
            {t('lobby.start')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setChanging(true)}
          >
            {t('lobby.edit')}
          </Button>
          <GiveUp />
        </Group>
      ) : (
        <Paper withBorder radius="lg" p="md" className="lobbyWaiting" role="status">
          {t('lobby.waiting')}
        </Paper>
      )}
      <div className="lobbyParts">
        <Paper withBorder radius="lg" p="lg">
          <Title order={2} size="h3" mb="xs">
            {t('lobby.agenda')}
          </Title>
          <Agenda items={meeting.items} />
        </Paper>
        <div className="lobbySide">
          {isModerator && (
            <Paper withBorder radius="lg" p="lg">
              <Title order={2} size="h3" mb="xs">
                {t('lobby.invite')}
              </Title>
              <InvitePanel meetingId={meeting.id} />
            </Paper>
          )}
          <Paper withBorder radius="lg" p="lg">
            <Title order={2} size="h3" mb="xs">
              {t('lobby.present')}
            </Title>
            <Present />
          </Paper>
        </div>
      </div>
    </main>
  );
}

function GiveUp() {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { meeting } = useMeeting();
  const { isBusy, run } = useAction();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="md"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('lobby.delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('lobby.delete')}
        text={t('lobby.deleteText', { title: meeting.title })}
        confirmLabel={t('lobby.delete')}
        cancelLabel={tCommon('cancel')}
        isBusy={isBusy}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          void run(async () => {
            await meetingApi.remove(meeting.id);
            navigate('/rapat');
          })
        }
      />
    </>
  );
}

interface AgendaProps {
  readonly items: readonly AgendaItem[];
}

function Agenda({ items }: AgendaProps) {
  const { t } = useTranslation('meeting');
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('room.noItem')}
      </Text>
    );
  return (
    <ol className="lobbyAgenda">
      {items.map((item) => (
        <li key={item.id}>
          <Text fw={600}>{item.title}</Text>
          <Text size="sm" c="dimmed">
            {t('lobby.minutes', { count: item.minutes })}
            {item.presenter !== '' && ` · ${t('lobby.presentedBy', { name: item.presenter })}`}
          </Text>
        </li>
      ))}
    </ol>
  );
}

function Present() {
  const { t } = useTranslation('meeting');
  const { meeting, news } = useMeeting();
  const here = meeting.people.filter(({ id, isRemoved }) => !isRemoved && news.here.includes(id));
  if (here.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('lobby.nobody')}
      </Text>
    );
  return (
    <ul className="lobbyPeople">
      {here.map((person) => (
        <li key={person.id}>
          <PersonName person={person} />
        </li>
      ))}
    </ul>
  );
}
