import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Way } from '#core/presentation/ways.ts';
import { Fact } from './Fact.tsx';
import { toActivity, toActorNames, toBreakable } from './presentationTexts.ts';
// The looks of a fact are there.
import './StepCard.css';
import './StepStrip.css';

export interface StepStripProps {
  readonly procedure: Procedure;
  readonly way: Way;
}

/** What the printed page says about the step, in letters for the last row: those of the paper are small. */
export function StepStrip({ procedure, way: { step, row } }: StepStripProps) {
  const { t } = useTranslation('presentation');
  const actors = toActorNames(procedure, step, t);
  return (
    <section className="presentStrip" aria-label={t('stage')} aria-live="polite">
      <span className="presentNumber">{row + 1}</span>
      <div className="presentStripWords">
        <h1>{toBreakable(toActivity(step, t))}</h1>
        <p>{toBreakable(actors.join(' · ')) || t('noActor')}</p>
      </div>
      <dl className="presentFacts">
        <Fact name={t('requirements')} value={step.requirements} />
        <Fact name={t('duration')} value={step.duration} />
        <Fact name={t('output')} value={step.output} />
      </dl>
    </section>
  );
}
