import { ActionIcon, Button, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#core/meeting/meeting.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { useMeeting } from './meetingContext.ts';
import { PersonName } from './PersonName.tsx';

/** Everybody in the meeting, those who are connected first. */
export function PeoplePanel() {
  const { t } = useTranslation('meeting');
  const { meeting, news, isModerator } = useMeeting();
  const people = meeting.people.filter(({ isRemoved }) => !isRemoved);
  const isHere = ({ id }: Person) => news.here.includes(id);
  const here = people.filter(isHere);
  const [removing, setRemoving] = useState<Person>();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('room.here', { here: here.length, all: people.length })}
      </Text>
      <Hands />
      <ul className="roomPeople">
        {[...here, ...people.filter((person) => !isHere(person))].map((person) => (
          <li key={person.id}>
            <PersonName person={person} />
            {isModerator && <PersonMenu person={person} onRemove={() => setRemoving(person)} />}
          </li>
        ))}
      </ul>
      {removing && <Removal person={removing} onClose={() => setRemoving(undefined)} />}
    </Stack>
  );
}

/** Who asks for the presenter's role, for whoever can give it. */
function Hands() {
  const { t } = useTranslation('meeting');
  const { meeting, isModerator, isPresenter, run } = useMeeting();
  if (!isModerator && !isPresenter) return null;
  return meeting.live.hands.map((id) => {
    const name = meeting.people.find((person) => person.id === id)?.name ?? '';
    return (
      <Button
        key={id}
        variant="light"
        justify="flex-start"
        leftSection={<IconHandStop size={16} aria-hidden="true" />}
        onClick={() => void run({ type: 'handOver', to: id })}
      >
        {t('room.give', { name })}
      </Button>
    );
  });
}

interface PersonMenuProps {
  readonly person: Person;
  onRemove(): void;
}

function PersonMenu({ person, onRemove }: PersonMenuProps) {
  const { t } = useTranslation('meeting');
  const { meeting, run } = useMeeting();
  const { id, name, isGuest } = person;
  const isNoteTaker = meeting.noteTaker === id;
  const isMe = meeting.moderator === id;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('room.actionsFor', { name })}
        >
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {meeting.live.presenter !== id && (
          <Menu.Item onClick={() => void run({ type: 'handOver', to: id })}>
            {t('room.giveRole')}
          </Menu.Item>
        )}
        {!isGuest && (
          <Menu.Item
            onClick={() => void run({ type: 'setNoteTaker', person: isNoteTaker ? null : id })}
          >
            {t(isNoteTaker ? 'room.unmakeNoteTaker' : 'room.makeNoteTaker')}
          </Menu.Item>
        )}
        {!isGuest && !isMe && (
          <Menu.Item onClick={() => void run({ type: 'setModerator', person: id })}>
            {t('room.makeModerator')}
          </Menu.Item>
        )}
        {!isMe && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" onClick={onRemove}>
              {t('room.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface RemovalProps {
  readonly person: Person;
  onClose(): void;
}

function Removal({ person, onClose }: RemovalProps) {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { run } = useMeeting();
  return (
    <ConfirmDialog
      isOpen
      title={t('room.remove')}
      text={t('room.removeText', { name: person.name })}
      confirmLabel={t('room.remove')}
      cancelLabel={tCommon('cancel')}
      onCancel={onClose}
      onConfirm={() => void run({ type: 'removePerson', person: person.id }).then(onClose)}
    />
  );
}
