import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { toTimer } from '#core/presentation/timer.ts';
import { toProgress } from '#core/presentation/walk.ts';
import type { PresentationAgenda } from './agenda.ts';
import './TopBar.css';

export interface TopBarProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  readonly agenda?: PresentationAgenda | undefined;
  /** Null without a plan; undefined where the time does not show. */
  readonly plannedMinutes?: number | null | undefined;
}

/** Where the presentation is: the SOP, the step, what was shown, the time. */
export function TopBar({ procedure, state, agenda, plannedMinutes }: TopBarProps) {
  const { t } = useTranslation('presentation');
  const { number, total, seen, seenCount } = toProgress(procedure, state);
  const place = agenda?.items.findIndex(({ id }) => id === agenda.current) ?? -1;
  return (
    <header className="presentTop">
      <div className="presentTopLine">
        <p className="presentTitle">
          {agenda && place >= 0 && (
            <span className="presentAgendaPlace">
              {t('agendaPlace', { number: place + 1, total: agenda.items.length })}
            </span>
          )}
          {procedure.identity.title || t('untitled')}
        </p>
        {number > 0 && <p className="presentPlace">{t('step', { number, total })}</p>}
        {plannedMinutes !== undefined && (
          <TimerText startedAt={state.startedAt} plannedMinutes={plannedMinutes} />
        )}
      </div>
      {total > 0 && (
        <div
          className="presentProgress"
          role="img"
          aria-label={t('seen', { count: seenCount, total })}
          title={t('seen', { count: seenCount, total })}
        >
          {seen.map((isSeen, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows are told apart by their place.
              key={index}
              data-seen={isSeen}
              data-present={index === number - 1}
            />
          ))}
        </div>
      )}
    </header>
  );
}

export interface TimerTextProps {
  readonly startedAt: number;
  readonly plannedMinutes: number | null;
}

/** The time so far; its colour changes calmly as the plan comes to its end. */
export function TimerText({ startedAt, plannedMinutes }: TimerTextProps) {
  const { t } = useTranslation('presentation');
  const now = useNow();
  const { elapsed, tone, minutesLeft } = toTimer(now - startedAt, plannedMinutes);
  return (
    <p className="presentTimer" data-tone={tone} role="timer" aria-label={t('timer', { elapsed })}>
      {elapsed}
      {minutesLeft !== null && tone !== 'within' && (
        <span className="presentTimerLeft">
          {minutesLeft >= 0
            ? t('minutesLeft', { count: minutesLeft })
            : t('minutesOver', { count: -minutesLeft })}
        </span>
      )}
    </p>
  );
}

/** The time in ms since 1970, each second anew. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
