import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Imported } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { toFileProblemText, toNoteText, toPlaceText } from './importTexts.ts';

/** How the import of one file went. */
export type ImportOutcome =
  | { readonly ok: true; readonly fileName: string; readonly imported: Imported }
  | { readonly ok: false; readonly fileName: string; readonly problem: unknown };

export interface ImportReportProps {
  readonly outcomes: readonly ImportOutcome[];
  onClose(): void;
}

/** After an import: what was simplified, and what could not be read and where. */
export function ImportReport({ outcomes, onClose }: ImportReportProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <Modal opened={outcomes.length > 0} onClose={onClose} title={t('list.import')} size="lg">
      <Stack gap="md">
        {outcomes.map((outcome) => (
          <Outcome key={outcome.fileName} outcome={outcome} />
        ))}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {tCommon('close')}
        </Button>
      </Group>
    </Modal>
  );
}

interface OutcomeProps {
  readonly outcome: ImportOutcome;
}

function Outcome({ outcome }: OutcomeProps) {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const { t: tImporting } = useTranslation('importing');
  if (!outcome.ok)
    return (
      <Alert color="red" title={t('import.failedTitle', { name: outcome.fileName })}>
        <Text size="sm" className="breakWords">
          {toFileProblemText(outcome.problem, tImporting) ??
            toProblemText(outcome.problem, tErrors)}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('import.unchanged')}
        </Text>
      </Alert>
    );
  const { id, report } = outcome.imported;
  return (
    <Alert color="ink" title={t('import.doneTitle', { name: outcome.fileName })}>
      <Text size="sm">{report.length === 0 ? t('import.exact') : t('import.simplified')}</Text>
      {report.length > 0 && <Findings report={report} />}
      <Button component={Link} href={`/prosedur/${id}`} size="xs" variant="light" mt="sm">
        {t('import.open')}
      </Button>
    </Alert>
  );
}

interface FindingsProps {
  readonly report: Imported['report'];
}

function Findings({ report }: FindingsProps) {
  const { t } = useTranslation('shell');
  const { t: tImporting } = useTranslation('importing');
  return (
    <Table.ScrollContainer minWidth={0} maxHeight={280}>
      <Table fz="xs" verticalSpacing={4} mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.place')}</Table.Th>
            <Table.Th>{t('import.note')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.map((finding) => (
            <Table.Tr key={`${finding.place}: ${finding.message}`}>
              <Table.Td className="breakWords">{toPlaceText(finding.place, tImporting)}</Table.Td>
              <Table.Td>{toNoteText(finding, tImporting)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
