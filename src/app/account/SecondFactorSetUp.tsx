import { Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '#app/meeting/QrCode.tsx';
import type { TotpSecret } from '#protocol/api.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { CodeInput } from './CodeInput.tsx';
import { CurrentPasswordInput } from './CurrentPasswordInput.tsx';
import { FormProblem } from './FormProblem.tsx';
import { secondFactorApi } from './secondFactorApi.ts';
import { useOwnFormSubmit } from './useOwnFormSubmit.ts';
import './SecondFactorSetUp.css';

export interface SecondFactorSetUpProps {
  readonly email: string;
  /** It is on, and the backup codes were kept. */
  onDone(): void;
  /** Without it there is no way but on. */
  readonly onCancel?: () => void;
}

type Progress =
  | { readonly step: 'password' }
  | { readonly step: 'code'; readonly secret: TotpSecret }
  | { readonly step: 'codes'; readonly codes: readonly string[] };

/** Turns my second factor on, step by step: password, authenticator and first code, backup codes. */
export function SecondFactorSetUp({ email, onDone, onCancel }: SecondFactorSetUpProps) {
  const [progress, setProgress] = useState<Progress>({ step: 'password' });
  const cancel = onCancel && { onCancel };
  switch (progress.step) {
    case 'password':
      return (
        <PasswordStep
          email={email}
          onBegun={(secret) => setProgress({ step: 'code', secret })}
          {...cancel}
        />
      );
    case 'code':
      return (
        <CodeStep
          secret={progress.secret}
          onConfirmed={(codes) => setProgress({ step: 'codes', codes })}
          {...cancel}
        />
      );
    case 'codes':
      return <BackupCodes codes={progress.codes} email={email} onKept={onDone} />;
  }
}

interface PasswordStepProps extends Pick<SecondFactorSetUpProps, 'email' | 'onCancel'> {
  onBegun(secret: TotpSecret): void;
}

function PasswordStep({ email, onBegun, onCancel }: PasswordStepProps) {
  const { t } = useTranslation('secondFactor');
  const { problem, isBusy, onSubmit } = useOwnFormSubmit(async (fields) => {
    onBegun(await secondFactorApi.begin(String(fields.get('password'))));
    return undefined;
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md" maw={360}>
        <FormProblem text={problem} />
        <CurrentPasswordInput email={email} name="password" label={t('password')} autoFocus />
        <Buttons submitLabel={t('next')} isBusy={isBusy} {...(onCancel && { onCancel })} />
      </Stack>
    </form>
  );
}

interface CodeStepProps extends Pick<SecondFactorSetUpProps, 'onCancel'> {
  readonly secret: TotpSecret;
  onConfirmed(backupCodes: readonly string[]): void;
}

function CodeStep({ secret, onConfirmed, onCancel }: CodeStepProps) {
  const { t } = useTranslation('secondFactor');
  const { problem, isBusy, onSubmit } = useOwnFormSubmit(async (fields) => {
    onConfirmed((await secondFactorApi.confirm(String(fields.get('code')))).backupCodes);
    return undefined;
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <ol className="setUpSteps">
          <li>
            <Text size="sm">{t('install')}</Text>
          </li>
          <li>
            <Text size="sm">{t('scan')}</Text>
            <div className="setUpQr">
              <QrCode text={secret.uri} label={t('qrCode')} />
            </div>
            <Secret secret={secret} />
          </li>
          <li>
            <Text size="sm" mb={8}>
              {t('typeCode')}
            </Text>
            <Stack gap="md" maw={360}>
              <CodeInput hasFocus />
              <FormProblem text={problem} />
            </Stack>
          </li>
        </ol>
        <Buttons submitLabel={t('turnOn')} isBusy={isBusy} {...(onCancel && { onCancel })} />
      </Stack>
    </form>
  );
}

/** In groups, as it is typed; all of it is seen on a phone too. */
function Secret({ secret: { secret, uri } }: { readonly secret: TotpSecret }) {
  const { t } = useTranslation('secondFactor');
  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        readOnly
        autosize
        w="100%"
        label={t('secret')}
        value={secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: 'setUpSecret' }}
      />
      <Group gap="xs">
        <CopyButton value={secret} timeout={2500}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy} aria-live="polite">
              {copied ? t('copied') : t('copySecret')}
            </Button>
          )}
        </CopyButton>
        {/* A phone cannot scan its own screen. */}
        <Button component="a" href={uri} variant="default" size="xs" className="setUpOpen">
          {t('openApp')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ButtonsProps extends Pick<SecondFactorSetUpProps, 'onCancel'> {
  readonly submitLabel: string;
  readonly isBusy: boolean;
}

function Buttons({ submitLabel, isBusy, onCancel }: ButtonsProps) {
  const { t } = useTranslation('common');
  return (
    <Group>
      <Button type="submit" loading={isBusy}>
        {submitLabel}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
}
