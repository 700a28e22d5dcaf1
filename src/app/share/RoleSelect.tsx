import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '#protocol/roles.ts';

export interface RoleSelectProps<R extends Role> {
  /** Read by screen readers; shown above the field when `isLabelled`. */
  readonly label: string;
  readonly isLabelled?: boolean;
  readonly roles: readonly R[];
  readonly value: R;
  readonly isDisabled?: boolean;
  onChange(role: R): void;
}

export function RoleSelect<R extends Role>(props: RoleSelectProps<R>) {
  const { t } = useTranslation('common');
  const { label, isLabelled, roles, value, isDisabled, onChange } = props;
  return (
    <NativeSelect
      {...(isLabelled ? { label } : { 'aria-label': label })}
      value={value}
      disabled={isDisabled ?? false}
      onChange={(event) => {
        const chosen = roles.find((role) => role === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
      data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  );
}
