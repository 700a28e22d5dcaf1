import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblemText } from './problemText.ts';

/** Runs one call to the server at a time; a failure becomes a message on the screen. */
export function useAction() {
  const { t } = useTranslation('errors');
  const [isBusy, setBusy] = useState(false);

  async function run(action: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await action();
    } catch (problem) {
      notifications.show({ color: 'red', message: toProblemText(problem, t), autoClose: 8000 });
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, run };
}
