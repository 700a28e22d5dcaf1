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
  // The procedure itself is never refused so; its suggestions show it their own way.
  'refused-write': 'broken',
} as const satisfies Readonly<Record<RefusalReason, string>>;
