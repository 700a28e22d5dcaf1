import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { toProgress } from '#core/presentation/walk.ts';
import { findNextItem, type PresentationAgenda, toPlan } from './agenda.ts';
import type { PresentationProps } from './Presentation.tsx';
import { toNumbered } from './presentationTexts.ts';
import './Opening.css';

export interface ClosingProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  readonly agenda?: PresentationAgenda | undefined;
  readonly seat: PresentationProps['seat'];
  onCommand(command: PresentationCommand): void;
}

/** As many steps as have room on the page; the overview has them all. */
const maxLeft = 6;

/** The end: whether everything was shown, and what comes next on the agenda. */
export function Closing({ procedure, state, agenda, seat, onCommand }: ClosingProps) {
  const { t } = useTranslation('presentation');
  const { seen, seenCount, total } = toProgress(procedure, state);
  const left = procedure.steps.flatMap((step, row) => (seen[row] ? [] : [{ step, row }]));
  const next = agenda && findNextItem(agenda);

  function toSummary(): string {
    if (total === 0) return t('opening.empty');
    return left.length === 0
      ? t('closing.all', { total })
      : t('closing.some', { count: seenCount, total });
  }
  return (
    <article className="presentOpening">
      <h1>{t('closing.title')}</h1>
      <p>{toSummary()}</p>
      {left.length > 0 && (
        <section className="presentLeft" aria-label={t('closing.left')}>
          <h2>{t('closing.left')}</h2>
          <ul className="presentPlain isColumn">
            {left.slice(0, maxLeft).map(({ step, row }) => (
              <li key={step.id}>
                <button type="button" onClick={() => onCommand({ type: 'goTo', step: step.id })}>
                  {toNumbered(step, row, t)}
                </button>
              </li>
            ))}
            {left.length > maxLeft && <li>…</li>}
          </ul>
        </section>
      )}
      <div className="presentEnds">
        {agenda?.onGo && next && (
          <button
            type="button"
            className="presentMain"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => agenda.onGo?.(next.id)}
          >
            {t('closing.nextItem', { title: next.title })}
            <small>{toPlan(next, t)}</small>
          </button>
        )}
        {seat === 'presenter' && (
          <button
            type="button"
            className="presentQuiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCommand({ type: 'opening' })}
          >
            {t('closing.again')}
          </button>
        )}
      </div>
    </article>
  );
}
