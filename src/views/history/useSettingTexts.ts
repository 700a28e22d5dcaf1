import { useTranslation } from 'react-i18next';
import type { SettingEntry } from '#core/diff/changeList.ts';
import type { Settings } from '#core/model/settings.ts';

type Key = SettingEntry['key'];

const labels = {
  paper: 'paper',
  orientation: 'orientation',
  marginMm: 'margin',
  footerBandMm: 'footerBand',
  typeFamily: 'typeFamily',
  typeSizePt: 'typeSize',
  symbolScale: 'symbolScale',
  terminatorStyle: 'terminatorStyle',
  exitLabels: 'exitLabels',
  columnNumbers: 'columnNumbers',
  startsOnIdentityPage: 'startsOnIdentityPage',
  cover: 'cover',
  decreePage: 'decreePage',
  draftMark: 'draftMark',
  tableNote: 'tableNote',
} as const satisfies Record<Key, string>;

/** Values that are words of the settings form. */
const valueLabels = {
  a4: 'paperName.a4',
  f4: 'paperName.f4',
  letter: 'paperName.letter',
  legal: 'paperName.legal',
  a3: 'paperName.a3',
  landscape: 'landscape',
  portrait: 'portrait',
  activity: 'activity',
  extra: 'extra',
} as const;

/** Names of their own, the same in every language. */
const properNames: Readonly<Record<string, string>> = {
  arial: 'Arial',
  bookman: 'Bookman Old Style',
  times: 'Times New Roman',
  words: 'Ya/Tidak',
  letters: 'Y/T',
};

const units: Readonly<Partial<Record<Key, string>>> = {
  marginMm: 'mm',
  footerBandMm: 'mm',
  typeSizePt: 'pt',
  symbolScale: '×',
};

/** How page settings and their values are called. */
export function useSettingTexts() {
  const { t } = useTranslation('printing');
  const { t: tChanges, i18n } = useTranslation('changes');

  function toName(key: Key): string {
    return t(labels[key]);
  }

  /** Undefined is a default without a name. */
  function toValue(key: Key, value: Settings[Key]): string | undefined {
    if (key === 'draftMark') return t(`draft.${toDraft(value)}`);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return tChanges(value ? 'yes' : 'no');
    if (typeof value === 'number')
      return `${new Intl.NumberFormat(i18n.language).format(value)} ${units[key] ?? ''}`.trim();
    if (key === 'tableNote') return value;
    return isWord(value) ? t(valueLabels[value]) : (properNames[value] ?? value);
  }

  return { toName, toValue };
}

function toDraft(value: Settings[Key]): 'auto' | 'always' | 'never' {
  if (value === undefined) return 'auto';
  return value === true ? 'always' : 'never';
}

function isWord(value: string): value is keyof typeof valueLabels {
  return Object.hasOwn(valueLabels, value);
}
