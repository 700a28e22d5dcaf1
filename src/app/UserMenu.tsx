import { UnstyledButton } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '#ui/later.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { useMe } from './me.ts';
import { useMenuButton } from './useMenuButton.ts';

const UserMenuPanel = later(() => import('./UserMenuPanel.tsx').then((file) => file.UserMenuPanel));

/** My picture; opens the menu with who I am, my settings and the way out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { me } = useMe();
  const { buttonProps, opening } = useMenuButton();
  return (
    <>
      <UnstyledButton
        {...buttonProps}
        aria-label={t('menu.label', { name: me.name })}
        className="userMenuButton"
      >
        <PersonAvatar name={me.name} color={toPersonColor(me.id)} />
      </UnstyledButton>
      <Suspense>{opening && <UserMenuPanel {...opening} />}</Suspense>
    </>
  );
}
