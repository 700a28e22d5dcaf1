import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#app/api.ts';
import { useFormSubmit } from './useFormSubmit.ts';

/** As `useFormSubmit`, where I prove that it is me: there is no e-mail address that could be wrong. */
export function useOwnFormSubmit(
  send: (fields: FormData, form: HTMLFormElement) => Promise<string | undefined>,
) {
  const { t } = useTranslation('shell');
  return useFormSubmit(async (fields, form) => {
    try {
      return await send(fields, form);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'wrong-password')
        return t('account.password.wrong');
      throw error;
    }
  });
}
