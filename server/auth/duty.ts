import type { Duty } from '#protocol/api.ts';

/** Who has to sign in with a code too; everybody else may. */
export const SECOND_FACTOR_POLICIES = ['offered', 'administrators', 'everybody'] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number];

/** What of an account says whether its person owes something. */
export interface Owing {
  readonly isAdmin: boolean;
  /** Until when the password is one that was handed over; null when it is the person's own. */
  readonly initialPasswordUntil?: string | null | undefined;
  readonly twoFactorEnabled?: boolean | null | undefined;
}

/** What a person who is signed in has to do before anything else is answered. */
export function findDuty(account: Owing, policy: SecondFactorPolicy): Duty | undefined {
  if (account.initialPasswordUntil) return 'new-password';
  const isObliged = policy === 'everybody' || (policy === 'administrators' && account.isAdmin);
  return isObliged && !account.twoFactorEnabled ? 'second-factor' : undefined;
}
