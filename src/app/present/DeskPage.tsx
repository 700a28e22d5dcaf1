import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PresenterDesk } from '#views/presentation/PresenterDesk.tsx';
import { DeskLine, type DeskPlace, type DeskPlan, readDeskJson } from './deskMessages.ts';
import './PresentPage.css';
import { type DeskNotes, deskLimits, keepDesk, type NotesPlace, readDesk } from './deskStore.ts';

export interface DeskPageProps {
  /** The id of the procedure, or of the meeting, that is presented in another window. */
  readonly presentationId: string;
}

/** The presenter's second window: notes, time and what comes next. It opens no document of its own. */
export function DeskPage({ presentationId }: DeskPageProps) {
  const { t } = useTranslation('presentation');
  const { me } = useMe();
  const place = useMemo(() => ({ userId: me.id, presentationId }), [me.id, presentationId]);
  const { shown, send } = useLine(place);
  usePageTitle(t('desk.title'));
  if (!shown)
    return (
      <main>
        <EmptyState title={t('desk.waiting')} text={t('desk.waitingText')} />
      </main>
    );
  const { procedureId } = shown.state;
  return (
    <Desk key={procedureId} place={{ userId: me.id, procedureId }} shown={shown} send={send} />
  );
}

interface DeskProps {
  readonly place: NotesPlace;
  readonly shown: Shown;
  readonly send: DeskLine['send'];
}

function Desk({ place, shown: { procedure, state, plan }, send }: DeskProps) {
  const { kept, keep } = useKept(place);
  const station = state.station.at === 'step' ? state.station.step : state.station.at;
  return (
    <div className="presentPage">
      <PresenterDesk
        procedure={procedure}
        state={state}
        note={kept.notes[station] ?? ''}
        maxNoteLength={deskLimits.maxNoteLength}
        startedAt={plan?.startedAt ?? state.startedAt}
        plannedMinutes={plan?.minutes ?? kept.plannedMinutes}
        maxMinutes={deskLimits.maxMinutes}
        onNote={(note) => keep({ ...kept, notes: { ...kept.notes, [station]: note } })}
        onPlan={plan ? undefined : planMinutes}
        onCommand={(command) => send({ type: 'command', command })}
      />
    </div>
  );

  function planMinutes(plannedMinutes: number | null): void {
    keep({ ...kept, plannedMinutes });
    send({ type: 'planned' });
  }
}

interface Shown {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  /** Where an agenda gives the time. */
  readonly plan: DeskPlan | null;
}

/** What the presentation says that it shows; undefined while there is none. */
function useLine(place: DeskPlace) {
  const [procedure, setProcedure] = useState<Procedure>();
  const [state, setState] = useState<PresentationState>();
  const [plan, setPlan] = useState<DeskPlan | null>(null);
  const line = useRef<DeskLine>(undefined);
  useEffect(() => {
    const opened = new DeskLine(place, (message) => {
      if (message.type === 'procedure') setProcedure(readDeskJson(message.json));
      else if (message.type === 'state') setState(message.state);
      else if (message.type === 'plan') setPlan(message.plan);
      else if (message.type === 'closed') setState(undefined);
    });
    line.current = opened;
    opened.send({ type: 'hello' });
    return () => opened.close();
  }, [place]);
  const shown: Shown | undefined = procedure && state && { procedure, state, plan };
  const send: DeskLine['send'] = (message) => line.current?.send(message);
  return { shown, send };
}

function useKept(place: NotesPlace) {
  const [kept, setKept] = useState(() => readDesk(place));
  function keep(next: DeskNotes): void {
    setKept(next);
    keepDesk(place, next);
  }
  return { kept, keep };
}
