import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { ApiProblem } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { toSignInPath } from '#app/returnPath.ts';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Why a procedure is not shown. */
export type RefusalReason = 'sign-in' | 'forbidden' | 'unknown' | 'broken';

export interface RefusedProps {
  readonly reason: RefusalReason;
}

/** In place of the editor: why not, and what to do. */
export function Refused({ reason }: RefusedProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const { me } = useMe();
  const key = reason === 'sign-in' ? 'signIn' : reason;
  return (
    <main>
      <EmptyState
        icon={<IconLock size={44} stroke={1.4} aria-hidden="true" />}
        title={t(`editor.refused.${key}Title`)}
        text={t(`editor.refused.${key}Text`, { email: me.email })}
      >
        <Group mt="sm">
          <Button component={Link} href="/" variant="default">
            {tCommon('backToList')}
          </Button>
          {reason === 'sign-in' && <SignInButton />}
          {reason === 'broken' && (
            <Button onClick={() => location.reload()}>{tCommon('reload')}</Button>
          )}
        </Group>
      </EmptyState>
    </main>
  );
}

function SignInButton() {
  const { t } = useTranslation('shell');
  const [path] = useLocation();
  const search = useSearch();
  return (
    <Button component={Link} href={toSignInPath(path, search)}>
      {t('editor.refused.signIn')}
    </Button>
  );
}

export interface AccessProblemProps {
  readonly problem: unknown;
  onRetry(): void;
}

/** The server would not say what I may do with the procedure. */
export function AccessProblem({ problem, onRetry }: AccessProblemProps) {
  const reason = problem instanceof ApiProblem ? toReason(problem.status) : undefined;
  if (reason) return <Refused reason={reason} />;
  return (
    <main>
      <LoadProblem problem={problem} onRetry={onRetry} />
    </main>
  );
}

function toReason(status: number): RefusalReason | undefined {
  switch (status) {
    case 401:
      return 'sign-in';
    case 403:
      return 'forbidden';
    case 404:
      return 'unknown';
  }
  return undefined;
}
