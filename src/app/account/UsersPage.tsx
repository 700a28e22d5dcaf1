import { Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { PageFrame } from '#app/PageFrame.tsx';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Me } from '#protocol/api.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { NewUserDialog } from './NewUserDialog.tsx';
import '#app/share/share.css';

/** The accounts of the office, for administrators. */
export function UsersPage() {
  const { t } = useTranslation('shell');
  const { me } = useMe();
  usePageTitle(t('users.title'));
  return (
    <PageFrame>
      {me.isAdmin ? <Accounts /> : <EmptyState title={t('users.onlyAdmins')} />}
    </PageFrame>
  );
}

function Accounts() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(api.users);
  const [isAdding, setAdding] = useState(false);
  return (
    <Stack gap="lg" maw={720} mx="auto">
      <Group justify="space-between">
        <div>
          <Title order={1}>{t('users.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('users.text')}
          </Text>
        </div>
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('users.create')}
        </Button>
      </Group>
      {state.status === 'loading' && <Loader aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && (
        <Paper withBorder radius="lg" px="lg" py="xs">
          <ul className="shareList">
            {state.value.map((user) => (
              <UserRow key={user.id} user={user} />
            ))}
          </ul>
        </Paper>
      )}
      <NewUserDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onCreated={() => {
          setAdding(false);
          reload();
        }}
      />
    </Stack>
  );
}

interface UserRowProps {
  readonly user: Me;
}

function UserRow({ user }: UserRowProps) {
  const { t } = useTranslation('shell');
  return (
    <li className="shareRow">
      <PersonAvatar name={user.name} color={toPersonColor(user.id)} />
      <div className="shareWho">
        <Text size="sm" fw={600} truncate>
          {user.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {user.email}
        </Text>
      </div>
      {user.isAdmin && (
        <Badge variant="light" tt="none" fw={600}>
          {t('users.admin')}
        </Badge>
      )}
    </li>
  );
}
