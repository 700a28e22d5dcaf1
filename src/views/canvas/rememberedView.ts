import type { CanvasLayout } from '#core/layout/geometry.ts';
import type { View } from './selectionView.ts';

/** A view that a person left, of a procedure on this device. */
export interface ViewMemory {
  read(): View | undefined;
  write(view: View): void;
}

/** Of so many procedures the last views are kept. */
const maxKept = 40;
const storageKey = 'alur.canvasViews';

/** The last view of one procedure in this browser. What is stored there may be anything, or full. */
export function openViewMemory(storage: Storage, procedureId: string): ViewMemory {
  return {
    read: () => readAll(storage).find(([id]) => id === procedureId)?.[1],
    write(view) {
      const others = readAll(storage).filter(([id]) => id !== procedureId);
      const kept = [...others.slice(-(maxKept - 1)), [procedureId, view]];
      try {
        storage.setItem(storageKey, JSON.stringify(kept));
      } catch {
        // A full storage: the view is fitted anew next time.
      }
    },
  };
}

/** Whether a part of the sheet is in a view: after a large change the old view may show nothing. */
export function isOnSheet(
  { width, height }: CanvasLayout,
  view: View,
  window: { readonly width: number; readonly height: number },
): boolean {
  const room = 80;
  const { x, y, zoom } = view;
  return (
    x < window.width - room &&
    y < window.height - room &&
    x + width * zoom > room &&
    y + height * zoom > room
  );
}

function readAll(storage: Storage): readonly (readonly [string, View])[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is readonly [string, View] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const view: unknown = entry[1];
  if (typeof view !== 'object' || view === null) return false;
  const numbers = ['x', 'y', 'zoom'].map((key): unknown => Reflect.get(view, key));
  const zoom = numbers[2];
  return numbers.every(Number.isFinite) && typeof zoom === 'number' && zoom >= 0.1 && zoom <= 3;
}
