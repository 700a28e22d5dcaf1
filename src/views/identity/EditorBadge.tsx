import { useTranslation } from 'react-i18next';
import type { Editor } from '#session/react/useEditors.ts';

interface EditorBadgeProps {
  readonly editor: Editor | undefined;
}

/** Says who else is typing here. */
export function EditorBadge({ editor }: EditorBadgeProps) {
  const { t } = useTranslation('identity');
  if (!editor) return null;
  return (
    <span className="identityBadge" style={{ background: editor.color }}>
      {t('isEditing', { name: editor.name })}
    </span>
  );
}
