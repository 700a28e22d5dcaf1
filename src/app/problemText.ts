import type { TFunction } from 'i18next';
import { ApiProblem } from './api.ts';

/** What a person reads when a call failed: what happened and what to do. */
export function toProblemText(problem: unknown, t: TFunction<'errors'>): string {
  if (!(problem instanceof ApiProblem)) return t('unexpected');
  if (problem.place) return t('badFileAt', { place: problem.place, message: problem.message });
  switch (problem.status) {
    case 0:
      return t('unreachable');
    case 401:
      return t('signIn');
    case 403:
      return t('forbidden');
    case 404:
      return t('notFound');
    case 410:
      return t('expiredLink');
    case 413:
      return t('tooLarge');
    case 415:
      return t('unsupportedFile');
    case 429:
      return t('tooManyAttempts');
    case 400:
    case 422:
      return t('invalidInput');
  }
  return t('unexpected');
}
