import { useTranslation } from 'react-i18next';
import { toBreakable } from './presentationTexts.ts';

export interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly isWide?: boolean;
}

/** One of a step's texts under its name; stands in a `dl`. */
export function Fact({ name, value, isWide = false }: FactProps) {
  const { t } = useTranslation('presentation');
  const text = value.trim();
  return (
    <div className={isWide ? 'presentFact isWide' : 'presentFact'} data-length={toLength(text)}>
      <dt>{name}</dt>
      <dd data-blank={text === ''}>{toBreakable(text) || t('blank')}</dd>
    </div>
  );
}

type TextLength = 'short' | 'medium' | 'long' | 'longest';

/** Long texts take smaller letters, as large as they can stay. */
export function toLength({ length }: string): TextLength {
  if (length <= 44) return 'short';
  if (length <= 100) return 'medium';
  return length <= 190 ? 'long' : 'longest';
}
