import { Box, Menu, Text } from '@mantine/core';
import { IconHelp, IconKey, IconLogout, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AnchoredMenu } from './AnchoredMenu.tsx';
import { useHelp } from './help/helpContext.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useMe } from './me.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import type { MenuOpening } from './useMenuButton.ts';

/** Who I am, language and appearance, my account, the way out. */
export function UserMenuPanel(opening: MenuOpening) {
  const { t } = useTranslation('shell');
  const { me, signOut } = useMe();
  const { openHelp } = useHelp();
  return (
    <AnchoredMenu {...opening} label={t('menu.label', { name: me.name })} width={280}>
      <Box px="sm" py={6}>
        <Text size="sm" fw={600} truncate>
          {me.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {me.email}
        </Text>
      </Box>
      <Menu.Divider />
      <Box px="sm" py={6}>
        <Text size="xs" c="dimmed" mb={4}>
          {t('menu.language')}
        </Text>
        <LanguageSwitch />
        <Text size="xs" c="dimmed" mt="sm" mb={4}>
          {t('menu.theme')}
        </Text>
        <ThemeSwitch />
      </Box>
      <Menu.Divider />
      <Menu.Item component={Link} href="/akun" leftSection={<IconKey size={16} />}>
        {t('menu.account')}
      </Menu.Item>
      {me.isAdmin && (
        <Menu.Item component={Link} href="/pengguna" leftSection={<IconUsers size={16} />}>
          {t('menu.users')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconHelp size={16} />}
        rightSection={
          <Text size="xs" c="dimmed">
            F1
          </Text>
        }
        onClick={openHelp}
      >
        {t('menu.help')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
        {t('menu.signOut')}
      </Menu.Item>
    </AnchoredMenu>
  );
}
