import { Badge, Button, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import type { Session } from '#protocol/api.ts';
import { toDeviceName } from './deviceName.ts';
import '#app/share/share.css';

/** Where I am signed in, and the way to end it there. */
export function SessionSection() {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(api.sessions);
  const { isBusy, run } = useAction();

  function endOthers(): void {
    void run(async () => {
      await api.endOtherSessions();
      notifications.show({ message: t('sessionsEnded') });
      reload();
    });
  }

  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Title order={2} size="h3">
        {t('sessions')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('sessionsText')}
      </Text>
      {state.status === 'loading' && <Loader aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && (
        <>
          <ul className="shareList">
            {state.value.map((session) => (
              <SessionRow key={`${session.createdAt} ${session.userAgent}`} session={session} />
            ))}
          </ul>
          {state.value.some(({ isCurrent }) => !isCurrent) && (
            <Group mt="md">
              <Button variant="default" onClick={endOthers} loading={isBusy}>
                {t('endOthers')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Paper>
  );
}

function SessionRow({ session }: { readonly session: Session }) {
  const { t, i18n } = useTranslation('accounts');
  const { browser, system, isPhone } = toDeviceName(session.userAgent);
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const device = browser && system ? t('device', { browser, system }) : (browser ?? system);
  const since = formatDateTime(session.createdAt, toLanguage(i18n.resolvedLanguage));
  return (
    <li className="shareRow">
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <div className="shareWho">
        <Text size="sm" fw={600} truncate>
          {device ?? t('unknownDevice')}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {t('since', { date: since })}
          {session.address && ` · ${session.address}`}
        </Text>
      </div>
      {session.isCurrent && (
        <Badge variant="light" tt="none" fw={600}>
          {t('thisDevice')}
        </Badge>
      )}
    </li>
  );
}
