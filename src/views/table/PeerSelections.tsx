import { memo, useEffect, useState } from 'react';
import { type PeerSelection, usePeerSelections } from '#session/react/usePeerSelections.ts';
import { type Mark, toMarks } from './marks.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';

interface PeerSelectionsProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** Who selects nothing else for so long is no longer shown, in ms. */
const idleMs = 30_000;

/** What the others have selected, framed in their colours. */
export function PeerSelections({ pages, placement }: PeerSelectionsProps) {
  const selections = usePeerSelections();
  return selections.map((peer) => (
    <PeerFrames key={peer.clientId} peer={peer} pages={pages} placement={placement} />
  ));
}

interface PeerFramesProps extends PeerSelectionsProps {
  readonly peer: PeerSelection;
}

const PeerFrames = memo(function PeerFrames({ peer, pages, placement }: PeerFramesProps) {
  const isIdle = useIsIdle(JSON.stringify(peer.selection));
  if (isIdle) return null;
  return pages.flatMap(({ layout }, index) => {
    const sheet = placement.pages[index];
    const marks = sheet ? toMarks(layout, peer.selection) : [];
    // Of a symbol its row is marked as well; the smaller frame says enough.
    const isSymbol = marks.some(({ kind }) => kind === 'symbol');
    return marks
      .filter(({ kind }) => !isSymbol || kind !== 'row')
      .map((mark, nth) => {
        const box = toBox(mark);
        const { scale } = placement;
        return (
          sheet && (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
              key={`${index}:${mark.key}`}
              className="tablePeer tablePeerSelection"
              style={{
                left: sheet.x + box.x * scale,
                top: sheet.y + box.y * scale,
                width: box.width * scale,
                height: box.height * scale,
                color: peer.color,
              }}
              aria-hidden="true"
            >
              {nth === 0 && (
                <span className="tablePeerName" style={{ background: peer.color }}>
                  {peer.name}
                </span>
              )}
            </div>
          )
        );
      });
  });
});

/** A frame of an arrow is that around its whole way. */
function toBox(mark: Mark) {
  if (mark.kind !== 'line') return mark.box;
  const xs = mark.points.map(([x]) => x);
  const ys = mark.points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs) - 2, Math.min(...ys) - 2];
  return { x, y, width: Math.max(...xs) - x + 2, height: Math.max(...ys) - y + 2 };
}

/** True once `sign` has been the same for a while. */
function useIsIdle(sign: string): boolean {
  const [idle, setIdle] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setIdle(sign), idleMs);
    return () => {
      clearTimeout(timer);
      setIdle(undefined);
    };
  }, [sign]);
  return idle === sign;
}
