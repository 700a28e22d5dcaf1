import { Center, Loader } from '@mantine/core';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { api } from '#app/api.ts';
import { AccessProblem } from '#app/editor/AccessProblem.tsx';
import { RefusedSession } from '#app/editor/RefusedSession.tsx';
import { useOpenedSession } from '#app/editor/useOpenedSession.ts';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Role } from '#protocol/roles.ts';
import { SessionContext, useConnection, useProcedure } from '#session/react/hooks.ts';
import { PinContext } from '#session/react/pinBoard.ts';
import { SuggestionsContext } from '#session/react/useSuggestions.ts';
import { later } from '#ui/later.ts';
import { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { FollowerPage } from './FollowerPage.tsx';
import { Presenter } from './Presenter.tsx';
import { useWakeLock } from './useWakeLock.ts';
import './PresentPage.css';

const SuggestionsPart = later(() =>
  import('#app/editor/SuggestionsPart.tsx').then((file) => file.SuggestionsPart),
);

export interface PresentPageProps {
  readonly procedureId: string;
}

/** One procedure on the whole screen: presented by me, or, with `?ikuti=`, by somebody whom I follow. */
export function PresentPage({ procedureId }: PresentPageProps) {
  const [state, reload] = useLoad(useCallback(() => api.access(procedureId), [procedureId]));
  switch (state.status) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <AccessProblem procedureId={procedureId} problem={state.problem} onRetry={reload} />;
    case 'ready':
      return <OpenPresentation procedureId={procedureId} role={state.value.role} />;
  }
}

interface OpenPresentationProps extends PresentPageProps {
  readonly role: Role;
}

function OpenPresentation(props: OpenPresentationProps) {
  const { session, suggestions, discard } = useOpenedSession(props);
  const [ui] = useState(() => new SuggestionsStore());
  const pins = useMemo(() => ({ board: ui.board, onPick: ui.pick }), [ui]);
  const [params] = useSearchParams();
  const followed = params.get('ikuti');
  if (!session) return <Loading />;
  return (
    <SessionContext value={session}>
      <SuggestionsContext value={suggestions}>
        <PinContext value={pins}>
          <main className="presentPage isShared" data-seat={followed ? 'follower' : 'presenter'}>
            <div className="presentHall">
              <Suspense fallback={<Loading />}>
                <Shown followed={followed} onDiscard={discard} />
              </Suspense>
            </div>
            <Suspense>
              <SuggestionsPart ui={ui} />
            </Suspense>
          </main>
        </PinContext>
      </SuggestionsContext>
    </SessionContext>
  );
}

interface ShownProps {
  /** Whom to follow; null for whoever presents. */
  readonly followed: string | null;
  onDiscard(): void;
}

function Shown({ followed, onDiscard }: ShownProps) {
  const { t } = useTranslation('presentation');
  const connection = useConnection();
  const procedure = useProcedure(toItself);
  useWakeLock();
  const title = procedure.identity.title || t('untitled');
  usePageTitle(t('name', { title }));
  if (connection.status === 'refused')
    return <RefusedSession reason={connection.reason} onDiscard={onDiscard} />;
  if (connection.status === 'connecting' && isBlank(procedure)) return <Loading />;
  return followed ? (
    <FollowerPage key={followed} procedure={procedure} userId={followed} />
  ) : (
    <Presenter procedure={procedure} />
  );
}

function Loading() {
  const { t } = useTranslation('common');
  return (
    <Center h="100dvh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}

function isBlank({ identity, steps, actors }: Procedure): boolean {
  return identity.title === '' && steps.length === 0 && actors.length === 0;
}
