import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sign } from '#core/diff/changeList.ts';
import { SignMarks } from './SignMarks.tsx';

interface EntryProps {
  readonly signs: readonly Sign[];
  /** Where the thing stands, before its name. */
  readonly place?: string;
  readonly name: ReactNode;
  /** The number that it had before it moved. */
  readonly was?: number;
  /** Lines below it. */
  readonly children?: ReactNode;
}

/** One changed thing with its signs. */
export function Entry({ signs, place, name, was, children }: EntryProps) {
  const { t } = useTranslation('changes');
  return (
    <li className="changeEntry" data-sign={signs[0]}>
      <SignMarks signs={signs} />
      <div className="changeBody">
        <p className="changeName">
          {place && <span className="changePlace">{place}</span>}
          <span className="changeText">{name}</span>
          {was !== undefined && <span className="changeWas">{t('was', { number: was })}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}
