import { useStore } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import type { CanvasLayout } from '#core/layout/geometry.ts';
import { usePeers } from '#session/react/hooks.ts';
import type { Peer, Selected } from '#session/session.ts';
import { useLayout, useSheet } from './canvasContext.ts';
import { Ghost } from './Ghost.tsx';
import { findBand } from './marks.ts';
import { toSymbolPath } from './paths.ts';

/** A cursor that has not moved for so long is hidden. */
const idleMs = 8000;

/** The others: what they selected, write in or drag, in their colours. */
export function PeerMarks() {
  const zoom = useStore(({ transform }) => transform[2]);
  const layout = useLayout();
  return usePeers().map((peer) => (
    <g key={peer.clientId} className="canvasPeer" style={{ color: peer.color }}>
      {toMarked(layout, peer).map((selected) => (
        <PeerMark key={selected.id} peer={peer} selected={selected} zoom={zoom} />
      ))}
      {peer.drag && <Ghost symbol={peer.drag.symbol} at={[peer.drag.x, peer.drag.y]} />}
    </g>
  ));
}

interface PeerMarkProps {
  readonly peer: Peer;
  readonly selected: Selected;
  readonly zoom: number;
}

function PeerMark({ peer, selected, zoom }: PeerMarkProps) {
  const layout = useLayout();
  const symbol = useSheet(({ symbols }) => symbols.get(selected.id));
  const connector = useSheet(({ connectors }) => connectors.get(selected.id));
  if (selected.kind === 'flow' && connector) {
    const points = connector.points.map(([x, y]) => `${x},${y}`).join(' ');
    return <polyline className="canvasPeerFlow" points={points} />;
  }
  const box = symbol ?? findBand(layout, selected);
  if (!box) return null;
  const { x, y, width, height } = box;
  return (
    <>
      {symbol ? (
        <path className="canvasPeerOutline" d={toSymbolPath(symbol.kind, symbol, 4.5 / zoom)} />
      ) : (
        <rect className="canvasPeerOutline" x={x} y={y} width={width} height={height} rx={2} />
      )}
      <text
        className="canvasPeerName"
        x={x}
        y={y - 8 / zoom}
        fontSize={11 / zoom}
        strokeWidth={3 / zoom}
      >
        {peer.editing ? `${peer.name} ✎` : peer.name}
      </text>
    </>
  );
}

/** The others' pointers with their names. */
export function PeerCursors() {
  const zoom = useStore(({ transform }) => transform[2]);
  return usePeers().map((peer) => <PeerCursor key={peer.clientId} peer={peer} zoom={zoom} />);
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

/** What somebody selected, and what they write in when that is something else (in the table). */
function toMarked(layout: CanvasLayout, { selection, editing }: Peer): readonly Selected[] {
  const written = editing && findWritten(layout, editing);
  if (!written || selection.some(({ id }) => id === written.id)) return selection;
  return [...selection, written];
}

function findWritten(layout: CanvasLayout, target: TextTarget): Selected | undefined {
  switch (target.of) {
    case 'step': {
      const box = layout.symbols.find(({ step }) => step === target.step);
      return box ? { kind: 'symbol', id: box.symbol } : { kind: 'step', id: target.step };
    }
    case 'symbol':
      return { kind: 'symbol', id: target.symbol };
    case 'actor':
    case 'group':
      return { kind: 'actor', id: target.actor };
    case 'label':
      return { kind: 'flow', id: target.flow };
    default:
      return undefined;
  }
}
