import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { moveDivider, toDividerShare } from './dividerShare.ts';
import './SplitView.css';

export interface SplitViewProps {
  /** Either may be absent; the other then fills the place. */
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly dividerLabel: string;
}

const storageKey = 'alur.divider';

/** Two panes with a divider that can be dragged or moved by keys; one above the other when narrow. */
export function SplitView({ first, second, dividerLabel }: SplitViewProps) {
  const frameRef = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => toDividerShare(localStorage.getItem(storageKey) ?? ''));
  const isStacked = useMediaQuery('(max-width: 50em)') ?? false;
  const isSplit = Boolean(first) && Boolean(second);

  function keep(next: number): void {
    setShare(next);
    localStorage.setItem(storageKey, String(next));
  }

  function drag(event: PointerEvent<HTMLDivElement>): void {
    const frame = frameRef.current?.getBoundingClientRect();
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    keep(
      toDividerShare(
        isStacked
          ? (event.clientY - frame.top) / frame.height
          : (event.clientX - frame.left) / frame.width,
      ),
    );
  }

  function press(event: KeyboardEvent): void {
    const next = moveDivider(share, event.key);
    if (next === undefined) return;
    event.preventDefault();
    keep(next);
  }

  return (
    <div className={isStacked ? 'splitView isStacked' : 'splitView'} ref={frameRef}>
      {first && (
        <div
          key="first"
          className="splitPane"
          style={isSplit ? { flex: `${share} 1 0` } : undefined}
        >
          {first}
        </div>
      )}
      {isSplit && (
        // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be a focusable window splitter.
        <div
          key="divider"
          className="splitDivider"
          role="separator"
          tabIndex={0}
          aria-label={dividerLabel}
          aria-orientation={isStacked ? 'horizontal' : 'vertical'}
          aria-valuenow={Math.round(share * 100)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onDoubleClick={() => keep(0.5)}
          onKeyDown={press}
        />
      )}
      {second && (
        <div
          key="second"
          className="splitPane"
          style={isSplit ? { flex: `${1 - share} 1 0` } : undefined}
        >
          {second}
        </div>
      )}
    </div>
  );
}
