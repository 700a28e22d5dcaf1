import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { useMe } from '#app/me.ts';
import { toSignInPath } from '#app/returnPath.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { RefusalReason } from '#session/session.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { onDemand } from '#ui/later.ts';
import { toRefusalKey } from './refusalKey.ts';
import { type Unsent, UnsentRest } from './UnsentRest.tsx';

const UnsentSuggestions = onDemand(() =>
  import('./UnsentSuggestions.tsx').then((file) => file.UnsentSuggestions),
);

export interface RefusedProps {
  readonly procedureId: string;
  readonly reason: RefusalReason;
  /** As far as it is known. */
  readonly procedure?: Procedure | undefined;
  /** My edits that stayed on this device, if there are any. */
  readonly unsent?: Unsent | undefined;
}

/** In place of the editor: why not, what to do, and what becomes of edits that the server lacks. */
export function Refused({ procedureId, reason, procedure, unsent }: RefusedProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const { me } = useMe();
  const key = toRefusalKey(reason);
  return (
    <main>
      <EmptyState
        icon={<IconLock size={44} stroke={1.4} aria-hidden="true" />}
        title={t(`editor.refused.${key}Title`)}
        text={t(`editor.refused.${key}Text`, { email: me.email })}
      >
        <Group mt="sm" justify="center">
          <Button component={Link} href="/" variant="default">
            {tCommon('backToList')}
          </Button>
          {reason === 'sign-in' && <SignInButton />}
          {isHelpedByReload(reason) && (
            <Button onClick={() => location.reload()}>{tCommon('reload')}</Button>
          )}
        </Group>
        {isLeftHere(reason) && unsent && <UnsentRest unsent={unsent} />}
        <Suspense>
          {isLeftHere(reason) && (
            <UnsentSuggestions procedureId={procedureId} procedure={procedure} />
          )}
        </Suspense>
      </EmptyState>
    </main>
  );
}

/**
 * Whether what is unsent stays unsent. Whoever signs in again hands it in, and so does a newer page, which
 * can also read it: this one has nothing to make a file of.
 */
function isLeftHere(reason: RefusalReason): boolean {
  return reason !== 'sign-in' && reason !== 'newer-format';
}

function isHelpedByReload(reason: RefusalReason): boolean {
  return reason === 'broken' || reason === 'too-large' || reason === 'newer-format';
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
