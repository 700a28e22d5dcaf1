import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface CodeInputProps {
  /** Letters too: the code may be one of the backup codes. */
  readonly takesBackupCode?: boolean;
  readonly isOnlyBackupCode?: boolean;
  readonly hasFocus?: boolean;
}

/** The code of an authenticator, in a form's field `code`; a phone may offer it, and shows digits. */
export function CodeInput({ takesBackupCode, isOnlyBackupCode, hasFocus }: CodeInputProps) {
  const { t } = useTranslation('secondFactor');
  const hasLetters = takesBackupCode || isOnlyBackupCode;
  return (
    <TextInput
      key={String(isOnlyBackupCode)}
      name="code"
      label={isOnlyBackupCode ? t('backupCode') : takesBackupCode ? t('anyCode') : t('code')}
      description={isOnlyBackupCode ? t('backupCodeHint') : undefined}
      placeholder={isOnlyBackupCode ? 'xxxxx-xxxxx' : hasLetters ? undefined : '000000'}
      autoComplete={isOnlyBackupCode ? 'off' : 'one-time-code'}
      inputMode={hasLetters ? 'text' : 'numeric'}
      {...(!hasLetters && { pattern: '[0-9 ]{6,9}', title: t('codeHint') })}
      maxLength={20}
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      autoFocus={hasFocus ?? false}
    />
  );
}
