import { Button, Center, Loader } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { ApiProblem, api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { EmptyState } from '#ui/EmptyState.tsx';

export interface LinkPageProps {
  readonly token: string;
}

/** Redeems a share link and goes on to its procedure. */
export function LinkPage({ token }: LinkPageProps) {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const [state] = useLoad(useCallback(() => api.redeemLink(token), [token]));
  usePageTitle(t('link.opening'));

  if (state.status === 'ready') return <Redirect to={`/prosedur/${state.value.id}`} replace />;
  if (state.status === 'loading')
    return (
      <Center h="100dvh">
        <Loader aria-label={t('link.opening')} />
      </Center>
    );
  return (
    <main>
      <EmptyState
        icon={<IconLinkOff size={44} stroke={1.4} aria-hidden="true" />}
        title={t('link.failedTitle')}
        text={
          isUnreachable(state.problem)
            ? toProblemText(state.problem, tErrors)
            : tErrors('expiredLink')
        }
      >
        <Button component={Link} href="/" mt="sm">
          {t('notFound.toList')}
        </Button>
      </EmptyState>
    </main>
  );
}

function isUnreachable(problem: unknown): boolean {
  return !(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 429;
}
