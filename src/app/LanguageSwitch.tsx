import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, languageNames, toLanguage } from './i18n/i18n.ts';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('menu.language')}
      value={toLanguage(i18n.resolvedLanguage)}
      onChange={(value) => void changeLanguage(toLanguage(value))}
      data={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
}
