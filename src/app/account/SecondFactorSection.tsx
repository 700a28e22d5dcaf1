import { Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { useLoad } from '#app/useLoad.ts';
import type { SecondFactorState } from '#protocol/api.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { CodeInput } from './CodeInput.tsx';
import { CurrentPasswordInput } from './CurrentPasswordInput.tsx';
import { FormProblem } from './FormProblem.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';
import { secondFactorApi } from './secondFactorApi.ts';
import { useOwnFormSubmit } from './useOwnFormSubmit.ts';

export interface SecondFactorSectionProps {
  /** My sessions elsewhere have ended. */
  onSessionsEnded(): void;
}

/** My second factor: turned on, seen, turned off. */
export function SecondFactorSection({ onSessionsEnded }: SecondFactorSectionProps) {
  const { t } = useTranslation('secondFactor');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(secondFactorApi.state);

  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Group gap="sm">
        <Title order={2} size="h3">
          {t('title')}
        </Title>
        {state.status === 'ready' && (
          <Badge variant="light" color={state.value.isOn ? 'green' : 'gray'} tt="none" fw={600}>
            {state.value.isOn ? t('on') : t('off')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t('text')}
      </Text>
      {state.status === 'loading' && <Loader aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && (
        <Choices state={state.value} onChanged={reload} onSessionsEnded={onSessionsEnded} />
      )}
    </Paper>
  );
}

interface ChoicesProps extends SecondFactorSectionProps {
  readonly state: SecondFactorState;
  onChanged(): void;
}

type Doing =
  | { readonly what: 'nothing' }
  | { readonly what: 'turnOn' | 'turnOff' | 'renew' }
  | { readonly what: 'codes'; readonly codes: readonly string[] };

function Choices({ state, onChanged, onSessionsEnded }: ChoicesProps) {
  const { t } = useTranslation('secondFactor');
  const { me } = useMe();
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  const stop = () => setDoing({ what: 'nothing' });

  function finish(message: string): void {
    stop();
    onChanged();
    notifications.show({ message, autoClose: 8000 });
  }

  switch (doing.what) {
    case 'turnOn':
      return (
        <SecondFactorSetUp
          email={me.email}
          onCancel={stop}
          onDone={() => {
            finish(t('turnedOn'));
            onSessionsEnded();
          }}
        />
      );
    case 'turnOff':
      return (
        <ProofForm
          label={t('turnOff')}
          onCancel={stop}
          send={async (proof) => {
            await secondFactorApi.turnOff(proof);
            finish(t('turnedOff'));
            onSessionsEnded();
          }}
        />
      );
    case 'renew':
      return (
        <ProofForm
          label={t('renew')}
          onCancel={stop}
          send={async (proof) => {
            const { backupCodes } = await secondFactorApi.renewBackupCodes(proof);
            setDoing({ what: 'codes', codes: backupCodes });
          }}
        />
      );
    case 'codes':
      return (
        <BackupCodes codes={doing.codes} email={me.email} onKept={() => finish(t('renewed'))} />
      );
    case 'nothing':
      return <Buttons state={state} onChoose={(what) => setDoing({ what })} />;
  }
}

interface ButtonsProps {
  readonly state: SecondFactorState;
  onChoose(what: 'turnOn' | 'turnOff' | 'renew'): void;
}

/** Fewer than these, and new ones are advised. */
const fewCodes = 4;

function Buttons({ state: { isOn, backupCodesLeft }, onChoose }: ButtonsProps) {
  const { t } = useTranslation('secondFactor');
  if (!isOn)
    return (
      <Button variant="default" onClick={() => onChoose('turnOn')}>
        {t('begin')}
      </Button>
    );
  return (
    <Stack gap="sm">
      <Text size="sm" {...(backupCodesLeft < fewCodes && { fw: 600 })}>
        {t('left', { count: backupCodesLeft })}
        {backupCodesLeft < fewCodes && ` ${t('fewLeft')}`}
      </Text>
      <Group>
        <Button variant="default" onClick={() => onChoose('renew')}>
          {t('renew')}
        </Button>
        <Button variant="default" onClick={() => onChoose('turnOff')}>
          {t('turnOff')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ProofFormProps {
  readonly label: string;
  onCancel(): void;
  send(proof: { readonly password: string; readonly code: string }): Promise<void>;
}

/** Asks for password and code before something that weakens the account. */
function ProofForm({ label, onCancel, send }: ProofFormProps) {
  const { t } = useTranslation('secondFactor');
  const { t: tCommon } = useTranslation('common');
  const { me } = useMe();
  const { problem, isBusy, onSubmit } = useOwnFormSubmit(async (fields) => {
    await send({ password: String(fields.get('password')), code: String(fields.get('code')) });
    return undefined;
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md" maw={360}>
        <FormProblem text={problem} />
        <CurrentPasswordInput email={me.email} name="password" label={t('password')} autoFocus />
        <CodeInput takesBackupCode />
        <Group>
          <Button type="submit" loading={isBusy}>
            {label}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {tCommon('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
