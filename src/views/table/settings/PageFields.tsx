import { NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isMarkedDraft } from '#core/layout/settings.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { FieldGroup } from './FieldGroup.tsx';
import type { FieldsProps } from './PaperFields.tsx';

const marks = [
  { value: 'auto', mark: null },
  { value: 'always', mark: true },
  { value: 'never', mark: false },
] as const;

export function PageFields({ editor: { settings, own, change, setDraftMark } }: FieldsProps) {
  const { t } = useTranslation('printing');
  const isDraft = useProcedure(isMarkedDraft);
  const chosen = marks.find(({ mark }) => mark === (own.draftMark ?? null));
  return (
    <FieldGroup heading={t('heading.pages')}>
      <Switch
        size="sm"
        label={t('cover')}
        checked={settings.cover}
        onChange={({ currentTarget }) => change({ cover: currentTarget.checked })}
      />
      <Switch
        size="sm"
        label={t('decreePage')}
        description={t('decreePageHint')}
        checked={settings.decreePage}
        onChange={({ currentTarget }) => change({ decreePage: currentTarget.checked })}
      />
      <NativeSelect
        size="sm"
        label={t('draftMark')}
        description={t(isDraft ? 'draftNow' : 'cleanNow')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={chosen?.value ?? 'auto'}
        data={marks.map(({ value }) => ({ value, label: t(`draft.${value}`) }))}
        onChange={({ currentTarget }) => {
          const found = marks.find(({ value }) => value === currentTarget.value);
          if (found) setDraftMark(found.mark);
        }}
      />
    </FieldGroup>
  );
}
