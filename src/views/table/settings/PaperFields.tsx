import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PAPER_NAMES } from '#core/model/settings.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { NumberField } from './NumberField.tsx';
import type { PageSettingsEditor } from './usePageSettings.ts';

export interface FieldsProps {
  readonly editor: PageSettingsEditor;
}

export function PaperFields({ editor: { settings, change } }: FieldsProps) {
  const { t } = useTranslation('printing');
  return (
    <FieldGroup heading={t('heading.paper')}>
      <NativeSelect
        size="sm"
        label={t('paper')}
        value={settings.paper}
        data={PAPER_NAMES.map((name) => ({ value: name, label: t(`paperName.${name}`) }))}
        onChange={({ currentTarget }) => {
          const paper = PAPER_NAMES.find((name) => name === currentTarget.value);
          if (paper) change({ paper });
        }}
      />
      <ChoiceField
        label={t('orientation')}
        value={settings.orientation}
        choices={[
          { value: 'landscape', label: t('landscape') },
          { value: 'portrait', label: t('portrait') },
        ]}
        onChange={(orientation) => change({ orientation })}
      />
      <NumberField
        label={t('margin')}
        {...{ unit: 'mm', min: 5, max: 40, step: 1 }}
        value={settings.marginMm}
        onChange={(marginMm) => change({ marginMm })}
      />
      <NumberField
        label={t('footerBand')}
        hint={t('footerBandHint')}
        {...{ unit: 'mm', min: 0, max: 60, step: 1 }}
        value={settings.footerBandMm}
        onChange={(footerBandMm) => change({ footerBandMm })}
      />
    </FieldGroup>
  );
}
