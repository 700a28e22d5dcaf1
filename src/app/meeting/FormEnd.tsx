import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface FormEndProps {
  /** What sending the form does. */
  readonly label: string;
  readonly isBusy?: boolean;
  readonly isOff?: boolean;
  onCancel(): void;
}

/** The buttons below a form: send it, or not. */
export function FormEnd({ label, isBusy = false, isOff = false, onCancel }: FormEndProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={isBusy} disabled={isOff}>
        {label}
      </Button>
    </Group>
  );
}
