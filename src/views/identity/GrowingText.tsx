import type { KeyboardEvent, TextareaHTMLAttributes } from 'react';
import { limits } from '#core/model/limits.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import type { Editor } from '#session/react/useEditors.ts';
import type { TextField } from '#session/react/useTextField.ts';

interface GrowingTextProps {
  readonly field: TextField<HTMLTextAreaElement>;
  /** Somebody else who types in it. */
  readonly editor: Editor | undefined;
  /** Attributes of the textarea besides the field's own. */
  readonly attributes: TextareaHTMLAttributes<HTMLTextAreaElement>;
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A text field as high as its text; Escape takes back what was typed since it was entered. */
export function GrowingText({ field, editor, attributes, onKey }: GrowingTextProps) {
  const canEdit = useCanEdit();
  return (
    <div className="growingText" data-value={`${field.text ?? ''} `}>
      <textarea
        rows={1}
        maxLength={limits.maxTextLength}
        readOnly={!canEdit}
        placeholder={canEdit ? undefined : '-'}
        autoComplete="off"
        {...attributes}
        {...field.props}
        style={editor && { borderColor: editor.color, boxShadow: `0 0 0 1px ${editor.color}` }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') field.revert();
          onKey?.(event);
        }}
      />
    </div>
  );
}
