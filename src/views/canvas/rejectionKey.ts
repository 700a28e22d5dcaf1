import type { RejectionCode } from '#core/edit/edit.ts';

/** The text, under `rejected`, that explains a refused edit. */
export type RejectionKey = 'gone' | 'duplicateFlow' | 'selfFlow' | 'tooMany' | 'tooLong' | 'other';

export function toRejectionKey(code: RejectionCode): RejectionKey {
  switch (code) {
    case 'unknown-step':
    case 'unknown-symbol':
    case 'unknown-actor':
    case 'unknown-flow':
    case 'unknown-item':
      return 'gone';
    case 'duplicate-flow':
      return 'duplicateFlow';
    case 'self-flow':
      return 'selfFlow';
    case 'too-many':
      return 'tooMany';
    case 'too-long':
      return 'tooLong';
    default:
      return 'other';
  }
}
