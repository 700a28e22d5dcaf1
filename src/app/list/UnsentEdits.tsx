import { Alert, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ProcedureSummary } from '#protocol/api.ts';

export interface UnsentEditsProps {
  /** The ids of procedures with edits that only this device has. */
  readonly ids: readonly string[];
  /** Those that I may open. */
  readonly procedures: readonly ProcedureSummary[];
}

/** Tells that edits wait on this device: opening an SOP sends them, or lets them be taken along. */
export function UnsentEdits({ ids, procedures }: UnsentEditsProps) {
  const { t } = useTranslation('shell');
  const titleOf = (id: string): string => {
    const procedure = procedures.find((each) => each.id === id);
    return procedure ? procedure.title || t('list.untitled') : t('list.unsentGone');
  };
  return (
    <Alert
      className="unsentEdits"
      color="yellow"
      variant="outline"
      mb="lg"
      icon={<IconDeviceLaptop aria-hidden="true" />}
      title={t('list.unsentTitle')}
    >
      <Text size="sm">{t('list.unsentText')}</Text>
      <ul className="unsentList">
        {ids.map((id) => (
          <li key={id}>
            <Link href={`/prosedur/${id}`}>{titleOf(id)}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
