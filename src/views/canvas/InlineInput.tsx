import { useLayoutEffect, useRef } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { useCanvas } from './canvasContext.ts';
import { useEditorKeys } from './useEditorKeys.ts';

interface InlineInputProps {
  readonly target: TextTarget;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly placeholder?: string;
}

/** A one-line text edited in place: Enter keeps it, Escape leaves it as it was. */
export function InlineInput({ target, label, placeholder }: InlineInputProps) {
  const { commands } = useCanvas();
  const opened = useRef(target);
  const { props, revert } = useTextField<HTMLInputElement>(opened.current);
  const onKeyDown = useEditorKeys(revert);
  useSelectedText(props.ref);
  return (
    <input
      {...props}
      className="canvasInput nopan"
      aria-label={label}
      placeholder={placeholder}
      onBlur={() => {
        props.onBlur();
        commands.stopEditing();
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** A field that opens takes the keyboard, with its text selected: the first letter replaces it. */
export function useSelectedText(
  ref: React.RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
): void {
  useLayoutEffect(() => {
    ref.current?.focus({ preventScroll: true });
    ref.current?.select();
  }, [ref]);
}
