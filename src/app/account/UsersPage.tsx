import { Button, Group, Loader, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { PageFrame } from '#app/PageFrame.tsx';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { User } from '#protocol/api.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { findUsers } from './findUsers.ts';
import { NewUserDialog } from './NewUserDialog.tsx';
import { ResetPasswordDialog } from './ResetPasswordDialog.tsx';
import { type UserAction, UserRow } from './UserRow.tsx';
import '#app/share/share.css';

/** The accounts of the office, for administrators. */
export function UsersPage() {
  const { t } = useTranslation('accounts');
  const { me } = useMe();
  usePageTitle(t('title'));
  return (
    <PageFrame>{me.isAdmin ? <Accounts /> : <EmptyState title={t('onlyAdmins')} />}</PageFrame>
  );
}

function Accounts() {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(api.users);
  const [isAdding, setAdding] = useState(false);
  return (
    <Stack gap="lg" maw={720} mx="auto">
      <Group justify="space-between">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed">
            {t('text')}
          </Text>
        </div>
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('create')}
        </Button>
      </Group>
      {state.status === 'loading' && <Loader aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && <UserList users={state.value} onChanged={reload} />}
      <NewUserDialog isOpen={isAdding} onClose={() => setAdding(false)} onCreated={reload} />
    </Stack>
  );
}

interface UserListProps {
  readonly users: readonly User[];
  onChanged(): void;
}

function UserList({ users, onChanged }: UserListProps) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const { isBusy, run } = useAction();
  const [words, setWords] = useState('');
  const [closing, setClosing] = useState<User>();
  const [resetting, setResetting] = useState<User>();
  const [unguarding, setUnguarding] = useState<User>();
  const found = findUsers(users, words);

  function change(user: User, state: { isActive?: boolean; isAdmin?: boolean }): void {
    void run(async () => {
      await api.changeUser(user.id, state);
      setClosing(undefined);
      onChanged();
      notifications.show({ message: t('changed', { name: user.name }) });
    });
  }

  function removeSecondFactor(user: User): void {
    void run(async () => {
      await api.removeSecondFactor(user.id);
      setUnguarding(undefined);
      onChanged();
      notifications.show({ message: t('secondFactorRemoved', { name: user.name }) });
    });
  }

  const act: Readonly<Record<UserAction, (user: User) => void>> = {
    password: setResetting,
    secondFactor: setUnguarding,
    close: setClosing,
    open: (user) => change(user, { isActive: true }),
    makeAdmin: (user) => change(user, { isAdmin: true }),
    endAdmin: (user) => change(user, { isAdmin: false }),
  };

  return (
    <>
      {users.length > fewUsers && (
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Paper withBorder radius="lg" px="lg" py="xs">
        <ul className="shareList">
          {found.map((user) => (
            <UserRow key={user.id} user={user} onAct={(action) => act[action](user)} />
          ))}
        </ul>
        {found.length === 0 && (
          <Text size="sm" c="dimmed" py="sm">
            {t('notFound', { words })}
          </Text>
        )}
      </Paper>
      <ConfirmDialog
        isOpen={closing !== undefined}
        title={t('closeTitle', { name: closing?.name ?? '' })}
        text={t('closeText')}
        confirmLabel={t('close')}
        cancelLabel={tCommon('cancel')}
        isBusy={isBusy}
        onConfirm={() => closing && change(closing, { isActive: false })}
        onCancel={() => setClosing(undefined)}
      />
      <ConfirmDialog
        isOpen={unguarding !== undefined}
        title={t('removeSecondFactorTitle', { name: unguarding?.name ?? '' })}
        text={t('removeSecondFactorText')}
        confirmLabel={t('removeSecondFactor')}
        cancelLabel={tCommon('cancel')}
        isBusy={isBusy}
        onConfirm={() => unguarding && removeSecondFactor(unguarding)}
        onCancel={() => setUnguarding(undefined)}
      />
      <ResetPasswordDialog user={resetting} onClose={() => setResetting(undefined)} />
    </>
  );
}

/** So many are seen at a glance. */
const fewUsers = 8;
