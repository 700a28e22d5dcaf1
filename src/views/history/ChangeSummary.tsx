import { useTranslation } from 'react-i18next';
import type { ChangeList, Sign } from '#core/diff/changeList.ts';
import { countChanges } from '#core/diff/listChanges.ts';
import { SignMarks } from './SignMarks.tsx';

const allSigns: readonly Sign[] = ['added', 'removed', 'moved', 'changed'];

/** How much changed, which also explains the signs. */
export function ChangeSummary({ changes }: { readonly changes: ChangeList }) {
  const { t } = useTranslation('changes');
  const count = countChanges(changes);
  if (count === 0)
    return <p className="changesNone">{t(changes.isOnlyWriting ? 'onlyWriting' : 'none')}</p>;
  const counts = allSigns.map((sign) => ({ sign, count: countSign(changes, sign) }));
  return (
    <div className="changesSummary">
      <strong>{t('count', { count })}</strong>
      <ul className="changesLegend" aria-label={t('legend')}>
        {counts
          .filter((each) => each.count > 0)
          .map((each) => (
            <li key={each.sign} className="changesKey">
              <SignMarks signs={[each.sign]} />
              <span aria-hidden="true">{t(`sign.${each.sign}`)}</span>
              <span>{each.count}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** Entries with the sign; one that moved and changed counts for both. */
function countSign({ identity, actors, steps, settings }: ChangeList, sign: Sign): number {
  const others = identity.map((entry): readonly Sign[] =>
    entry.of === 'logo' ? [entry.sign] : ['changed'],
  );
  const signs = [
    ...others,
    ...settings.map((): readonly Sign[] => ['changed']),
    ...[...actors, ...steps].map((entry) => entry.signs),
  ];
  return signs.filter((each) => each.includes(sign)).length;
}
