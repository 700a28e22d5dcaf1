import { type CoordinateExtent, ReactFlow, ViewportPortal } from '@xyflow/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { useCanEdit, useDerived, useProcedure } from '#session/react/hooks.ts';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { useCanvasUi } from './canvasContext.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { LaneHeads } from './LaneHeads.tsx';
import { LaneLayer } from './LaneLayer.tsx';
import { Minimap } from './Minimap.tsx';
import { Overlay } from './Overlay.tsx';
import { PeerCursors, PeerMarks } from './PeerLayer.tsx';
import { RowHeads } from './RowHeads.tsx';
import { SelectionTools } from './SelectionTools.tsx';
import { SymbolLayer } from './SymbolLayer.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useKeyboard } from './useKeyboard.ts';
import { usePointer } from './usePointer.ts';
import { useSheetView } from './useSheetView.ts';

/** React Flow gives the movable view; everything in it is ours, in one drawing. */
export function Sheet() {
  const { t } = useTranslation('canvas');
  const layout = useDerived(layoutCanvas);
  const isEmpty = useProcedure(({ steps }) => steps.length === 0);
  const canEdit = useCanEdit();
  const tool = useCanvasUi((ui) => ui.tool);
  const gesture = useCanvasUi((ui) => ui.gesture?.type);
  const isMinimapShown = useCanvasUi((ui) => ui.isMinimapShown);
  const ref = useRef<HTMLDivElement>(null);
  const { fit } = useSheetView(layout, ref);
  const onKeyDown = useKeyboard(layout, fit);
  const pointer = usePointer(layout);
  const isHand = tool === 'hand' || !canEdit;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys reach it from the parts inside.
    <div
      ref={ref}
      className={`canvas${isHand ? ' hand' : ''}${gesture ? ` ${gesture}` : ''}`}
      onKeyDown={onKeyDown}
    >
      <ReactFlow
        aria-label={t('canvasName')}
        tabIndex={0}
        {...settings}
        {...pointer}
        noPanClassName={isHand ? 'nopanEver' : 'nopan'}
      >
        <ViewportPortal>
          <svg className="canvasDrawing" width={layout.width} height={layout.height}>
            <title>{t('canvasName')}</title>
            <LaneLayer layout={layout} />
            <FlowLayer layout={layout} />
            <SymbolLayer layout={layout} />
            <PeerMarks layout={layout} />
            <Overlay layout={layout} />
          </svg>
          <SelectionTools layout={layout} />
          <TextEditor layout={layout} />
          <PeerCursors />
        </ViewportPortal>
      </ReactFlow>
      <RowHeads layout={layout} />
      <LaneHeads layout={layout} />
      {isEmpty && <EmptyCanvas />}
      {isMinimapShown && !isEmpty && <Minimap layout={layout} />}
      <CanvasToolbar onFit={fit} />
      <CanvasMenu />
    </div>
  );
}

const noNodes: [] = [];
const everywhere: CoordinateExtent = [
  [-4000, -4000],
  [1e6, 1e6],
];

const settings = {
  nodes: noNodes,
  edges: noNodes,
  minZoom: 0.1,
  maxZoom: 3,
  panOnDrag: [0, 1],
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
  proOptions: { hideAttribution: true },
};
