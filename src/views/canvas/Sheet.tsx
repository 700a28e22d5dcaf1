import {
  type CoordinateExtent,
  ReactFlow,
  type ReactFlowProps,
  type Viewport,
  ViewportPortal,
} from '@xyflow/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { useOfferedCommands } from '#ui/commands/commandBoard.ts';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { ConnectPicker } from './ConnectPicker.tsx';
import { useCanvasUi, useLayout } from './canvasContext.ts';
import { canvasCommands } from './commandList.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { LaneHeads } from './LaneHeads.tsx';
import { LaneLayer } from './LaneLayer.tsx';
import { Minimap } from './Minimap.tsx';
import { Outline } from './Outline.tsx';
import { Overlay } from './Overlay.tsx';
import { PeerCursors, PeerMarks } from './PeerLayer.tsx';
import { RoutePanel } from './RoutePanel.tsx';
import { RowHeads } from './RowHeads.tsx';
import { SelectionTools } from './SelectionTools.tsx';
import { SuggestionPins } from './SuggestionPins.tsx';
import { SymbolLayer } from './SymbolLayer.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useCanvasContext } from './useCanvasContext.ts';
import { useClipboard } from './useClipboard.ts';
import { useFocus } from './useFocus.ts';
import { useIsMinimapShown } from './useIsMinimapShown.ts';
import { useKeyboard } from './useKeyboard.ts';
import { useLightMotion } from './useLightMotion.ts';
import { usePointer } from './usePointer.ts';
import { useSheetView } from './useSheetView.ts';
import { useViewportStyle } from './useViewportStyle.ts';

/** React Flow gives the movable view; everything in it is ours, in one drawing. */
export function Sheet() {
  const { t } = useTranslation('canvas');
  const isEmpty = useProcedure(({ steps }) => steps.length === 0);
  const hasLanes = useProcedure(({ actors }) => actors.length > 0);
  const canEdit = useCanEdit();
  const isHand = useCanvasUi(({ tool }) => tool === 'hand') || !canEdit;
  const isMinimapShown = useIsMinimapShown();
  const ref = useRef<HTMLDivElement>(null);
  const view = useSheetView();
  const toContext = useCanvasContext(view);
  const onKeyDown = useKeyboard(toContext);
  useOfferedCommands(canvasCommands, toContext);
  const onFocus = useFocus(ref);
  useClipboard(ref);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys reach it from the parts inside.
    <div
      ref={ref}
      className={isHand ? 'canvas hand' : 'canvas'}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <ReactFlow
        aria-label={t('canvasName')}
        tabIndex={0}
        {...settings}
        panOnDrag={isHand ? anyButton : middleButton}
        {...usePointer()}
        onMove={useLightMotion(ref)}
        noPanClassName={isHand ? 'nopanEver' : 'nopan'}
      >
        <ViewportPortal>
          {hasLanes && (
            <>
              <Drawing />
              <Marks />
              <RowHeads />
              <LaneHeads />
            </>
          )}
          <SelectionTools />
          <TextEditor />
          <PeerCursors />
          <SuggestionPins />
        </ViewportPortal>
      </ReactFlow>
      {isEmpty && <EmptyCanvas />}
      {isMinimapShown && !isEmpty && <Minimap />}
      <CanvasToolbar onFit={view.fit} />
      <RoutePanel />
      <Outline />
      <ConnectPicker />
      <CanvasMenu toContext={toContext} />
      <Shield />
    </div>
  );
}

function Drawing() {
  const { t } = useTranslation('canvas');
  const { width, height } = useLayout();
  const ref = useRef<SVGSVGElement>(null);
  useViewportStyle(ref, widenHits);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset.
    <svg
      ref={ref}
      className="canvasDrawing"
      role="group"
      aria-label={t('drawingName')}
      width={width}
      height={height}
    >
      <LaneLayer />
      <FlowLayer />
      <SymbolLayer />
    </svg>
  );
}

/**
 * An arrow is hit within 11 px across, or a little less: the width changes in steps, since each change
 * restyles the whole drawing.
 */
function widenHits(style: CSSStyleDeclaration, { zoom }: Viewport): void {
  const step = 2 ** (Math.ceil(Math.log2(zoom) * 2) / 2);
  style.setProperty('--hit', `${(11 / step).toFixed(2)}px`);
}

/** A drawing of its own: what moves here does not repaint the symbols and arrows below. */
function Marks() {
  const { width, height } = useLayout();
  return (
    <svg className="canvasDrawing marks" width={width} height={height} aria-hidden="true">
      <PeerMarks />
      <Overlay />
    </svg>
  );
}

function Shield() {
  const look = useCanvasUi(({ gesture }) =>
    gesture?.type === 'route' ? `route ${gesture.part}` : gesture?.type,
  );
  return look ? <div className={`canvasShield ${look}`} /> : null;
}

const anyButton = [0, 1];
/** The first button draws a frame, or drags what it holds. */
const middleButton = [1];
const noNodes: [] = [];
const everywhere: CoordinateExtent = [
  [-4000, -4000],
  [1e6, 1e6],
];

const settings: ReactFlowProps = {
  nodes: noNodes,
  edges: noNodes,
  minZoom: 0.1,
  maxZoom: 3,
  panOnScroll: true,
  zoomOnDoubleClick: false,
  translateExtent: everywhere,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: 'Space',
  elementsSelectable: false,
  nodesDraggable: false,
  nodesConnectable: false,
  disableKeyboardA11y: true,
  attributionPosition: 'bottom-left',
};
