import { useFoundTexts } from '#session/react/foundTexts.ts';
import { useSession } from '#session/react/hooks.ts';
import { toFoundBoxes } from './foundBoxes.ts';
import type { PageModel } from './pageModel.ts';

/** What is looked for, as a marker pen would show it; stronger where one has gone to. */
export function FoundMarks({ model }: { readonly model: PageModel }) {
  const { matches, current } = useFoundTexts();
  const session = useSession();
  if (matches.length === 0) return null;
  const { width, height } = model.layout;
  return (
    <svg className="tableFound" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {toFoundBoxes(model, matches, session.procedure.get()).map(({ match, box }) => (
        <rect
          key={`${box.x} ${box.y} ${match.at}`}
          data-current={match === current || undefined}
          x={box.x - 0.5}
          y={box.y}
          width={box.width + 1}
          height={box.height}
          rx={1}
        />
      ))}
    </svg>
  );
}
