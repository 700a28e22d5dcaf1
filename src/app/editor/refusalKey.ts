import type { RefusalReason } from '#session/session.ts';

/** The key of a refusal's texts: `editor.refused.<key>Title` and `…Text`. */
export function toRefusalKey(reason: RefusalReason) {
  return refusalKeys[reason];
}

const refusalKeys = {
  'sign-in': 'signIn',
  forbidden: 'forbidden',
  unknown: 'unknown',
  broken: 'broken',
  'too-large': 'tooLarge',
  'newer-format': 'newerFormat',
} as const satisfies Readonly<Record<RefusalReason, string>>;
