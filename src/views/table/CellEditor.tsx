import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '#core/model/limits.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { toTargetKey } from '#session/targetKey.ts';
import { type EditPlace, findEditPlace } from './editPlace.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import type { TableCommands } from './TableCommands.ts';
import { useTable, useTableUi } from './tableContext.ts';
import type { Editing } from './tableState.ts';
import { toLabel } from './useCellName.ts';

interface CellEditorProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** The field that lies over a cell while its text is typed. It outlives the cell's move to another page. */
export function CellEditor({ pages, placement }: CellEditorProps) {
  const editing = useTableUi((ui) => ui.editing);
  const place = editing && findEditPlace(pages, editing);
  const sheet = place && placement.pages[place.page];
  if (!editing || !place || !sheet) return null;
  return (
    <div className="tableEditorLayer" style={{ left: sheet.x, top: sheet.y }}>
      <CellTextarea key={toTargetKey(editing.target)} editing={editing} place={place} />
    </div>
  );
}

interface CellTextareaProps {
  readonly editing: Editing;
  readonly place: EditPlace;
}

function CellTextarea({ editing, place }: CellTextareaProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  const { target, key, caret } = editing;
  const { props, text, revert } = useTextField<HTMLTextAreaElement>(target);
  const { ref } = props;
  const number = useProcedure(({ steps }) =>
    target.of === 'step' ? steps.findIndex(({ id }) => id === target.step) + 1 : undefined,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret counts only when it opens.
  useLayoutEffect(() => {
    if (ref.current) takeKeyboard(ref.current, caret);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows text and place.
  useLayoutEffect(() => {
    if (ref.current) fitHeight(ref.current, place.box.height);
  }, [text, place]);

  useEffect(() => {
    if (text === undefined) commands.leave(key);
  }, [text, commands, key]);

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const action = event.nativeEvent.isComposing ? undefined : toAction(event);
    if (!action) return;
    event.preventDefault();
    if (action === 'cancel') revert();
    runAction(action, commands);
  }

  return (
    <textarea
      {...props}
      className="tableEditor"
      aria-label={toLabel(target, number, t)}
      rows={1}
      maxLength={limits.maxTextLength}
      spellCheck={false}
      style={toStyle(place)}
      onKeyDown={press}
      onBlur={() => {
        props.onBlur();
        commands.leave(key);
      }}
    />
  );
}

type EditorAction = 'cancel' | 'commit' | 'add' | 'next' | 'previous';

function toAction({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): EditorAction | undefined {
  if (key === 'Escape') return 'cancel';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  if (key !== 'Enter' || shiftKey) return undefined;
  return ctrlKey || metaKey ? 'add' : 'commit';
}

function runAction(action: EditorAction, commands: TableCommands): void {
  switch (action) {
    case 'cancel':
      commands.finish('stay');
      break;
    case 'commit':
      commands.finish('below');
      break;
    case 'add':
      commands.addBelow();
      break;
    case 'next':
      commands.editNext(1);
      break;
    case 'previous':
      commands.editNext(-1);
      break;
  }
}

function toStyle({ box, style }: EditPlace): CSSProperties {
  const { size, weight, lineHeight, align, padTop, padLeft, padRight } = style;
  return {
    left: box.x,
    top: box.y,
    width: box.width,
    padding: `${padTop}px ${padRight}px 1px ${padLeft}px`,
    fontSize: size,
    fontWeight: weight === 'bold' ? 700 : 400,
    lineHeight: `${lineHeight}px`,
    textAlign: align,
  };
}

function takeKeyboard(field: HTMLTextAreaElement, caret: Editing['caret']): void {
  field.focus({ preventScroll: true });
  if (caret === 'all') {
    field.select();
    return;
  }
  const end = field.value.length;
  const offset = caret === 'end' ? end : (findOffset(field, caret) ?? end);
  field.setSelectionRange(offset, offset);
}

/** Between which letters the pointer is; undefined where a browser cannot say. */
function findOffset(
  field: HTMLTextAreaElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): number | undefined {
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  return position?.offsetNode === field ? position.offset : undefined;
}

function fitHeight(field: HTMLTextAreaElement, least: number): void {
  field.style.height = '0';
  field.style.height = `${Math.max(least, field.scrollHeight)}px`;
}
