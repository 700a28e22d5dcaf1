import type { MessageKey } from './messages.ts';

export const RULE_IDS = [
  ...(['K1', 'K2', 'K3', 'K4', 'K5', 'F1', 'F2', 'F3', 'F4', 'F5'] as const),
  ...(['M1', 'M2', 'M3', 'M4', 'I1', 'I2', 'I3', 'L1', 'L2'] as const),
] as const;
type RuleId = (typeof RULE_IDS)[number];

export type RuleLevel = 'error' | 'warning' | 'info';

/** What a finding points at, by id; `field` is a key of the identity. */
export type Place =
  | { readonly kind: 'procedure' }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly step: string }
  | { readonly kind: 'flow'; readonly flow: string }
  | { readonly kind: 'actor'; readonly actor: string }
  | { readonly kind: 'identity'; readonly field: string };

/** One thing that a drafting rule asks to be different, or wants to be known. */
export interface Finding {
  readonly rule: RuleId;
  readonly level: RuleLevel;
  readonly place: Place;
  readonly message: MessageKey;
  /** What the message names. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}
