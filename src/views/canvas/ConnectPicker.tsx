import { Suspense, useMemo } from 'react';
import { HeldKeys } from '#ui/finder/HeldKeys.tsx';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';

const ConnectPickerPanel = later(() =>
  import('./ConnectPickerPanel.tsx').then((file) => file.ConnectPickerPanel),
);

/** Asks to which step an arrow goes, by number or words. */
export function ConnectPicker() {
  const from = useCanvasUi((ui) => ui.connectingFrom);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking begins with nothing typed.
  const typed = useMemo(() => ({ text: '' }), [from]);
  return (
    <Suspense fallback={<HeldKeys typed={typed} />}>
      {from && <ConnectPickerPanel from={from} typed={typed} />}
    </Suspense>
  );
}
