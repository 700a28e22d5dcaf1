import type { TFunction } from 'i18next';
import { ApiProblem } from './api.ts';

/** What a person reads when a call failed: what happened and what to do. */
export function toProblemText(problem: unknown, t: TFunction<'errors'>): string {
  if (!(problem instanceof ApiProblem)) return t('unexpected');
  if (problem.place) return t('badFileAt', { place: problem.place });
  switch (problem.code) {
    case 'user-exists':
      return t('userExists');
    case 'last-owner':
      return t('lastOwner');
    case 'wrong-password':
      return t('wrongPassword');
    case 'weak-password':
      return t('weakPassword');
    case 'leaked-password':
      return t('leakedPassword');
    case 'wrong-code':
      return t('wrongCode');
    case 'sign-in-over':
      return t('signInOver');
    case 'code-locked':
      return t('codeLocked');
    case 'account-closed':
      return t('accountClosed');
    case 'expired-password':
      return t('expiredPassword');
    case 'new-password-needed':
    case 'second-factor-needed':
      return t('dutyFirst');
    case 'last-admin':
      return t('lastAdmin');
  }
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
