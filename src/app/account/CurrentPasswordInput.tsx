import { PasswordInput } from '@mantine/core';

interface CurrentPasswordInputProps {
  /** Tells a password manager whose password is asked for. */
  readonly email: string;
  /** Of the field in the form's data. */
  readonly name: string;
  readonly label: string;
  readonly autoFocus?: boolean;
}

/** Asks whoever is signed in for their password again. */
export function CurrentPasswordInput({
  email,
  name,
  label,
  autoFocus = false,
}: CurrentPasswordInputProps) {
  return (
    <>
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden />
      <PasswordInput
        name={name}
        label={label}
        maxLength={128}
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus={autoFocus}
      />
    </>
  );
}
