import { useStore } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Box, CanvasLayout } from '#core/layout/geometry.ts';
import { usePeers } from '#session/react/hooks.ts';
import type { Peer, Selected } from '#session/session.ts';
import { toSymbolPath } from './paths.ts';
import { Ghost } from './Overlay.tsx';

/** A cursor that has not moved for so long is hidden. */
const idleMs = 6000;

interface PeerLayerProps {
  readonly layout: CanvasLayout;
}

/** The others: what they selected and what they drag, in their colours. */
export function PeerMarks({ layout }: PeerLayerProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  return usePeers().map((peer) => (
    <g key={peer.clientId} className="canvasPeer" style={{ color: peer.color }} aria-hidden="true">
      {peer.selection.map((selected) => (
        <PeerSelection key={selected.id} peer={peer} selected={selected} layout={layout} zoom={zoom} />
      ))}
      {peer.drag && (
        <Ghost layout={layout} symbol={peer.drag.symbol} at={[peer.drag.x, peer.drag.y]} />
      )}
    </g>
  ));
}

/** The others' pointers with their names. */
export function PeerCursors() {
  const zoom = useStore(({ transform }) => transform[2]);
  return usePeers().map((peer) => <PeerCursor key={peer.clientId} peer={peer} zoom={zoom} />);
}

interface PeerSelectionProps extends PeerLayerProps {
  readonly peer: Peer;
  readonly selected: Selected;
  readonly zoom: number;
}

function PeerSelection({ peer, selected, layout, zoom }: PeerSelectionProps) {
  if (selected.kind === 'flow') {
    const connector = layout.connectors.find(({ flow }) => flow === selected.id);
    const points = connector?.points.map(([x, y]) => `${x},${y}`).join(' ');
    return points ? <polyline className="canvasPeerFlow" points={points} /> : null;
  }
  const symbol =
    selected.kind === 'symbol'
      ? layout.symbols.find((box) => box.symbol === selected.id)
      : undefined;
  const box = symbol ?? toBand(layout, selected);
  if (!box) return null;
  return (
    <>
      {symbol ? (
        <path className="canvasPeerOutline" d={toSymbolPath(symbol.kind, symbol, 4.5 / zoom)} />
      ) : (
        <rect className="canvasPeerOutline" {...toRect(box)} rx={2} />
      )}
      <text
        className="canvasPeerName"
        x={box.x}
        y={box.y - 7 / zoom}
        fontSize={10.5 / zoom}
        strokeWidth={3 / zoom}
      >
        {peer.name}
      </text>
    </>
  );
}

function PeerCursor({ peer, zoom }: { readonly peer: Peer; readonly zoom: number }) {
  const isIdle = useIsIdle(peer.cursor);
  if (!peer.cursor || isIdle) return null;
  const { x, y } = peer.cursor;
  return (
    <div
      className="canvasCursor"
      style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})`, color: peer.color }}
      aria-hidden="true"
    >
      <svg width={18} height={20} viewBox="0 0 18 20" role="presentation">
        <path d="M2 1.5 15.5 9.2 9 10.8 5.7 17z" />
      </svg>
      <span>{peer.name}</span>
    </div>
  );
}

function useIsIdle(cursor: Peer['cursor']): boolean {
  const [idle, setIdle] = useState<Peer['cursor']>(null);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(cursor), idleMs);
    return () => clearTimeout(timer);
  }, [cursor]);
  return idle === cursor;
}

function toBand(layout: CanvasLayout, { kind, id }: Selected): Box | undefined {
  const left = layout.numberWidth;
  const row = kind === 'step' ? layout.rows.find(({ step }) => step === id) : undefined;
  if (row) return { x: left, y: row.y, width: layout.width - left, height: row.height };
  const column =
    kind === 'actor' ? layout.columns.find(({ actor }) => actor === id) : undefined;
  const { headHeight: y, height } = layout;
  return column && { x: column.x, y, width: column.width, height: height - y };
}

function toRect({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}
