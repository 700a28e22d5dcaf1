import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { countUnsentCopies, deleteDeviceCopies } from '#session/deviceCopies.ts';
import { ApiProblem, api } from './api.ts';
import { toProblemText } from './problemText.ts';

/** What to do with edits that only this device has. */
export type UnsentChoice = 'keep' | 'delete';

/** "You have unsent work": asked before somebody signs out. */
export interface SignOutQuestion {
  /** Procedures with unsent edits. */
  readonly count: number;
  onSignOut(choice: UnsentChoice): void;
  onCancel(): void;
}

/**
 * Signs out, and takes along what this device keeps of the account's procedures: the next person at the
 * computer is somebody else.
 */
export function useSignOut(userId: string | undefined) {
  const { t } = useTranslation('errors');
  const [, navigate] = useLocation();
  const [count, setCount] = useState(0);

  const leave = useCallback(
    async (choice: UnsentChoice): Promise<void> => {
      setCount(0);
      try {
        await api.signOut();
      } catch (problem) {
        // Without a session there is nothing to end.
        if (!(problem instanceof ApiProblem && problem.status === 401)) {
          notifications.show({ color: 'red', message: toProblemText(problem, t), autoClose: 8000 });
          return;
        }
      }
      navigate('/masuk');
      if (userId) await deleteDeviceCopies(userId, { withUnsent: choice === 'delete' });
    },
    [userId, navigate, t],
  );

  const signOut = useCallback((): void => {
    const unsent = userId ? countUnsentCopies(userId) : 0;
    if (unsent > 0) setCount(unsent);
    else void leave('keep');
  }, [userId, leave]);

  const question: SignOutQuestion | undefined =
    count === 0
      ? undefined
      : { count, onSignOut: (choice) => void leave(choice), onCancel: () => setCount(0) };
  return { signOut, question };
}
