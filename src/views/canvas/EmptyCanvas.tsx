import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';

/** What a sheet without steps says. */
export function EmptyCanvas() {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const canEdit = useCanEdit();
  return (
    <div className="canvasEmpty">
      <div>
        <svg width={120} height={92} viewBox="0 0 120 92" aria-hidden="true">
          <rect x={36} y={2} width={48} height={20} rx={10} />
          <rect x={36} y={40} width={48} height={20} rx={2} />
          <path d="M60 68 84 79 60 90 36 79z" />
          <path d="M60 22v16m-3-5 3 5 3-5M60 60v7" />
        </svg>
        <h2>{t('empty.title')}</h2>
        <p>{canEdit ? t('empty.hint') : t('empty.readOnly')}</p>
        {canEdit && (
          <Button
            size="md"
            leftSection={<IconPlus size={18} />}
            onClick={() => commands.addNextStep()}
          >
            {t('empty.action')}
          </Button>
        )}
      </div>
    </div>
  );
}
