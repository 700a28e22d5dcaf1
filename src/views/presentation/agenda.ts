import type { PresentationTranslator } from './presentationTexts.ts';

/** One SOP of several that are presented in a row. */
export interface PresentationItem {
  readonly id: string;
  readonly title: string;
  /** Name of who presents it. */
  readonly presenter: string;
  /** How long it shall take. */
  readonly minutes: number;
}

/** The SOPs of a meeting and which of them is presented now. */
export interface PresentationAgenda {
  readonly items: readonly PresentationItem[];
  readonly current: string;
  /** Presents another item; absent for whoever may not. */
  readonly onGo?: (id: string) => void;
}

/** The item after the present one; undefined at the last. */
export function findNextItem({ items, current }: PresentationAgenda): PresentationItem | undefined {
  const index = items.findIndex(({ id }) => id === current);
  return index < 0 ? undefined : items[index + 1];
}

/** "Budi Hukum, 15 menit": who presents an item, and how long. */
export function toPlan(
  { presenter, minutes }: PresentationItem,
  t: PresentationTranslator,
): string {
  return presenter
    ? t('closing.presentedBy', { presenter, minutes })
    : t('closing.minutes', { minutes });
}
