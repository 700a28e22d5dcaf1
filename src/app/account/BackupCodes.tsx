import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '#app/editor/saveFile.ts';
import './BackupCodes.css';

export interface BackupCodesProps {
  readonly codes: readonly string[];
  /** Whose they are, for the file and the paper. */
  readonly email: string;
  onKept(): void;
}

/** The backup codes while they are shown, once: to copy, to keep as a file, to print. */
export function BackupCodes({ codes, email, onKept }: BackupCodesProps) {
  const { t } = useTranslation('secondFactor');
  const text = [t('fileTitle', { email }), t('fileText'), '', ...codes, ''].join('\n');

  return (
    <Stack gap="md">
      <Alert color="yellow" className="backupCodesNote">
        {t('codesOnce')}
      </Alert>
      <div className="backupCodes">
        <Text fw={600} size="sm">
          {t('fileTitle', { email })}
        </Text>
        <ol aria-label={t('codes')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <Group gap="xs">
        <CopyButton value={text} timeout={2500}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? (
                  <IconCheck size={16} aria-hidden="true" />
                ) : (
                  <IconCopy size={16} aria-hidden="true" />
                )
              }
              aria-live="polite"
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), t('fileName'))}
        >
          {t('download')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </Group>
      <Group>
        <Button onClick={onKept}>{t('kept')}</Button>
      </Group>
    </Stack>
  );
}
