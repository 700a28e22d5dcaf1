import { type KeyboardEvent, type TextareaHTMLAttributes, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import { limits } from '#core/model/limits.ts';
import { useCanEdit } from '#session/react/hooks.ts';
import type { Editor } from '#session/react/useEditors.ts';
import type { TextField } from '#session/react/useTextField.ts';
import { toTargetKey } from '#session/targetKey.ts';
import { SuggestList } from '#ui/suggest/SuggestList.tsx';
import type { SuggestProps } from '#ui/suggest/useSuggest.ts';
import { useFoundIn } from './useFoundIn.ts';

interface GrowingTextProps {
  readonly target: TextTarget;
  readonly field: TextField<HTMLTextAreaElement>;
  /** Somebody else who types in it. */
  readonly editor: Editor | undefined;
  /** Attributes of the textarea besides the field's own. */
  readonly attributes: TextareaHTMLAttributes<HTMLTextAreaElement>;
  /** What is offered while one types in it. */
  readonly suggest?: SuggestProps;
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A text field as high as its text; Escape takes back what was typed since it was entered. */
export function GrowingText({
  target,
  field,
  editor,
  attributes,
  suggest,
  onKey,
}: GrowingTextProps) {
  const { t } = useTranslation('identity');
  const canEdit = useCanEdit();
  const ref = useRef<HTMLDivElement>(null);
  const found = useFoundIn(target, ref);
  return (
    <div ref={ref} className="growingText" data-value={`${field.text ?? ''} `} data-found={found}>
      <textarea
        rows={1}
        data-key={toTargetKey(target)}
        maxLength={limits.maxTextLength}
        readOnly={!canEdit}
        placeholder={canEdit ? undefined : '-'}
        autoComplete="off"
        {...attributes}
        {...suggest?.attributes}
        {...field.props}
        onInput={(event) => {
          field.props.onInput(event);
          suggest?.look(event.currentTarget);
        }}
        onBlur={() => {
          field.props.onBlur();
          suggest?.close();
        }}
        style={editor && { borderColor: editor.color, boxShadow: `0 0 0 1px ${editor.color}` }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (suggest?.pressKey(event)) {
            event.preventDefault();
            return;
          }
          if (event.key === 'Escape') field.revert();
          onKey?.(event);
        }}
      />
      {suggest && <SuggestList suggest={suggest} label={t('suggestions')} />}
    </div>
  );
}
