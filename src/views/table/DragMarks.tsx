import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import type { Dragged, HeadDrop } from './headDrop.ts';
import { findColumnBox, findRowBox } from './marks.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import './DragMarks.css';

/** A row or a column on its way. */
export interface Drag {
  readonly dragged: Dragged;
  readonly drop: HeadDrop | undefined;
  /** Where the pointer is on the desk, in CSS px. */
  readonly at: { readonly x: number; readonly y: number };
}

interface DragMarksProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
  readonly drag: Drag;
}

/** What is on its way, where it comes from, and the line where it would land. */
export function DragMarks({ drag: { dragged, drop, at }, pages, placement }: DragMarksProps) {
  const { t } = useTranslation('table');
  const procedure = useProcedure(toItself);
  const { number, name } = toNameOf(procedure, dragged);
  return (
    <>
      {findSources(dragged, pages, placement).map((style) => (
        <div key={style.top} className="dragSource" style={style} />
      ))}
      {drop && (
        <div
          className="dragLine"
          data-axis={drop.line.width > 0 ? 'across' : 'down'}
          style={{
            left: drop.line.x,
            top: drop.line.y,
            width: drop.line.width,
            height: drop.line.height,
          }}
        />
      )}
      <div className="dragGhost" style={{ left: at.x, top: at.y }}>
        {dragged.kind === 'step' && <b>{t('cell.step', { number })}</b>}
        <span>{name}</span>
      </div>
    </>
  );
}

/** Its present place on each page, on the desk. */
function findSources(
  { kind, id }: Dragged,
  pages: readonly PageModel[],
  { pages: sheets, scale }: Placement,
) {
  const findBox = kind === 'step' ? findRowBox : findColumnBox;
  return pages.flatMap(({ layout }, index) => {
    const [sheet, box] = [sheets[index], findBox(layout, id)];
    if (!sheet || !box) return [];
    return [
      {
        left: sheet.x + box.x * scale,
        top: sheet.y + box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
      },
    ];
  });
}

interface DraggedName {
  readonly number: number;
  readonly name: string;
}

function toNameOf({ steps, actors }: Procedure, { kind, id }: Dragged): DraggedName {
  const list = kind === 'step' ? steps : actors;
  const index = list.findIndex((each) => each.id === id);
  const name = kind === 'step' ? steps[index]?.activity : actors[index]?.name;
  return { number: index + 1, name: name ?? '' };
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
