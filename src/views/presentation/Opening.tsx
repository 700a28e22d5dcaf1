import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { formatDuration } from '#core/simulation/duration.ts';
import { simulate } from '#core/simulation/simulate.ts';
import { type PresentationItem, toPlan } from './agenda.ts';
import { IdentityPins } from './IdentityPins.tsx';
import './Opening.css';

export interface OpeningProps {
  readonly procedure: Procedure;
  /** As the agenda has it, where there is one. */
  readonly item?: PresentationItem | undefined;
  /** Absent for those who follow: they do not begin. */
  readonly onStart?: (() => void) | undefined;
}

/** What is going to be presented: the title page of the presentation. */
export function Opening({ procedure, item, onStart }: OpeningProps) {
  const { t } = useTranslation('presentation');
  const { identity, steps, actors } = procedure;
  const time = useMemo(() => simulate(procedure).total, [procedure]);
  const facts = [
    t('opening.steps', { count: steps.length }),
    t('opening.actors', { count: actors.length }),
    ...(time && time.most > 0 ? [toTimeText()] : []),
  ];

  function toTimeText(): string {
    const least = formatDuration(time?.least ?? 0);
    const most = formatDuration(time?.most ?? 0);
    if (time?.least === 0) return t('opening.timeMost', { time: most });
    return least === most
      ? t('opening.time', { time: most })
      : t('opening.timeRange', { least, most });
  }

  return (
    <article className="presentOpening">
      <p className="presentUnit">{identity.unit.filter(Boolean).join(' · ')}</p>
      <h1 data-length={identity.title.length > 60 ? 'long' : 'short'}>
        {identity.title || t('untitled')}
      </h1>
      <IdentityPins />
      {item && <p className="presentBy">{toPlan(item, t)}</p>}
      {identity.number && <p>{t('opening.number', { number: identity.number })}</p>}
      {steps.length > 0 ? (
        <>
          <ul className="presentPlain">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {onStart && (
            <button
              type="button"
              className="presentMain"
              onMouseDown={(event) => event.preventDefault()}
              onClick={onStart}
            >
              {t('opening.start')}
            </button>
          )}
        </>
      ) : (
        <p className="presentEmpty">{t('opening.empty')}</p>
      )}
    </article>
  );
}
