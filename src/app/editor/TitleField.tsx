import { useTranslation } from 'react-i18next';
import { limits } from '#core/model/limits.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSession } from '#session/react/hooks.ts';
import './TitleField.css';

/** The title, typed in place; for viewers a plain heading. */
export function TitleField() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const title = useProcedure(toTitle);
  const canEdit = useCanEdit();

  if (!canEdit) return <h1 className="editorTitle">{title || t('editor.untitled')}</h1>;
  return (
    <h1 className="editorTitleFrame" data-value={title || t('editor.untitled')}>
      <input
        className="editorTitle"
        aria-label={t('editor.title')}
        placeholder={t('editor.untitled')}
        value={title}
        maxLength={limits.maxTextLength}
        autoComplete="off"
        size={1}
        onChange={(event) =>
          session.apply({
            type: 'setText',
            target: { of: 'title' },
            text: event.currentTarget.value,
          })
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </h1>
  );
}

function toTitle(procedure: Procedure): string {
  return procedure.identity.title;
}
