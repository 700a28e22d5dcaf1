import { ActionIcon, Center, Loader, NativeSelect, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { api } from '#app/api.ts';
import { BackLink } from '#app/BackLink.tsx';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { VersionSummary } from '#protocol/api.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { Comparison } from './Comparison.tsx';
import { PRESENT } from './comparePath.ts';
import { useComparedState } from './useComparedState.ts';
import './ComparePage.css';

export interface ComparePageProps {
  readonly procedureId: string;
}

/** What changed between two states of a procedure: its versions, and how it is now. */
export function ComparePage({ procedureId }: ComparePageProps) {
  const { t } = useTranslation('compare');
  const { t: tCommon } = useTranslation('common');
  const [params, setParams] = useSearchParams();
  const [from, to] = [params.get('dari') ?? PRESENT, params.get('ke') ?? PRESENT];
  const [before, reloadBefore] = useComparedState(procedureId, from);
  const [after, reloadAfter] = useComparedState(procedureId, to);
  const [versions] = useLoad(useCallback(() => api.versions(procedureId), [procedureId]));
  const states = useStates(versions.status === 'ready' ? versions.value : []);
  const nameOf = (state: string) => states.find(({ value }) => value === state)?.label ?? '…';
  const title = after.status === 'ready' ? after.value.identity.title : '';
  usePageTitle(title ? t('titleOf', { title }) : t('title'));

  function choose(dari: string, ke: string): void {
    setParams({ dari, ke }, { replace: true });
  }

  const problem = [before, after].find(({ status }) => status === 'failed');
  return (
    <div className="comparePage">
      <header className="compareHeader">
        <BackLink href={`/prosedur/${encodeURIComponent(procedureId)}`} label={t('back')} />
        <div className="compareTitle">
          <Text component="h1" fw={650} truncate>
            {t('title')}
          </Text>
          <Text size="xs" c="dimmed" truncate title={title}>
            {title}
          </Text>
        </div>
        <div className="compareStates">
          <NativeSelect
            aria-label={t('before')}
            value={from}
            data={states}
            onChange={(event) => choose(event.currentTarget.value, to)}
          />
          <Tooltip label={t('swap')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('swap')}
              onClick={() => choose(to, from)}
            >
              <IconArrowsLeftRight size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <NativeSelect
            aria-label={t('after')}
            value={to}
            data={states}
            onChange={(event) => choose(from, event.currentTarget.value)}
          />
        </div>
      </header>
      {problem?.status === 'failed' ? (
        <LoadProblem
          problem={problem.problem}
          onRetry={() => {
            reloadBefore();
            reloadAfter();
          }}
        />
      ) : before.status === 'ready' && after.status === 'ready' ? (
        <Comparison
          before={before.value}
          after={after.value}
          names={{ before: nameOf(from), after: nameOf(to) }}
        />
      ) : (
        <Center h="100%">
          <Loader aria-label={tCommon('loading')} />
        </Center>
      )}
    </div>
  );
}

/** What can be chosen: how it is now, then the versions, newest first. */
function useStates(versions: readonly VersionSummary[]) {
  const { t, i18n } = useTranslation('compare');
  const { t: tVersions } = useTranslation('versions');
  const language = toLanguage(i18n.resolvedLanguage);
  return [
    { value: PRESENT, label: t('present') },
    ...versions.map(({ id, name, createdAt }) => ({
      value: id,
      label: t('state', {
        name: name || tVersions('unnamed'),
        date: formatDateTime(createdAt, language),
      }),
    })),
  ];
}
