import { ActionIcon, Badge, Menu, Text } from '@mantine/core';
import {
  IconDeviceMobileOff,
  IconDots,
  IconKey,
  IconShieldCheck,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import type { User } from '#protocol/api.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';

/** What an administrator may do with an account. */
export type UserAction = 'password' | 'secondFactor' | 'close' | 'open' | 'makeAdmin' | 'endAdmin';

export interface UserRowProps {
  readonly user: User;
  onAct(action: UserAction): void;
}

/** One account: who it is, whether it can be used, and what may be done with it. */
export function UserRow({ user, onAct }: UserRowProps) {
  const { t } = useTranslation('accounts');
  return (
    <li className="shareRow" data-closed={!user.isActive || undefined}>
      <PersonAvatar name={user.name} color={toPersonColor(user.id)} />
      <div className="shareWho">
        <Text size="sm" fw={600} truncate {...(!user.isActive && { c: 'dimmed' })}>
          {user.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {user.email}
        </Text>
      </div>
      {!user.isActive && (
        <Badge variant="light" color="gray" tt="none" fw={600}>
          {t('closed')}
        </Badge>
      )}
      {user.hasSecondFactor && user.isActive && (
        <Badge variant="light" color="green" tt="none" fw={600}>
          {t('hasSecondFactor')}
        </Badge>
      )}
      {user.isAdmin && user.isActive && (
        <Badge variant="light" tt="none" fw={600}>
          {t('admin')}
        </Badge>
      )}
      <UserMenu user={user} onAct={onAct} />
    </li>
  );
}

function UserMenu({ user, onAct }: UserRowProps) {
  const { t } = useTranslation('accounts');
  const { me } = useMe();
  const isMe = user.id === me.id;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('actionsFor', { name: user.name })}
        >
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {/* My own is changed in my account, where the current one is asked for. */}
        {user.isActive && !isMe && (
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => onAct('password')}>
            {t('newPassword')}
          </Menu.Item>
        )}
        {user.isActive && !isMe && user.hasSecondFactor && (
          <Menu.Item
            leftSection={<IconDeviceMobileOff size={16} />}
            onClick={() => onAct('secondFactor')}
          >
            {t('removeSecondFactor')}
          </Menu.Item>
        )}
        {user.isActive && !user.isAdmin && (
          <Menu.Item leftSection={<IconShieldCheck size={16} />} onClick={() => onAct('makeAdmin')}>
            {t('makeAdmin')}
          </Menu.Item>
        )}
        {user.isActive && user.isAdmin && (
          <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={() => onAct('endAdmin')}>
            {t('endAdmin')}
          </Menu.Item>
        )}
        {user.isActive && !isMe && (
          <Menu.Item
            color="red"
            leftSection={<IconUserOff size={16} />}
            onClick={() => onAct('close')}
          >
            {t('close')}
          </Menu.Item>
        )}
        {!user.isActive && (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => onAct('open')}>
            {t('open')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
