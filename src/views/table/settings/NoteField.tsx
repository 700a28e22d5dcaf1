import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NoteFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The note under the table; it counts when the field is left. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  const { t } = useTranslation('printing');
  const [draft, setDraft] = useState<string>();

  function commit(): void {
    setDraft(undefined);
    if (draft !== undefined && draft.trim() !== value) onChange(draft.trim());
  }

  return (
    <Textarea
      size="sm"
      autosize
      minRows={2}
      maxRows={6}
      label={t('tableNote')}
      placeholder={t('tableNotePlaceholder')}
      value={draft ?? value}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
