import type { Box, PageLayout } from '#core/layout/geometry.ts';
import { useSelection } from '#session/react/hooks.ts';
import { toMarks } from './marks.ts';

interface SheetMarksProps {
  readonly layout: PageLayout;
}

/** What is selected, as marker strokes under the print. */
export function SheetMarks({ layout }: SheetMarksProps) {
  const selection = useSelection();
  const marks = toMarks(layout, selection);
  if (marks.length === 0) return null;
  return (
    <svg className="tableMarks" viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {marks.map((mark) =>
        mark.kind === 'line' ? (
          <polyline
            key={mark.key}
            className="tableMarkLine"
            points={mark.points.map((point) => point.join(',')).join(' ')}
          />
        ) : (
          <rect
            key={mark.key}
            className={`tableMark-${mark.kind}`}
            {...grown(mark.box, mark.kind)}
          />
        ),
      )}
    </svg>
  );
}

/** A symbol's mark shows around it. */
function grown(
  { x, y, width, height }: Box,
  kind: 'row' | 'symbol' | 'column',
): Box & { rx: number } {
  const by = kind === 'symbol' ? 3 : 0;
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by, rx: by };
}
