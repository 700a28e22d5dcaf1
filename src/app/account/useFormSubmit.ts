import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblemText } from '#app/problemText.ts';

/**
 * Sends a form, once at a time. `send` resolves with what the person has to mend, if anything; a call to
 * the server that fails is told in the same place.
 */
export function useFormSubmit(
  send: (fields: FormData, form: HTMLFormElement) => Promise<string | undefined>,
) {
  const { t } = useTranslation('errors');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(form: HTMLFormElement): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      setProblem(await send(new FormData(form), form));
    } catch (error) {
      setProblem(toProblemText(error, t));
    } finally {
      setBusy(false);
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void submit(event.currentTarget);
  }

  return { problem, isBusy, onSubmit };
}
