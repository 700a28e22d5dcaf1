// First: what its parts bring comes after it.
import './Presentation.css';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { findPresent } from '#core/presentation/walk.ts';
import { Exits } from './Exits.tsx';
import type { KeyAction } from './presentationKeys.ts';
import { toActivity, toActorNames } from './presentationTexts.ts';
import { TimerText, useNow } from './TopBar.tsx';
import { usePresentationKeys } from './usePresentationKeys.ts';
import './PresenterDesk.css';

export interface PresenterDeskProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  /** The presenter's own words about what is shown. */
  readonly note: string;
  readonly maxNoteLength: number;
  /** In ms since 1970 on this device's clock. */
  readonly startedAt: number;
  /** Null without a plan. */
  readonly plannedMinutes: number | null;
  readonly maxMinutes: number;
  onNote(note: string): void;
  /** Absent where an agenda gives the time: then it cannot be set, nor the clock turned back. */
  readonly onPlan?: ((minutes: number | null) => void) | undefined;
  onCommand(command: PresentationCommand): void;
}

/** What only the presenter sees: what is shown, what comes next, notes and time. */
export function PresenterDesk(props: PresenterDeskProps) {
  const { procedure, state, note, maxNoteLength, onNote, onCommand } = props;
  const { t } = useTranslation('presentation');
  const noteId = useId();
  usePresentationKeys((action) => {
    if (isCommand(action)) onCommand(action);
  }, false);
  return (
    <main className="presentation presentDesk">
      <Times {...props} />
      <section className="presentDeskNow">
        <h2>{t('desk.now')}</h2>
        <Now procedure={procedure} state={state} />
        <h2>{t('desk.next')}</h2>
        <Exits procedure={procedure} state={state} onCommand={onCommand} />
      </section>
      <section className="presentDeskNotes">
        <label htmlFor={noteId}>{t('desk.notes')}</label>
        <textarea
          id={noteId}
          value={note}
          maxLength={maxNoteLength}
          placeholder={t('desk.notesPlace')}
          onChange={({ currentTarget }) => onNote(currentTarget.value)}
        />
        <p>{t('desk.notesHint')}</p>
      </section>
      <footer className="presentDeskKeys">
        <button type="button" onClick={() => onCommand({ type: 'back' })}>
          <IconArrowLeft aria-hidden="true" />
          {t('tool.back')}
        </button>
        <button type="button" className="isMain" onClick={() => onCommand({ type: 'next' })}>
          {t('tool.next')}
          <IconArrowRight aria-hidden="true" />
        </button>
      </footer>
    </main>
  );
}

function Now({ procedure, state }: Pick<PresenterDeskProps, 'procedure' | 'state'>) {
  const { t } = useTranslation('presentation');
  const present = findPresent(procedure, state);
  if (!present)
    return (
      <p className="presentDeskActivity">
        {state.station.at === 'closing'
          ? t('closing.title')
          : procedure.identity.title || t('untitled')}
      </p>
    );
  const { step, row, isOutside } = present;
  return (
    <div>
      <p className="presentDeskActivity">
        <strong>{row + 1}.</strong> {toActivity(step, t)}
      </p>
      <p className="presentDeskWho">
        {toActorNames(procedure, step, t).join(' · ') || t('noActor')}
        {step.duration.trim() && ` · ${step.duration}`}
        {isOutside && ` · ${t('outside')}`}
      </p>
    </div>
  );
}

function Times({ startedAt, plannedMinutes, maxMinutes, onPlan, onCommand }: PresenterDeskProps) {
  const { t, i18n } = useTranslation('presentation');
  const now = useNow();
  const clock = new Date(now).toLocaleTimeString(i18n.resolvedLanguage, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <header className="presentDeskTimes">
      <div>
        <span>{t('desk.elapsed')}</span>
        <TimerText startedAt={startedAt} plannedMinutes={plannedMinutes} />
        {onPlan && (
          <button
            type="button"
            onClick={() => onCommand({ type: 'restartTimer', now: Date.now() })}
          >
            {t('desk.restart')}
          </button>
        )}
      </div>
      {onPlan ? (
        <label>
          <span>{t('desk.planned')}</span>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={maxMinutes}
            value={plannedMinutes ?? ''}
            onChange={({ currentTarget }) => onPlan(toMinutes(currentTarget.value, maxMinutes))}
          />
          <span>{t('desk.plannedUnit')}</span>
        </label>
      ) : (
        <div>
          <span>{t('desk.planned')}</span>
          <strong>{t('closing.minutes', { minutes: plannedMinutes })}</strong>
        </div>
      )}
      <div>
        <span>{t('desk.clock')}</span>
        <time>{clock}</time>
      </div>
    </header>
  );
}

function toMinutes(text: string, most: number): number | null {
  const minutes = Math.round(Number(text));
  return text.trim() === '' || !(minutes >= 1) ? null : Math.min(minutes, most);
}

/** What the other window does by itself cannot be asked for from here. */
function isCommand(action: KeyAction): action is PresentationCommand {
  return !['zoom', 'zoomReset', 'escape', 'pointer', 'fullscreen', 'notes', 'help'].includes(
    action.type,
  );
}
