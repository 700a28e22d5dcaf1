import { Suspense } from 'react';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';

const ConnectPickerPanel = later(() =>
  import('./ConnectPickerPanel.tsx').then((file) => file.ConnectPickerPanel),
);

/** Asks to which step an arrow goes, by number or words. */
export function ConnectPicker() {
  const from = useCanvasUi((ui) => ui.connectingFrom);
  return <Suspense>{from && <ConnectPickerPanel from={from} />}</Suspense>;
}
