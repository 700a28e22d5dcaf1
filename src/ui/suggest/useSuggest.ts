import { type KeyboardEvent, useId, useState } from 'react';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** What could stand in place of a part of a text. */
export interface Suggestion {
  /** Where that part begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
}

/** A list that is open below its field. */
interface OpenSuggestions extends Suggestion {
  readonly field: Field;
  readonly listId: string;
  /** The option that Enter takes; -1: none, Enter means what it always does. */
  readonly chosen: number;
}

export interface SuggestProps {
  /** For the field. */
  readonly attributes: {
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-controls'?: string;
    readonly 'aria-activedescendant'?: string;
  };
  readonly open: OpenSuggestions | undefined;
  /** To be called after each input. */
  readonly look: (field: Field) => void;
  /** True when the key was for the list. */
  readonly pressKey: (event: KeyboardEvent) => boolean;
  readonly take: (option: string) => void;
  readonly close: () => void;
}

/**
 * Offers texts below a field while one types. Nothing is changed until a person takes one: by a click, or by
 * an arrow key and Enter or Tab. What is taken goes into the field as if it was typed.
 */
export function useSuggest(
  find: (text: string, caret: number) => Suggestion | undefined,
): SuggestProps {
  const listId = useId();
  const [open, setOpen] = useState<OpenSuggestions>();
  const close = () => setOpen(undefined);

  function look(field: Field): void {
    const found = find(field.value, field.selectionEnd ?? field.value.length);
    setOpen(
      found && found.options.length > 0 ? { ...found, field, listId, chosen: -1 } : undefined,
    );
  }

  function take(option: string): void {
    if (!open) return;
    const { field, start, end } = open;
    field.setRangeText(option, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    close();
  }

  function pressKey(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return false;
    const { options, chosen } = open;
    const option = options[chosen];
    switch (event.key) {
      case 'ArrowDown':
        setOpen({ ...open, chosen: Math.min(options.length - 1, chosen + 1) });
        return true;
      case 'ArrowUp':
        if (chosen < 0) return false;
        setOpen({ ...open, chosen: chosen - 1 });
        return true;
      case 'Enter':
        if (option === undefined) return false;
        take(option);
        return true;
      case 'Tab':
        // The key then goes on to the next field.
        if (option !== undefined) take(option);
        return false;
      case 'Escape':
        if (option === undefined) return false;
        close();
        return true;
      default:
        return false;
    }
  }

  return {
    attributes: {
      'aria-autocomplete': 'list',
      ...(open && { 'aria-controls': listId }),
      ...(open && open.chosen >= 0 && { 'aria-activedescendant': `${listId}-${open.chosen}` }),
    },
    open,
    look,
    pressKey,
    take,
    close,
  };
}
