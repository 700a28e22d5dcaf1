import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { toKeyCaps } from '#ui/commands/chord.ts';
import type { TypedAhead } from './HeldKeys.tsx';
import { type FinderEntry, rankEntries } from './rankEntries.ts';
import './Finder.css';

/** More than these nobody reads; typing narrows them down. */
const maxShown = 60;

export interface FinderGroup<Entry extends FinderEntry> {
  /** What stands above the entries; absent: nothing. */
  readonly title?: string;
  readonly entries: readonly Entry[];
}

export interface FinderProps<Entry extends FinderEntry> {
  /** What a screen reader calls it, and what stands in the empty field. */
  readonly label: string;
  readonly groups: readonly FinderGroup<Entry>[];
  /** Said when nothing fits. */
  readonly emptyText: string;
  /** What was typed before it was there. */
  readonly typedAhead: TypedAhead;
  /** Called once the finder is closed and the keyboard is back where it came from. */
  onPick(entry: Entry): void;
  onClose(): void;
}

/** A field over the page in which one finds a thing by typing and picks it by Enter. */
export function Finder<Entry extends FinderEntry>(props: FinderProps<Entry>) {
  const { label, groups, emptyText, onPick, onClose } = props;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const ref = useRef<HTMLDialogElement>(null);
  const listId = useId();
  useOpenDialog(ref);
  // Letters may have come between drawing this and showing it.
  useLayoutEffect(() => setTyped(props.typedAhead.text), [props.typedAhead]);
  const shown = toShown(groups, typed);
  const flat = shown.flatMap(({ entries }) => entries);
  const chosen = flat[Math.min(active, flat.length - 1)];

  function close(picked?: Entry): void {
    // The dialog gives the keyboard back as it closes; what was picked may want it next.
    ref.current?.close();
    onClose();
    if (picked) onPick(picked);
  }

  function press(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setActive((active + by + flat.length) % Math.max(flat.length, 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (chosen) close(chosen);
    } else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={ref}
      className="finder"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) close();
      }}
      // The keys of the page below are not for what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <input
        className="finderInput"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId} ${chosen.id}`.replaceAll(' ', '-')}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <div className="finderList" role="listbox" id={listId} aria-label={label}>
        {flat.length === 0 && <p className="finderEmpty">{emptyText}</p>}
        {shown.map(({ title, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has no fieldsets.
          <div key={title ?? ''} role="group" aria-label={title}>
            {title && <div className="finderTitle">{title}</div>}
            {entries.map((entry) => (
              <FinderOption
                key={entry.id}
                id={`${listId} ${entry.id}`.replaceAll(' ', '-')}
                entry={entry}
                isActive={entry === chosen}
                onPoint={() => setActive(flat.indexOf(entry))}
                onPick={() => close(entry)}
              />
            ))}
          </div>
        ))}
      </div>
    </dialog>
  );
}

interface FinderOptionProps {
  readonly id: string;
  readonly entry: FinderEntry;
  readonly isActive: boolean;
  onPoint(): void;
  onPick(): void;
}

function FinderOption({ id, entry, isActive, onPoint, onPick }: FinderOptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field above.
    <div
      ref={ref}
      id={id}
      className="finderOption"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={() => {
        if (!isActive) onPoint();
      }}
      onClick={onPick}
    >
      {entry.number !== undefined && <span className="finderNumber">{entry.number}</span>}
      <span className="finderLabel">{entry.label}</span>
      {entry.detail && <span className="finderDetail">{entry.detail}</span>}
      {entry.chord && (
        <span className="finderKeys">
          {toKeyCaps(entry.chord).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}

function toShown<Entry extends FinderEntry>(
  groups: readonly FinderGroup<Entry>[],
  typed: string,
): readonly FinderGroup<Entry>[] {
  let room = maxShown;
  return groups.flatMap(({ title, entries }) => {
    const fitting = rankEntries(entries, typed).slice(0, room);
    room -= fitting.length;
    return fitting.length > 0 ? [{ title, entries: fitting }] : [];
  });
}

/** A dialog that is open as long as it is drawn. */
function useOpenDialog(ref: React.RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, [ref]);
}
