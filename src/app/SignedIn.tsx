import { Center, Loader } from '@mantine/core';
import { type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearch } from 'wouter';
import { later, onDemand } from '#ui/later.ts';
import { ApiProblem, api } from './api.ts';
import { HelpHost } from './help/HelpHost.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { MeContext } from './me.ts';
import { toSignInPath } from './returnPath.ts';
import { useLoad } from './useLoad.ts';
import { useSignOut } from './useSignOut.ts';

const SignOutDialog = later(() => import('./SignOutDialog.tsx').then((file) => file.SignOutDialog));
const DutyPage = onDemand(() => import('./account/DutyPage.tsx').then((file) => file.DutyPage));

export interface SignedInProps {
  readonly children: ReactNode;
}

/** Shows its children to people who are signed in and owe nothing; sends strangers to the sign-in page. */
export function SignedIn({ children }: SignedInProps) {
  const { t } = useTranslation('common');
  const [path] = useLocation();
  const search = useSearch();
  const [state, reload] = useLoad(api.me);

  const me = state.status === 'ready' ? state.value : undefined;
  const { signOut, question } = useSignOut(me?.id);
  const context = useMemo(() => me && { me, signOut }, [me, signOut]);

  if (context)
    return (
      <MeContext value={context}>
        {context.me.duty ? (
          <DutyPage duty={context.me.duty} onDone={reload} />
        ) : (
          <HelpHost>{children}</HelpHost>
        )}
        <Suspense>{question && <SignOutDialog {...question} />}</Suspense>
      </MeContext>
    );
  if (state.status === 'failed') {
    if (state.problem instanceof ApiProblem && state.problem.status === 401)
      return <Redirect to={toSignInPath(path, search)} replace />;
    return <LoadProblem problem={state.problem} onRetry={reload} />;
  }
  return (
    <Center h="100dvh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
