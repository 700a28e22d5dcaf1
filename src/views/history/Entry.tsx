import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sign } from '#core/diff/changeList.ts';
import { ChangePickContext } from './changePick.ts';
import { SignMarks } from './SignMarks.tsx';

interface EntryProps {
  /** Its key among the lines of the list. */
  readonly of: string;
  readonly signs: readonly Sign[];
  /** Where the thing stands, before its name. */
  readonly place?: string;
  readonly name: ReactNode;
  /** The number that it had before it moved. */
  readonly was?: number;
  /** Lines below it. */
  readonly children?: ReactNode;
}

/** One changed thing with its signs; where lines can be picked, its name is what one presses. */
export function Entry({ of, signs, place, name, was, children }: EntryProps) {
  const { t } = useTranslation('changes');
  const pick = use(ChangePickContext);
  const isPicked = pick?.picked === of;
  const head = (
    <>
      {place && <span className="changePlace">{place}</span>}
      <span className="changeText">{name}</span>
      {was !== undefined && <span className="changeWas">{t('was', { number: was })}</span>}
    </>
  );
  return (
    <li
      className="changeEntry"
      data-sign={signs[0]}
      data-entry={of}
      data-picked={isPicked || undefined}
    >
      <SignMarks signs={signs} />
      <div className="changeBody">
        {pick ? (
          <button
            type="button"
            className="changeName changePick"
            aria-current={isPicked || undefined}
            onClick={() => pick.onPick(of)}
          >
            {head}
          </button>
        ) : (
          <p className="changeName">{head}</p>
        )}
        {children}
      </div>
    </li>
  );
}
