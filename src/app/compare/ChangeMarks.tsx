import type { ChangePlace } from '#core/diff/changePlaces.ts';
import type { PageLayout } from '#core/layout/geometry.ts';

interface ChangeMarksProps {
  readonly layout: PageLayout;
  readonly places: readonly ChangePlace[];
  readonly picked: string | undefined;
}

/** What changed, as marker strokes under the print. */
export function ChangeMarks({ layout, places, picked }: ChangeMarksProps) {
  return (
    <svg
      className="compareMarks"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      {places.map((place) => (
        <Mark key={place.key} place={place} isPicked={place.entry === picked} />
      ))}
    </svg>
  );
}

function Mark({ place, isPicked }: { readonly place: ChangePlace; readonly isPicked: boolean }) {
  const look = {
    className: `compareMark-${place.kind}`,
    'data-sign': place.sign,
    'data-picked': isPicked || undefined,
  };
  if (place.kind === 'line')
    return <polyline {...look} points={place.points.map((point) => point.join(',')).join(' ')} />;
  // A symbol's mark shows around it.
  const by = place.kind === 'symbol' ? 3.5 : 0;
  const { x, y, width, height } = place.box;
  const box = { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
  return <rect {...look} {...box} rx={by} />;
}
