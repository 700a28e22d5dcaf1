import { useId } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { useTextField } from '#session/react/useTextField.ts';
import { EditorBadge } from './EditorBadge.tsx';
import { GrowingText } from './GrowingText.tsx';
import { useEditorOf } from './identityContext.ts';

interface LineFieldProps {
  readonly target: TextTarget;
  readonly label: string;
  readonly hint?: string;
  /** What is odd about the text, if something is. */
  readonly toWarning?: (text: string) => string | undefined;
}

/** One text of the identity with its label; it has one paragraph, so Enter adds no line. */
export function LineField({ target, label, hint, toWarning }: LineFieldProps) {
  const id = useId();
  const field = useTextField<HTMLTextAreaElement>(target);
  const editor = useEditorOf(target);
  const warning = toWarning?.(field.text ?? '');
  return (
    <div className="identityField">
      <div className="identityLabelRow">
        <label htmlFor={id}>{label}</label>
        <EditorBadge editor={editor} />
      </div>
      <GrowingText
        target={target}
        field={field}
        editor={editor}
        attributes={{ id, 'aria-describedby': `${id}-hint` }}
        onKey={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p id={`${id}-hint`} className={warning ? 'identityWarning' : 'identityHint'}>
        {warning ?? hint}
      </p>
    </div>
  );
}
