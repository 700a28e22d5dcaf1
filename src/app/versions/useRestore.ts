import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { showUndoNotice } from '#app/UndoNotice.tsx';
import { useAction } from '#app/useAction.ts';
import { toRestoreEdit } from '#core/edit/restore.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useSession } from '#session/react/hooks.ts';

/**
 * Restores a version as an edit of mine, which everybody sees and which I can undo. What is there now is
 * kept as a version first.
 */
export function useRestore(onRestored: () => void) {
  const { t } = useTranslation('versions');
  const session = useSession();
  const { isBusy, run } = useAction();

  function restore(name: string, procedure: Procedure): void {
    void run(async () => {
      // A name may have 200 characters.
      const kept = t('before', { name }).slice(0, 200);
      await api.createVersion(session.procedureId, kept);
      session.apply(toRestoreEdit(session.procedure.get(), procedure));
      showUndoNotice(t('restored', { name }), () => session.undo());
      onRestored();
    });
  }

  return { isBusy, restore };
}
