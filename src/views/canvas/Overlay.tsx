import { useStore } from '@xyflow/react';
import { useCanEdit, useSelection } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { useCanvasUi, useLayout, useSheet } from './canvasContext.ts';
import { FlowHandles } from './FlowHandles.tsx';
import { GestureMarks } from './GestureMarks.tsx';
import { Handle } from './Handle.tsx';
import { findBand } from './marks.ts';
import { toEdgeMiddles, toSymbolPath } from './paths.ts';

/** Selection, handles and what a drag would do: everything of mine that is not the procedure. */
export function Overlay() {
  const zoom = useStore(({ transform }) => transform[2]);
  const isDragging = useCanvasUi(({ gesture }) => gesture !== null);
  const selection = useSelection();
  return (
    <g className="canvasOverlay">
      {selection.map((selected) => (
        <SelectionMark key={selected.id} selected={selected} zoom={zoom} />
      ))}
      {isDragging ? <GestureMarks zoom={zoom} /> : <Handles zoom={zoom} />}
    </g>
  );
}

interface SelectionMarkProps {
  readonly selected: Selected;
  readonly zoom: number;
}

function SelectionMark({ selected, zoom }: SelectionMarkProps) {
  const layout = useLayout();
  const box = useSheet(({ symbols }) => symbols.get(selected.id));
  if (selected.kind === 'symbol')
    return box ? (
      <path className="canvasSelected" d={toSymbolPath(box.kind, box, 3 / zoom)} />
    ) : null;
  const band = findBand(layout, selected);
  return band ? <rect className="canvasSelected band" {...band} rx={2} /> : null;
}

/** Dots to draw arrows from, at the symbol that is pointed at; and the grips of a selected arrow. */
function Handles({ zoom }: { readonly zoom: number }) {
  const canEdit = useCanEdit();
  const hovered = useCanvasUi((ui) => ui.hovered);
  const isQuiet = useCanvasUi(({ editing, tool }) => editing !== null || tool === 'hand');
  const selection = useSelection();
  const selected = selection.length === 1 ? selection[0] : undefined;
  const symbol = hovered ?? (selected?.kind === 'symbol' ? selected.id : '');
  const flow = selected?.kind === 'flow' ? selected.id : '';
  const box = useSheet(({ symbols }) => symbols.get(symbol));
  if (!canEdit || isQuiet) return null;
  return (
    <>
      {box &&
        toEdgeMiddles(box).map((at) => (
          <Handle key={at.join(' ')} at={at} zoom={zoom} data-handle={symbol} />
        ))}
      {flow && <FlowHandles flow={flow} zoom={zoom} />}
    </>
  );
}
