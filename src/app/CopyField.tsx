import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
}

/** A text to take along, with a button that copies it. */
export function CopyField({ label, value, copyLabel, copiedLabel }: CopyFieldProps) {
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <TextInput
        readOnly
        label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        flex={1}
      />
      <CopyButton value={value} timeout={2500}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            variant={copied ? 'light' : 'filled'}
            leftSection={
              copied ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : (
                <IconCopy size={16} aria-hidden="true" />
              )
            }
            aria-live="polite"
          >
            {copied ? copiedLabel : copyLabel}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
