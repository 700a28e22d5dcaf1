import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '#core/meeting/meeting.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { useMeeting } from './meetingContext.ts';
import './PersonName.css';

export interface PersonNameProps {
  readonly person: Person;
}

/** Somebody in the meeting, with what they are in it. */
export function PersonName({ person }: PersonNameProps) {
  const { t } = useTranslation('meeting');
  const { meeting, me, news } = useMeeting();
  const isHere = news.here.includes(person.id);
  const roles = [
    person.id === meeting.moderator && t('room.moderator'),
    person.id === meeting.live.presenter && t('room.presenter'),
    person.id === meeting.noteTaker && t('room.noteTaker'),
    person.isGuest && t('room.guest'),
  ].filter((role) => role !== false);
  return (
    <span className="personName" data-away={!isHere || undefined}>
      <PersonAvatar name={person.name} color={toPersonColor(person.id)} size={30} />
      <span className="personWords">
        <Text component="span" size="sm" fw={600}>
          {person.name}
          {person.id === me.id && (
            <Text component="span" c="dimmed" fw={400}>
              {' '}
              ({t('room.me')})
            </Text>
          )}
        </Text>
        {!isHere && (
          <Text component="span" size="xs" c="dimmed">
            {t('room.away')}
          </Text>
        )}
      </span>
      {roles.map((role) => (
        <Badge key={role} variant="light" color="gray" tt="none" fw={600} size="sm">
          {role}
        </Badge>
      ))}
    </span>
  );
}
