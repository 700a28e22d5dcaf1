import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from './FieldGroup.tsx';
import { NoteField } from './NoteField.tsx';
import type { FieldsProps } from './PaperFields.tsx';

export function TableFields({ editor: { settings, change } }: FieldsProps) {
  const { t } = useTranslation('printing');
  return (
    <FieldGroup heading={t('heading.table')}>
      <Switch
        size="sm"
        label={t('columnNumbers')}
        checked={settings.columnNumbers}
        onChange={({ currentTarget }) => change({ columnNumbers: currentTarget.checked })}
      />
      <Switch
        size="sm"
        label={t('startsOnIdentityPage')}
        description={t('startsOnIdentityPageHint')}
        checked={settings.startsOnIdentityPage}
        onChange={({ currentTarget }) => change({ startsOnIdentityPage: currentTarget.checked })}
      />
      <NoteField value={settings.tableNote} onChange={(tableNote) => change({ tableNote })} />
    </FieldGroup>
  );
}
