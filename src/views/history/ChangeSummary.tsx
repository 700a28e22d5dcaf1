import { useTranslation } from 'react-i18next';
import type { ChangeList, Sign } from '#core/diff/changeList.ts';
import { toEntries } from '#core/diff/entryKeys.ts';
import { SignMarks } from './SignMarks.tsx';

interface ChangeSummaryProps {
  readonly changes: ChangeList;
  readonly shown: ReadonlySet<Sign>;
  onShow(shown: ReadonlySet<Sign>): void;
}

/** Every sign, in the order in which they are explained. */
export const allSigns: readonly Sign[] = ['added', 'removed', 'moved', 'changed'];

/** How much changed; it explains the signs too, and each can be pressed to hide or show its lines. */
export function ChangeSummary({ changes, shown, onShow }: ChangeSummaryProps) {
  const { t } = useTranslation('changes');
  const entries = toEntries(changes);
  if (entries.length === 0)
    return <p className="changesNone">{t(changes.isOnlyWriting ? 'onlyWriting' : 'none')}</p>;
  // One that moved and changed counts for both.
  const counts = allSigns.map((sign) => {
    return { sign, count: entries.filter(({ signs }) => signs.includes(sign)).length };
  });
  return (
    <div className="changesSummary">
      <strong>{t('count', { count: entries.length })}</strong>
      <ul className="changesLegend" aria-label={t('filter')}>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ sign, count }) => (
            <li key={sign}>
              <button
                type="button"
                className="changesKey"
                aria-pressed={shown.has(sign)}
                onClick={() => onShow(toggle(shown, sign))}
              >
                <SignMarks signs={[sign]} />
                <span aria-hidden="true">{t(`sign.${sign}`)}</span>
                <span>{count}</span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}

function toggle(shown: ReadonlySet<Sign>, sign: Sign): ReadonlySet<Sign> {
  const toggled = new Set(shown);
  if (!toggled.delete(sign)) toggled.add(sign);
  return toggled;
}
