import { useTranslation } from 'react-i18next';
import type { SettingEntry } from '#core/diff/changeList.ts';
import { Entry } from './Entry.tsx';
import { useSettingTexts } from './useSettingTexts.ts';
import { Instead } from './Words.tsx';

interface SettingItemProps {
  readonly entry: SettingEntry;
}

/** One page setting that is another now. */
export function SettingItem({ entry }: SettingItemProps) {
  const { t } = useTranslation('changes');
  const { toName, toValue } = useSettingTexts();
  const { key, before, after } = entry;
  return (
    <Entry
      of={`setting:${key}`}
      signs={['changed']}
      place={toName(key)}
      name={
        <Instead
          before={toValue(key, before)}
          after={toValue(key, after)}
          none={t(key === 'tableNote' ? 'empty' : 'default')}
        />
      }
    />
  );
}
