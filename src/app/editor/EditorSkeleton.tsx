import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The outline of the editor while the procedure is on its way. */
export function EditorSkeleton() {
  const { t } = useTranslation('shell');
  return (
    <div className="editorSkeleton" role="status" aria-label={t('editor.opening')}>
      <div className="editorSkeletonBar">
        <Skeleton circle height={28} />
        <Skeleton height={18} width="min(320px, 50%)" />
      </div>
      <div className="editorSkeletonBody">
        <Skeleton height="100%" radius="lg" />
      </div>
    </div>
  );
}
