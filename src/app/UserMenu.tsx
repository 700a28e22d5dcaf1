import { Box, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useMe } from './me.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Who I am, language and appearance, my account, the way out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { me, signOut } = useMe();
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton aria-label={t('menu.label', { name: me.name })} className="userMenuButton">
          <PersonAvatar name={me.name} color={toPersonColor(me.id)} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
