import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { findPresent } from '#core/presentation/walk.ts';
import type { PresentationAgenda } from './agenda.ts';
import { Closing } from './Closing.tsx';
import { Exits } from './Exits.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { Opening } from './Opening.tsx';
import { Overview } from './Overview.tsx';
import { PagesPanel } from './PagesPanel.tsx';
import type { PresentationProps } from './Presentation.tsx';
import type { SheetLook } from './SheetFrame.tsx';
import { StepCard } from './StepCard.tsx';
import { StepStrip } from './StepStrip.tsx';
import './Stage.css';

export interface StageProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  readonly agenda?: PresentationAgenda | undefined;
  readonly seat: PresentationProps['seat'];
  readonly look: SheetLook;
  onCommand(command: PresentationCommand): void;
}

/** What everybody looks at, by the mode of the presentation. */
export function Stage(props: StageProps) {
  const { procedure, state, look } = props;
  const hasNothing = procedure.steps.length === 0;
  switch (hasNothing && state.mode !== 'table' ? 'step' : state.mode) {
    case 'step':
      return <Station {...props} />;
    case 'overview':
      return (
        <div className="presentStage isOverview">
          <Overview procedure={procedure} state={state} onPick={look.onPick} />
          <FlowPanel procedure={procedure} state={state} look={look} shows="whole" />
        </div>
      );
    case 'canvas':
      return (
        <div className="presentStage isSheet">
          <FlowPanel procedure={procedure} state={state} look={look} shows="canvas" />
        </div>
      );
    case 'table': {
      const way = findPresent(procedure, state);
      return (
        <div className="presentStage isSheet isPages">
          <PagesPanel procedure={procedure} step={way?.step.id ?? ''} look={look} />
          {way && <StepStrip procedure={procedure} way={way} />}
        </div>
      );
    }
  }
}

function Station({ procedure, state, agenda, seat, look, onCommand }: StageProps) {
  switch (state.station.at) {
    case 'opening':
      return (
        <div className="presentStage isWords">
          <Opening
            procedure={procedure}
            item={agenda?.items.find(({ id }) => id === agenda.current)}
            onStart={seat === 'presenter' ? () => onCommand({ type: 'next' }) : undefined}
          />
        </div>
      );
    case 'closing':
      return (
        <div className="presentStage isWords">
          <Closing {...{ procedure, state, agenda, seat, onCommand }} />
        </div>
      );
    case 'step':
      return <StepStage {...{ procedure, state, look, onCommand }} />;
  }
}

function StepStage({
  procedure,
  state,
  look,
  onCommand,
}: Pick<StageProps, 'procedure' | 'state' | 'look' | 'onCommand'>) {
  const { t } = useTranslation('presentation');
  const way = findPresent(procedure, state);
  if (!way)
    return (
      <div className="presentStage isWords">
        <article className="presentOpening">
          <h1>{t('gone')}</h1>
          <p>{t('goneText')}</p>
        </article>
      </div>
    );
  return (
    <div className="presentStage">
      <section className="presentSide" aria-label={t('stage')} aria-live="polite">
        <StepCard procedure={procedure} way={way} />
        <Exits procedure={procedure} state={state} onCommand={onCommand} />
      </section>
      <FlowPanel procedure={procedure} state={state} look={look} shows="step" />
    </div>
  );
}
