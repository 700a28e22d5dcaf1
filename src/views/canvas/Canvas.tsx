import { notifications } from '@mantine/notifications';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#core/export/scene.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { useSession } from '#session/react/hooks.ts';
import { CanvasCommands } from './CanvasCommands.ts';
import { CanvasContext } from './canvasContext.ts';
import { CanvasState } from './canvasState.ts';
import { toRejectionKey } from './rejectionKey.ts';
import { Sheet } from './Sheet.tsx';
import { SheetStore } from './sheetStore.ts';
import '@xyflow/react/dist/base.css';
// In this order: it decides between rules of equal weight.
import './Canvas.css';
import './Sheet.css';
import './SymbolLayer.css';
import './FlowLayer.css';
import './Overlay.css';
import './LaneHeads.css';
import './TextEditor.css';
import './SelectionTools.css';
import './CanvasToolbar.css';
import './Minimap.css';
import './CanvasMenuPanel.css';
import './PeerLayer.css';
import './EmptyCanvas.css';
import './Routes.css';

export interface CanvasProps {
  /** Takes a part of the sheet as a picture; without it the canvas offers none. */
  readonly onCopyPicture?: (scene: Scene) => void;
}

/** Where an SOP is drawn: actors are lanes, steps are rows, symbols stand in the cells. */
export function Canvas({ onCopyPicture }: CanvasProps) {
  const session = useSession();
  const { t } = useTranslation('canvas');
  const texts = useRef(t);
  texts.current = t;
  const canCopy = onCopyPicture !== undefined;
  const copy = useRef(onCopyPicture);
  copy.current = onCopyPicture;
  const parts = useMemo(() => {
    const state = new CanvasState();
    const sheet = new SheetStore({
      procedure: session.procedure,
      toLayout: layoutCanvas,
      onFrame: (draw) => requestAnimationFrame(draw),
    });
    const commands = new CanvasCommands({
      session,
      state,
      texts: { newActor: (number) => texts.current('newActor', { number }) },
      onRejected: (code) =>
        notifications.show({ message: texts.current(`rejected.${toRejectionKey(code)}`) }),
      onUnpasted: (why) => notifications.show({ message: texts.current(`unpasted.${why}`) }),
      ...(canCopy && {
        onCopyPicture: async (symbols) => {
          const { toCanvasScene } = await import('#core/export/canvasScene.ts');
          const scene = toCanvasScene(session.procedure.get(), sheet.get().layout, symbols);
          if (scene) copy.current?.(scene);
        },
      }),
    });
    return { state, sheet, commands };
  }, [session, canCopy]);
  return (
    <CanvasContext value={parts}>
      <ReactFlowProvider>
        <Sheet />
      </ReactFlowProvider>
    </CanvasContext>
  );
}
