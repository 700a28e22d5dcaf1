import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '#app/CopyField.tsx';

export interface InitialPasswordProps {
  /** Whose it is. */
  readonly name: string;
  readonly password: string;
  onClose(): void;
}

/** A password that the server made, shown once, to be handed over. */
export function InitialPassword({ name, password, onClose }: InitialPasswordProps) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  return (
    <Stack gap="md">
      <CopyField
        label={t('initialPassword', { name })}
        value={password}
        copyLabel={t('copyPassword')}
        copiedLabel={t('passwordCopied')}
      />
      <Text size="sm">{t('initialPasswordText')}</Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{tCommon('close')}</Button>
      </Group>
    </Stack>
  );
}
