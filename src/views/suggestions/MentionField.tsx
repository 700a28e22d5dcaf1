import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionLimits } from '#core/suggestions/suggestion.ts';
import { completeMention, findMention, matchPeople } from './mentions.ts';
import { type Person, useParts } from './suggestionsContext.ts';

interface MentionFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly isFocused?: boolean;
  readonly minRows?: number;
  onChange(text: string): void;
  /** Enter alone. */
  onSend(): void;
  onCancel?(): void;
}

/** A text in which @ offers the people with access. Enter sends it, Shift+Enter begins a line. */
export function MentionField(props: MentionFieldProps) {
  const { label, placeholder, value, isFocused = false, minRows = 2 } = props;
  const { t } = useTranslation('suggestions');
  const { people } = useParts();
  const most = suggestionLimits.maxTextLength;
  const ref = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isShut, setShut] = useState(false);
  const mention = findMention(value, caret);
  const offered = mention && !isShut ? matchPeople(people, mention.typed) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];

  function take(person: Person): void {
    const field = ref.current;
    if (!mention || !field) return;
    const completed = completeMention(value, mention, person);
    props.onChange(completed.text);
    setCaret(completed.caret);
    field.focus();
    requestAnimationFrame(() => field.setSelectionRange(completed.caret, completed.caret));
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (chosen && handleListKey(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onSend();
    } else if (event.key === 'Escape' && props.onCancel) {
      event.stopPropagation();
      props.onCancel();
    }
  }

  /** Whether the key was for the list of people. */
  function handleListKey(key: string): boolean {
    if (!chosen) return false;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const by = key === 'ArrowDown' ? 1 : -1;
        setAt((offered.indexOf(chosen) + by + offered.length) % offered.length);
        return true;
      }
      case 'Enter':
      case 'Tab':
        take(chosen);
        return true;
      case 'Escape':
        setShut(true);
        return true;
      default:
        return false;
    }
  }

  return (
    <div className="mentionField">
      <Textarea
        ref={ref}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        autosize
        minRows={minRows}
        maxRows={8}
        // What is too long is kept and said, not cut off.
        error={value.length > most && t('tooLong', { most, count: value.length })}
        // The person asked for this field a moment ago.
        autoFocus={isFocused}
        aria-autocomplete="list"
        aria-controls={chosen ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
        onChange={(event) => {
          setShut(false);
          setAt(0);
          setCaret(event.currentTarget.selectionStart);
          props.onChange(event.currentTarget.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={handleKey}
      />
      {chosen && (
        <div className="mentionList" id={listId} role="listbox" aria-label={t('people')}>
          {offered.map((person) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text's keys choose it.
            <div
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              aria-selected={person === chosen}
              className="mentionPerson"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
