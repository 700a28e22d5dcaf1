import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import { limits } from '#core/model/limits.ts';
import { suggestFor } from '#core/words/suggestFor.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { useWords } from '#session/react/useWords.ts';
import { SuggestList } from '#ui/suggest/SuggestList.tsx';
import { useSuggest } from '#ui/suggest/useSuggest.ts';
import { runAction, toAction } from './editorKeys.ts';
import { toEditorStyle } from './editorStyle.ts';
import type { EditPlace } from './editPlace.ts';
import { useTable } from './tableContext.ts';
import type { Editing } from './tableState.ts';
import { toLabel } from './useCellName.ts';

interface CellTextareaProps {
  readonly target: TextTarget;
  readonly cellKey: string;
  readonly caret: Editing['caret'];
  readonly place: EditPlace;
}

/** A text typed where it is printed; every letter is in the procedure at once. */
export function CellTextarea({ target, cellKey, caret, place }: CellTextareaProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  const { props, text, revert } = useTextField<HTMLTextAreaElement>(target);
  const { ref } = props;
  const words = useWords();
  const suggest = useSuggest((typed, at) => suggestFor(target, typed, at, words()));
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
    if (text === undefined) commands.leave(cellKey);
  }, [text, commands, cellKey]);

  return (
    <>
      <textarea
        {...props}
        {...suggest.attributes}
        className="tableEditor"
        aria-label={toLabel(target, number, t)}
        rows={1}
        maxLength={limits.maxTextLength}
        spellCheck={false}
        style={toEditorStyle(place)}
        onInput={(event) => {
          props.onInput(event);
          suggest.look(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (suggest.pressKey(event)) {
            event.preventDefault();
            return;
          }
          const action = toAction(event);
          if (!action) return;
          event.preventDefault();
          if (action === 'cancel') revert();
          runAction(action, commands);
        }}
        onBlur={() => {
          props.onBlur();
          suggest.close();
          commands.leave(cellKey);
        }}
      />
      <SuggestList suggest={suggest} label={t('suggestions')} />
    </>
  );
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
