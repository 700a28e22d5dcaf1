import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PresenterDesk } from '#views/presentation/PresenterDesk.tsx';
import { DeskLine, type DeskPlace, readDeskJson } from './deskMessages.ts';
import './PresentPage.css';
import { type DeskNotes, deskLimits, keepDesk, readDesk } from './deskStore.ts';

export interface DeskPageProps {
  readonly procedureId: string;
}

/** The presenter's second window: notes, time and what comes next. It opens no document of its own. */
export function DeskPage({ procedureId }: DeskPageProps) {
  const { t } = useTranslation('presentation');
  const { me } = useMe();
  const place = useMemo(() => ({ userId: me.id, procedureId }), [me.id, procedureId]);
  const { shown, send } = useLine(place);
  const { kept, keep } = useKept(place);
  usePageTitle(t('desk.title'));
  if (!shown)
    return (
      <main>
        <EmptyState title={t('desk.waiting')} text={t('desk.waitingText')} />
      </main>
    );
  const { procedure, state } = shown;
  const station = state.station.at === 'step' ? state.station.step : state.station.at;
  return (
    <div className="presentPage">
      <PresenterDesk
        procedure={procedure}
        state={state}
        note={kept.notes[station] ?? ''}
        maxNoteLength={deskLimits.maxNoteLength}
        plannedMinutes={kept.plannedMinutes}
        maxMinutes={deskLimits.maxMinutes}
        onNote={(note) => keep({ ...kept, notes: { ...kept.notes, [station]: note } })}
        onPlan={(plannedMinutes) => {
          keep({ ...kept, plannedMinutes });
          send({ type: 'planned' });
        }}
        onCommand={(command: PresentationCommand) => send({ type: 'command', command })}
      />
    </div>
  );
}

interface Shown {
  readonly procedure: Procedure;
  readonly state: PresentationState;
}

/** What the presentation says that it shows; undefined while there is none. */
function useLine(place: DeskPlace) {
  const [procedure, setProcedure] = useState<Procedure>();
  const [state, setState] = useState<PresentationState>();
  const line = useRef<DeskLine>(undefined);
  useEffect(() => {
    const opened = new DeskLine(place, (message) => {
      if (message.type === 'procedure') setProcedure(readDeskJson(message.json));
      else if (message.type === 'state') setState(message.state);
      else if (message.type === 'closed') setState(undefined);
    });
    line.current = opened;
    opened.send({ type: 'hello' });
    return () => opened.close();
  }, [place]);
  const shown: Shown | undefined = procedure && state && { procedure, state };
  const send: DeskLine['send'] = (message) => line.current?.send(message);
  return { shown, send };
}

function useKept(place: DeskPlace) {
  const [kept, setKept] = useState(() => readDesk(place));
  function keep(next: DeskNotes): void {
    setKept(next);
    keepDesk(place, next);
  }
  return { kept, keep };
}
