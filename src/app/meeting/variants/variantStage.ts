import { createContext, useContext } from 'react';

/** What stands in the place of the presentation: what a vote is about, or the variants as they are now. */
export type ShownVariants =
  | { readonly of: 'vote'; readonly vote: string }
  | { readonly of: 'drafts' };

export interface VariantStage {
  readonly shown: ShownVariants | undefined;
  /** Undefined shows the presentation again. */
  show(shown: ShownVariants | undefined): void;
}

export const VariantStageContext = createContext<VariantStage | null>(null);

/** What the room shows. Throws outside a room. */
export function useVariantStage(): VariantStage {
  const stage = useContext(VariantStageContext);
  if (!stage) throw new RangeError('useVariantStage outside a room');
  return stage;
}
