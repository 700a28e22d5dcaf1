import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Way } from '#core/presentation/ways.ts';
import { Fact, toLength } from './Fact.tsx';
import { toActivity, toActorNames, toBreakable, toStationKind } from './presentationTexts.ts';
import { StepPins } from './StepPins.tsx';
import { useFit } from './useFit.ts';
import { useElementSize } from './useStageSize.ts';
import './StepCard.css';

export interface StepCardProps {
  readonly procedure: Procedure;
  readonly way: Way;
}

/** Flags of suggestions that have room beside the actor. */
const maxPins = 4;

/** One step in letters for the last row: who, what, what it needs, how long, what comes out. */
export function StepCard({ procedure, way: { step, row, isOutside } }: StepCardProps) {
  const { t } = useTranslation('presentation');
  const kind = toStationKind(procedure, step);
  const actors = toActorNames(procedure, step, t);
  const activity = toActivity(step, t);
  const ref = useRef<HTMLElement>(null);
  useFit(ref, useElementSize(ref), step);
  const questions = step.symbols.flatMap(({ text }) => text?.trim() || []);
  return (
    <article className="presentCard" data-kind={kind} ref={ref}>
      <header className="presentCardHead">
        <span className="presentNumber">{row + 1}</span>
        <div className="presentWho">
          <p className="presentKind">
            {t(`kind.${kind}`)}
            {isOutside && (
              <span className="presentOutside" title={t('outsideHint')}>
                {t('outside')}
              </span>
            )}
          </p>
          <p className="presentActors">{toBreakable(actors.join(' · ')) || t('noActor')}</p>
        </div>
        <StepPins procedure={procedure} step={step.id} most={maxPins} />
      </header>
      <h1 className="presentActivity" data-length={toLength(activity)}>
        {toBreakable(activity)}
      </h1>
      {questions.length > 0 && <p className="presentQuestion">{questions.join(' · ')}</p>}
      <dl className="presentFacts">
        <Fact name={t('requirements')} value={step.requirements} />
        <Fact name={t('duration')} value={step.duration} />
        <Fact name={t('output')} value={step.output} />
        {step.notes.trim() && <Fact name={t('notes')} value={step.notes} isWide />}
      </dl>
    </article>
  );
}
