import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useMemo,
  useRef,
} from 'react';
import { flushSync } from 'react-dom';
import type { Point } from '#core/layout/geometry.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { runKey } from './keymap.ts';
import type { PlacedCell } from './moves.ts';
import type { PageModel } from './pageModel.ts';
import { findPointedAt } from './pointedAt.ts';
import { useTable } from './tableContext.ts';

interface DeskEvents {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onCopy: (event: ClipboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}

/** Pointer, keyboard and clipboard on the cells, in one place for all of them. */
export function useDeskEvents(
  pages: readonly PageModel[],
  scale: number,
  cells: RefObject<readonly PlacedCell[]>,
): DeskEvents {
  const { commands, chart } = useTable();
  const canEdit = useCanEdit();
  const now = useRef({ pages, scale, canEdit });
  now.current = { pages, scale, canEdit };
  return useMemo(() => {
    const at = ({ target }: { readonly target: EventTarget }) => findCell(target, cells.current);
    return {
      onFocus: (event) => {
        const found = at(event);
        if (found) commands.enter(found.cell);
      },
      onClick: (event) => {
        const found = at(event);
        if (!found) return;
        const { clientX, clientY } = event;
        const { kind } = found.cell.subject;
        if (kind === 'place' || kind === 'number') {
          const pointed = toPointed(event, found, now.current);
          commands.selectIn(found.cell, pointed);
          if (kind === 'place' && pointed?.kind !== 'flow' && now.current.canEdit)
            chart.openPanel(found.cell);
        } else if (now.current.canEdit) commands.edit(found.cell, { clientX, clientY });
      },
      onDoubleClick: (event) => {
        const found = at(event);
        const pointed = found && toPointed(event, found, now.current);
        if (pointed && now.current.canEdit) commands.editShape(pointed);
      },
      onKeyDown: (event) => {
        const { canEdit } = now.current;
        pressKey(event, at(event), { commands, chart, canEdit });
      },
      onCopy: (event) => {
        const subject = at(event)?.cell.subject;
        if (subject?.kind !== 'text') return;
        event.clipboardData.setData('text/plain', subject.text);
        event.preventDefault();
      },
      onPaste: (event) => {
        if (!at(event) || !now.current.canEdit) return;
        commands.paste(event.clipboardData.getData('text/plain'));
        event.preventDefault();
      },
    };
  }, [commands, chart, cells]);
}

function pressKey(
  event: KeyboardEvent<HTMLElement>,
  found: PlacedCell | undefined,
  options: Omit<Parameters<typeof runKey>[1], 'cell'>,
): void {
  if (!found || event.defaultPrevented || event.nativeEvent.isComposing) return;
  // At once, so that the letter that opens a field is typed into it.
  const isDone = flushSync(() => runKey(event, { cell: found.cell, ...options }));
  if (isDone) event.preventDefault();
}

/** The cell itself that an event is about; not the fields and buttons over the pages. */
function findCell(target: EventTarget, cells: readonly PlacedCell[]): PlacedCell | undefined {
  const key = target instanceof Element ? target.getAttribute('data-key') : null;
  return key === null ? undefined : cells.find(({ cell }) => cell.key === key);
}

function toPointed(
  event: MouseEvent<HTMLElement>,
  { page, cell }: PlacedCell,
  { pages, scale }: { readonly pages: readonly PageModel[]; readonly scale: number },
): Selected | undefined {
  const layout = pages[page]?.layout;
  if (!layout || !(event.target instanceof Element)) return undefined;
  const frame = event.target.getBoundingClientRect();
  const point: Point = [
    cell.x + (event.clientX - frame.left) / scale,
    cell.y + (event.clientY - frame.top) / scale,
  ];
  return findPointedAt(layout, point);
}
