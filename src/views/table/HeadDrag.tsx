import { type RefObject, useEffect, useRef, useState } from 'react';
import { useCanEdit } from '#session/react/hooks.ts';
import { type Drag, DragMarks } from './DragMarks.tsx';
import { followPress } from './followPress.ts';
import { type Dragged, findHeadDrop } from './headDrop.ts';
import type { PlacedCell } from './moves.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTable } from './tableContext.ts';
import { watchEdge } from './watchEdge.ts';

interface HeadDragProps {
  readonly deskRef: RefObject<HTMLElement | null>;
  readonly cells: RefObject<readonly PlacedCell[]>;
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** Takes a row by its number, or a column by its actor's name, to another place. */
export function HeadDrag(props: HeadDragProps) {
  const { deskRef, pages, placement } = props;
  const { commands, chart } = useTable();
  const canEdit = useCanEdit();
  const [drag, setDrag] = useState<Drag>();
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  useEffect(() => {
    const desk = deskRef.current;
    if (!desk || !canEdit) return;
    let end: (() => void) | undefined;
    const press = (event: PointerEvent) => {
      const dragged = findDragged(event, now.current.cells.current);
      if (!dragged || event.button !== 0) return;
      let last: Drag | undefined;
      const show = (next: Drag | undefined) => {
        last = next;
        setDrag(next);
      };
      const edge = watchEdge(desk, (at) =>
        show({ dragged, drop: findHeadDrop(dragged, now.current, at), at }),
      );
      end = followPress(event, {
        onStart: edge.start,
        onMove: edge.move,
        onDrop: () => {
          if (!last?.drop) return;
          if (dragged.kind === 'step') commands.placeStep(dragged.id, last.drop.place);
          else chart.placeActor(dragged.id, last.drop.place);
        },
        onEnd: () => {
          edge.stop();
          show(undefined);
        },
      });
    };
    desk.addEventListener('pointerdown', press);
    return () => {
      desk.removeEventListener('pointerdown', press);
      end?.();
    };
  }, [deskRef, canEdit, commands, chart]);
  return drag ? <DragMarks drag={drag} pages={pages} placement={placement} /> : null;
}

/** What a press is about: the number of a row, the name of an actor, or the button beside either. */
function findDragged({ target, pointerType }: PointerEvent, cells: readonly PlacedCell[]) {
  if (!(target instanceof Element)) return undefined;
  const grip = target.closest('[data-drags]');
  const key = (grip ?? target).getAttribute(grip ? 'data-drags' : 'data-key');
  // A finger on the page itself scrolls it; the button is the finger's grip.
  if (key === null || (!grip && pointerType === 'touch')) return undefined;
  return toDragged(cells.find(({ cell }) => cell.key === key));
}

function toDragged(placed: PlacedCell | undefined): Dragged | undefined {
  const { subject, step } = placed?.cell ?? {};
  if (subject?.kind === 'number' && step !== undefined) return { kind: 'step', id: step };
  return subject?.kind === 'text' && subject.target.of === 'actor'
    ? { kind: 'actor', id: subject.target.actor }
    : undefined;
}
