import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Procedure } from '#core/model/procedure.ts';
import { toShown } from '#core/presentation/follow.ts';
import { useConnection, usePeers, useSession } from '#session/react/hooks.ts';
import { Presentation } from '#views/presentation/Presentation.tsx';
import { Following } from './Following.tsx';
import { findPresenter } from './presenters.ts';
import { useFollow } from './useFollow.ts';
import { useShownStep } from './useShownStep.ts';
import { Waiting } from './Waiting.tsx';

export interface FollowerPageProps {
  readonly procedure: Procedure;
  /** Whom to follow. */
  readonly userId: string;
}

/** I see what the presenter shows, until I move on my own. */
export function FollowerPage({ procedure, userId }: FollowerPageProps) {
  const { t } = useTranslation('presentation');
  const { procedureId } = useSession();
  const [, navigate] = useLocation();
  const presenter = findPresenter(usePeers(), procedureId, userId);
  const isOnline = useConnection().status === 'online';
  const [name, setName] = useState('');
  const { follow, command, comeBack } = useFollow({
    procedure,
    presenter: presenter?.state ?? (isOnline ? null : undefined),
  });
  const leave = () => navigate(`/prosedur/${procedureId}`);

  // Whoever has gone keeps the name.
  useEffect(() => {
    if (presenter) setName(presenter.name);
  }, [presenter]);

  const state = toShown(follow);
  useShownStep(state);
  if (!state) return <Waiting text={t('follow.waitingAnyone')} onLeave={leave} />;
  return (
    <Presentation
      procedure={procedure}
      state={state}
      seat="follower"
      onCommand={command}
      onClose={leave}
    >
      <Following
        procedure={procedure}
        follow={follow}
        name={name}
        isOnline={isOnline}
        onReturn={comeBack}
      />
    </Presentation>
  );
}
