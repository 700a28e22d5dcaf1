import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { type FormEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '#app/api.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { toSignInPath } from '#app/returnPath.ts';
import { EntryFrame } from '#app/signIn/EntryFrame.tsx';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { meetingLimits } from '#core/meeting/meeting.ts';
import type { Invitation } from '#protocol/meeting.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { keepGuestMark } from './guestMark.ts';
import { meetingApi } from './meetingApi.ts';
import { Opening } from './Opening.tsx';
import { formatScheduled } from './scheduled.ts';

export interface JoinPageProps {
  readonly token: string;
}

/** What somebody sees who opens the link of a meeting: what it is, and one way in. */
export function JoinPage({ token }: JoinPageProps) {
  const { t } = useTranslation('meeting');
  const [state, reload] = useLoad(useCallback(() => meetingApi.invitation(token), [token]));
  usePageTitle(t('join.title'));
  switch (state.status) {
    case 'loading':
      return <Opening isPage />;
    case 'failed':
      if (state.problem instanceof ApiProblem && state.problem.status === 410)
        return <ExpiredLink />;
      return <LoadProblem problem={state.problem} onRetry={reload} />;
    case 'ready':
      return <Invited token={token} invitation={state.value} />;
  }
}

function ExpiredLink() {
  const { t } = useTranslation('meeting');
  return (
    <main>
      <EmptyState
        icon={<IconLinkOff size={44} stroke={1.4} aria-hidden="true" />}
        title={t('join.expiredTitle')}
        text={t('join.expiredText')}
      />
    </main>
  );
}

interface InvitedProps {
  readonly token: string;
  readonly invitation: Invitation;
}

function Invited({ token, invitation }: InvitedProps) {
  const { t, i18n } = useTranslation('meeting');
  const [path, navigate] = useLocation();
  const { isBusy, run } = useAction();
  const language = toLanguage(i18n.resolvedLanguage);
  const { account, allowsGuests, title, place, scheduledOn } = invitation;
  const when = formatScheduled(scheduledOn, language);

  const join = (name?: string) =>
    void run(async () => {
      const { id, me } = await meetingApi.join(token, name);
      if (me.isGuest) keepGuestMark(id);
      navigate(`/rapat/${id}`);
    });

  return (
    <EntryFrame title={title} intro={place === '' ? when : `${when} · ${place}`}>
      <Stack gap="md">
        {account !== null && (
          <Button size="lg" loading={isBusy} onClick={() => join()}>
            {t('join.as', { name: account })}
          </Button>
        )}
        {account === null && allowsGuests && <GuestForm isBusy={isBusy} onJoin={join} />}
        {account === null && !allowsGuests && <Alert color="ink">{t('join.accountNeeded')}</Alert>}
        {account === null && (
          <Button component={Link} href={toSignInPath(path, '')} variant="subtle" size="lg">
            {t('join.signIn')}
          </Button>
        )}
      </Stack>
    </EntryFrame>
  );
}

interface GuestFormProps {
  readonly isBusy: boolean;
  onJoin(name: string): void;
}

function GuestForm({ isBusy, onJoin }: GuestFormProps) {
  const { t } = useTranslation('meeting');
  const [name, setName] = useState('');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onJoin(name.trim());
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          size="lg"
          label={t('join.name')}
          placeholder={t('join.namePlaceholder')}
          value={name}
          maxLength={meetingLimits.maxNameLength}
          autoComplete="name"
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('join.nameHint')}
        </Text>
        <Button type="submit" size="lg" loading={isBusy} disabled={name.trim() === ''}>
          {t('join.submit')}
        </Button>
      </Stack>
    </form>
  );
}
