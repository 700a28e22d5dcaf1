import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sign } from '#core/diff/changeList.ts';

/** How a sign is drawn. */
export const signGlyphs: Readonly<Record<Sign, string>> = {
  added: '+',
  removed: '−',
  moved: '↕',
  changed: '~',
};

/** What happened to a thing, as signs; each is read aloud as a word. */
export function SignMarks({ signs }: { readonly signs: readonly Sign[] }) {
  const { t } = useTranslation('changes');
  return (
    <span className="changeSigns">
      {signs.map((sign) => (
        <span key={sign} className="changeSign" data-sign={sign} title={t(`sign.${sign}`)}>
          <span aria-hidden="true">{signGlyphs[sign]}</span>
          <VisuallyHidden>{t(`sign.${sign}`)}</VisuallyHidden>
        </span>
      ))}
    </span>
  );
}
