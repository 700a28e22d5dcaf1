// First: what its parts bring comes after it.
import './Presentation.css';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import type { PresentationAgenda } from './agenda.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { Stage } from './Stage.tsx';
import { Tools } from './Tools.tsx';
import { TopBar } from './TopBar.tsx';
import { useHeir } from './useHeir.ts';
import { useIdle } from './useIdle.ts';
import { usePresentationActions } from './usePresentationActions.ts';
import { toUnit, useElementSize } from './useStageSize.ts';

export interface PresentationProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  /** Only a presenter points, pauses and has notes. */
  readonly seat: 'presenter' | 'follower';
  /** Null without a plan; absent where the time does not show. */
  readonly plannedMinutes?: number | null;
  /** The SOPs that are presented in a row. */
  readonly agenda?: PresentationAgenda;
  /** What just happened, said calmly. */
  readonly notice?: string | undefined;
  /** Whom one follows; stands at the tools. */
  readonly children?: ReactNode;
  /** What the person asks for; `applyCommand` says what becomes of the state. */
  onCommand(command: PresentationCommand): void;
  /** Opens the presenter's notes. */
  readonly onNotes?: () => void;
  /** Absent where there is nothing to close, as in a meeting. */
  readonly onClose?: (() => void) | undefined;
}

/**
 * A presentation as everybody sees it, presenter and followers, on a wall or a phone. It knows no
 * connection: it shows the state, and says what the person before it asks for.
 */
export function Presentation(props: PresentationProps) {
  const { procedure, state, seat, plannedMinutes, agenda, notice, children, onCommand } = props;
  const { t } = useTranslation('presentation');
  const ref = useRef<HTMLElement>(null);
  const unit = toUnit(useElementSize(ref));
  const isIdle = useIdle(ref);
  useHeir(props);
  const { act, look, isOn, isHelp } = usePresentationActions(props, unit);
  const title = procedure.identity.title || t('untitled');
  return (
    <section
      className="presentation"
      ref={ref}
      style={toStyle(unit)}
      data-idle={isIdle && seat === 'presenter'}
      data-mode={state.mode}
      aria-label={t('name', { title })}
    >
      <TopBar {...{ procedure, state, agenda, plannedMinutes }} />
      <p className="presentNotice" role="status" data-shown={Boolean(notice)}>
        {notice}
      </p>
      <Stage {...{ procedure, state, agenda, seat, look, onCommand }} />
      <Tools
        seat={seat}
        isOn={isOn}
        hasSheet={hasSheet(state)}
        hasNotes={props.onNotes !== undefined}
        hasFullscreen={document.fullscreenEnabled}
        onAct={act}
        onClose={props.onClose}
      >
        {children}
      </Tools>
      {state.screen !== 'lit' && (
        <Cover screen={state.screen} seat={seat} onLight={() => act({ type: 'next' })} />
      )}
      {isHelp && <KeyHelp seat={seat} onClose={() => act({ type: 'help' })} />}
    </section>
  );
}

interface CoverProps extends Pick<PresentationProps, 'seat'> {
  readonly screen: 'black' | 'white';
  onLight(): void;
}

/** A pause: nothing is to be seen. Followers are told that it is one, and keep their tools. */
function Cover({ screen, seat, onLight }: CoverProps) {
  const { t } = useTranslation('presentation');
  if (seat === 'follower')
    return (
      <p className="presentCover" data-screen={screen} data-seat={seat} role="status">
        {t('follow.paused')}
      </p>
    );
  return (
    <button
      type="button"
      className="presentCover"
      data-screen={screen}
      aria-label={t('covered')}
      onClick={onLight}
    />
  );
}

function hasSheet({ mode, station }: PresentationState): boolean {
  return mode !== 'step' || station.at === 'step';
}

function toStyle(unit: number): CSSProperties {
  return Object.assign<CSSProperties, object>({}, { '--u': `${unit}px` });
}
