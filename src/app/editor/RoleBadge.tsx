import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRole } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';

/** What somebody may do who cannot edit: read, or read and suggest. */
export function RoleBadge() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const isCommenter = useRole() === 'commenter';
  // On a phone the title needs the place, and the button for suggestions says the same.
  const visibility = isCommenter ? { visibleFrom: 'sm' as const } : {};
  return (
    <Tooltip label={t(isCommenter ? 'editor.commenterHint' : 'editor.readOnlyHint')}>
      <Badge
        {...visibility}
        color="gray"
        variant="light"
        tt="none"
        fw={600}
        tabIndex={0}
        miw="max-content"
      >
        {isCommenter ? tCommon('role.commenter') : t('editor.readOnly')}
      </Badge>
    </Tooltip>
  );
}
