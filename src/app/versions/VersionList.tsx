import { Button, Loader, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '#app/api.ts';
import { PRESENT, toComparePath } from '#app/compare/comparePath.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useLoad } from '#app/useLoad.ts';
import type { VersionSummary } from '#protocol/api.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { NewVersion } from './NewVersion.tsx';
import '#app/share/share.css';

export interface VersionListProps {
  onView(version: VersionSummary): void;
}

/** The versions, newest first; whoever may edit adds one. */
export function VersionList({ onView }: VersionListProps) {
  const { t } = useTranslation('versions');
  const { t: tCommon } = useTranslation('common');
  const { procedureId } = useSession();
  const canEdit = useCanEdit();
  const [state, reload] = useLoad(useCallback(() => api.versions(procedureId), [procedureId]));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      {canEdit && <NewVersion onSaved={reload} />}
      {state.status === 'loading' && <Loader aria-label={tCommon('loading')} />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && <Versions versions={state.value} onView={onView} />}
    </Stack>
  );
}

interface VersionsProps extends VersionListProps {
  readonly versions: readonly VersionSummary[];
}

function Versions({ versions, onView }: VersionsProps) {
  const { t, i18n } = useTranslation('versions');
  const { t: tCompare } = useTranslation('compare');
  const { procedureId } = useSession();
  const language = toLanguage(i18n.resolvedLanguage);
  if (versions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('none')}
      </Text>
    );
  return (
    <ul className="shareList">
      {versions.map((version) => {
        const name = version.name || t('unnamed');
        const date = formatDateTime(version.createdAt, language);
        return (
          <li key={version.id} className="shareRow">
            <IconHistory size={18} stroke={1.6} aria-hidden="true" />
            <div className="shareWho">
              <Text size="sm" fw={600} truncate title={name}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {t('by', { date, name: version.createdBy })}
              </Text>
            </div>
            <Button
              component={Link}
              href={toComparePath(procedureId, version.id, PRESENT)}
              size="compact-sm"
              variant="subtle"
              aria-label={tCompare('openNamed', { name })}
            >
              {tCompare('open')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('viewNamed', { name })}
              onClick={() => onView(version)}
            >
              {t('view')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
