import { useRef } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { useCanvas } from './canvasContext.ts';
import { useDraft } from './useDraft.ts';

interface InlineInputProps {
  readonly target: TextTarget;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly start?: string;
}

/** A one-line text edited in place: Enter keeps it, Escape leaves it as it was. */
export function InlineInput({ target, label, start }: InlineInputProps) {
  const { commands } = useCanvas();
  const { value, setValue, commit } = useDraft(target, start);
  const isDone = useRef(false);
  const finish = (keep: 'keep' | 'drop') => {
    if (isDone.current) return;
    isDone.current = true;
    if (keep === 'keep') commit();
    commands.stopEditing();
  };
  return (
    <input
      className="canvasInput nopan"
      aria-label={label}
      value={value}
      // biome-ignore lint/a11y/noAutofocus: it opens because the person asked to type here.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => finish('keep')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish('keep');
        if (event.key === 'Escape') finish('drop');
      }}
    />
  );
}
