import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './ChoiceField.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { NumberField } from './NumberField.tsx';
import type { FieldsProps } from './PaperFields.tsx';
import { TerminatorPicture } from './TerminatorPicture.tsx';

/** By the names under which offices know them. */
const families = [
  { value: 'arial', label: 'Arial' },
  { value: 'bookman', label: 'Bookman Old Style' },
  { value: 'times', label: 'Times New Roman' },
] as const;

export function TypeFields({ editor: { settings, change } }: FieldsProps) {
  const { t } = useTranslation('printing');
  return (
    <FieldGroup heading={t('heading.type')}>
      <NativeSelect
        size="sm"
        label={t('typeFamily')}
        value={settings.typeFamily}
        data={families.map((family) => ({ ...family }))}
        onChange={({ currentTarget }) => {
          const family = families.find(({ value }) => value === currentTarget.value);
          if (family) change({ typeFamily: family.value });
        }}
      />
      <div className="settingsPair">
        <NumberField
          label={t('typeSize')}
          {...{ unit: 'pt', min: 6, max: 14, step: 0.5 }}
          value={settings.typeSizePt}
          onChange={(typeSizePt) => change({ typeSizePt })}
        />
        <NumberField
          label={t('symbolScale')}
          {...{ unit: '%', min: 70, max: 200, step: 10 }}
          value={Math.round(settings.symbolScale * 100)}
          onChange={(percent) => change({ symbolScale: percent / 100 })}
        />
      </div>
      <ChoiceField
        label={t('terminatorStyle')}
        value={settings.terminatorStyle}
        choices={(['activity', 'extra'] as const).map((value) => ({
          value,
          label: (
            <span className="settingsPictured">
              <TerminatorPicture style={value} />
              {t(value)}
            </span>
          ),
        }))}
        onChange={(terminatorStyle) => change({ terminatorStyle })}
      />
      <ChoiceField
        label={t('exitLabels')}
        value={settings.exitLabels}
        choices={[
          { value: 'words', label: 'Ya / Tidak' },
          { value: 'letters', label: 'Y / T' },
        ]}
        onChange={(exitLabels) => change({ exitLabels })}
      />
    </FieldGroup>
  );
}
