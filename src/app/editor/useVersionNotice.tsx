import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isNewVersionThere } from '#app/newVersion.ts';
import type { ConnectionState, Session } from '#session/session.ts';

const id = 'new-version';

/**
 * Offers a reload when the server has a newer page: asked whenever the connection comes back, since a
 * server that is made new starts again, or when the server does not speak this page's version any more.
 * Nobody is forced; what is unsent is on this device before the page goes.
 */
export function useVersionNotice(session: Session): void {
  useEffect(() => {
    const { connection } = session;
    let isOffered = false;
    let before = connection.get();
    const offer = (): void => {
      if (isOffered) return;
      isOffered = true;
      notifications.show({
        id,
        autoClose: false,
        message: <NewVersion onReload={() => void reload(session)} />,
      });
    };
    const stop = connection.subscribe(() => {
      const state = connection.get();
      if (isTurnedAway(state)) offer();
      else if (isBack(before, state))
        void isNewVersionThere().then((isThere) => isThere && offer());
      before = state;
    });
    return () => {
      stop();
      notifications.hide(id);
    };
  }, [session]);
}

function isTurnedAway(state: ConnectionState): boolean {
  return 'cause' in state && state.cause === 'other-protocol';
}

function isBack(before: ConnectionState, now: ConnectionState): boolean {
  const wasAway = before.status === 'reconnecting' || before.status === 'offline';
  return wasAway && now.status === 'online';
}

async function reload(session: Session): Promise<void> {
  await session.prepareReload();
  location.reload();
}

interface NewVersionProps {
  onReload(): void;
}

function NewVersion({ onReload }: NewVersionProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{t('editor.newVersion')}</Text>
      <Button size="compact-sm" variant="light" miw="max-content" onClick={onReload}>
        {tCommon('reload')}
      </Button>
    </Group>
  );
}
