import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Merged, Session } from '#session/session.ts';

const id = 'merged';

/** Says after a long time apart what came together. */
export function useMergedNotice({ merged }: Session): void {
  const { t } = useTranslation('shell');
  useEffect(
    () =>
      merged.subscribe(() => {
        const latest = merged.get();
        if (!latest) return;
        notifications.hide(id);
        notifications.show({ id, message: toMergedText(latest, t), autoClose: 12_000 });
      }),
    [merged, t],
  );
}

function toMergedText({ mine, others }: Merged, t: TFunction<'shell'>): string {
  if (others === 0) return t('editor.merged.mine', { count: mine });
  if (mine === 0) return t('editor.merged.others', { count: others });
  return t('editor.merged.both', { count: mine, others });
}
