import { IconCloudOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMe } from '#app/me.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toSharedState } from '#core/presentation/presentationState.ts';
import { useConnection, useSession } from '#session/react/hooks.ts';
import { Presentation } from '#views/presentation/Presentation.tsx';
import './Following.css';
import { toDeskPath } from './presenters.ts';
import { useDesk } from './useDesk.ts';
import { forgetPresentation, usePresenter } from './usePresenter.ts';

export interface PresenterProps {
  readonly procedure: Procedure;
}

/** I present: everybody who has the procedure open may follow. */
export function Presenter({ procedure }: PresenterProps) {
  const { t } = useTranslation('presentation');
  const session = useSession();
  const { me } = useMe();
  const [, navigate] = useLocation();
  const { procedureId } = session;
  const isOnline = useConnection().status === 'online';
  const { state, lost, command } = usePresenter(procedureId, procedure);
  const { plannedMinutes, open, isBlocked } = useDesk({
    place: { userId: me.id, presentationId: procedureId },
    path: toDeskPath(procedureId),
    ...{ procedure, state },
    onCommand: command,
  });

  useEffect(() => session.setPresence({ presenting: toSharedState(state) }), [session, state]);
  useEffect(() => () => session.setPresence({ presenting: null }), [session]);

  function close(): void {
    forgetPresentation(procedureId);
    navigate(`/prosedur/${procedureId}`);
  }

  return (
    <Presentation
      procedure={procedure}
      state={state}
      seat="presenter"
      plannedMinutes={plannedMinutes}
      notice={toNotice()}
      onCommand={command}
      onNotes={open}
      onClose={close}
    >
      {!isOnline && (
        <p className="following" role="status">
          <IconCloudOff aria-hidden="true" />
          {t('offline')}
        </p>
      )}
    </Presentation>
  );

  function toNotice(): string | undefined {
    if (isBlocked) return t('desk.blocked');
    if (!lost) return undefined;
    return lost.activity ? t('lost', { activity: lost.activity }) : t('lostUnnamed');
  }
}
