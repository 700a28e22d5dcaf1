import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '#app/api.ts';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import { showUndoNotice } from '#app/UndoNotice.tsx';
import { useAction } from '#app/useAction.ts';
import { toRestoreEdit } from '#core/edit/restore.ts';
import type { Choice } from '#core/meeting/meeting.ts';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { openSession } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';
import { toPersonColor } from '#ui/personColor.ts';

/**
 * Takes a state that was voted about over into the SOP: as one edit that can be undone, after what is there
 * now was kept as a version. The meeting notes it.
 */
export function useAdoption(vote: VoteView) {
  const { t } = useTranslation('meeting');
  const { meeting, me, run } = useMeeting();
  const { isBusy, run: act } = useAction();
  const procedureId = meeting.items.find(({ id }) => id === vote.item)?.procedure ?? null;

  function adopt(choice: Choice, procedure: Procedure): void {
    void act(async () => {
      if (procedureId === null) return;
      const session = openSession({
        procedureId,
        baseUrl: location.origin,
        user: { id: me.id, name: me.name, color: toPersonColor(me.id) },
        role: 'editor',
      });
      try {
        await takeOver(session, choice, procedure);
      } catch (problem) {
        session.close();
        throw problem;
      }
      await run({ type: 'noteAdoption', vote: vote.id, choice: choice.id });
      let isUndone = false;
      showUndoNotice(
        t('variant.adoptedNamed', { name: choice.text }),
        () => {
          isUndone = true;
          void act(() => takeBack(session));
        },
        // It stays open for as long as it can be undone, wherever the person has gone meanwhile.
        () => !isUndone && session.close(),
      );
    });
  }

  async function takeBack(session: Session): Promise<void> {
    try {
      session.undo();
      await untilSaved(session);
    } finally {
      session.close();
    }
    await run({ type: 'noteAdoption', vote: vote.id, choice: null });
  }

  async function takeOver(session: Session, choice: Choice, procedure: Procedure): Promise<void> {
    await untilSaved(session);
    // A name may have 200 characters.
    const name = t('variant.before', { name: choice.text }).slice(0, 200);
    await api.createVersion(session.procedureId, name);
    session.apply(toRestoreEdit(session.procedure.get(), procedure));
    await untilSaved(session);
  }

  return { isBusy, adopt };
}

/** Resolves once the server and this page have the same. Rejects where the server refuses, or is not there in time. */
function untilSaved({ connection }: Session): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(patience);
      unsubscribe();
    };
    const look = () => {
      const state = connection.get();
      const isSaved = state.status === 'online' && state.saved;
      if (!isSaved && state.status !== 'refused') return false;
      stop();
      if (isSaved) resolve();
      else reject(new ApiProblem({ code: 'forbidden', message: 'refused', status: 403 }));
      return true;
    };
    const unsubscribe = connection.subscribe(look);
    const patience = setTimeout(() => {
      stop();
      reject(new ApiProblem({ code: 'not-ready', message: 'no answer', status: 503 }));
    }, patienceMs);
    look();
  });
}

const patienceMs = 20_000;
