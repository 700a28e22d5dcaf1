import { Divider, Loader, Modal, Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useLoad } from '#app/useLoad.ts';
import { canManage } from '#protocol/roles.ts';
import { LinkSection } from './LinkSection.tsx';
import { MemberSection } from './MemberSection.tsx';

export interface ShareDialogProps {
  readonly procedureId: string;
  onClose(): void;
}

/** Who has access to a procedure; owners change it here. */
export function ShareDialog({ procedureId, onClose }: ShareDialogProps) {
  const { t } = useTranslation('shell');
  return (
    <Modal opened onClose={onClose} title={t('share.title')} size="lg">
      <AccessPanel procedureId={procedureId} />
    </Modal>
  );
}

interface AccessPanelProps {
  readonly procedureId: string;
}

function AccessPanel({ procedureId }: AccessPanelProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const [state, reload] = useLoad(useCallback(() => api.access(procedureId), [procedureId]));

  if (state.status === 'loading') return <Loader aria-label={tCommon('loading')} />;
  if (state.status === 'failed') return <LoadProblem problem={state.problem} onRetry={reload} />;
  const { role, members, links } = state.value;
  const isManager = canManage(role);
  return (
    <Stack gap="lg">
      {!isManager && (
        <Text size="sm" c="dimmed">
          {t('share.onlyOwners', { role: tCommon(`role.${role}`) })}
        </Text>
      )}
      {members.length > 0 || isManager ? (
        <MemberSection
          procedureId={procedureId}
          members={members}
          isManager={isManager}
          onChanged={reload}
        />
      ) : null}
      {isManager && (
        <>
          <Divider />
          <LinkSection procedureId={procedureId} links={links} onChanged={reload} />
        </>
      )}
    </Stack>
  );
}
