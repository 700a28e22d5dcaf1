import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { passwordLength } from '#protocol/api.ts';

export interface NewPasswordInputProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly 'data-autofocus'?: boolean;
}

/** A password that is chosen, not known: a manager may offer one. */
export function NewPasswordInput(props: NewPasswordInputProps) {
  return (
    <PasswordInput
      {...props}
      minLength={passwordLength.least}
      maxLength={passwordLength.most}
      autoComplete="new-password"
      required
      withAsterisk={false}
    />
  );
}
