import { ActionIcon, Menu, Table, Text } from '@mantine/core';
import { IconCopy, IconDots, IconShare3, IconTrash } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { formatDateTime, formatRelative } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import type { ProcedureSummary } from '#protocol/api.ts';
import { canEdit, canManage } from '#protocol/roles.ts';
import { RelativeTime } from '#ui/RelativeTime.tsx';
import './ProcedureTable.css';

export interface ProcedureTableProps {
  readonly procedures: readonly ProcedureSummary[];
  onDuplicate(procedure: ProcedureSummary): void;
  onDelete(procedure: ProcedureSummary): void;
  onShare(procedure: ProcedureSummary): void;
}

/** One row a procedure; a click anywhere in the row opens it. */
export function ProcedureTable({ procedures, ...actions }: ProcedureTableProps) {
  const { t } = useTranslation('shell');
  return (
    <Table className="procedureTable" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('list.columnTitle')}</Table.Th>
          <Table.Th className="wideOnly">{t('list.columnNumber')}</Table.Th>
          <Table.Th className="middleOnly">{t('list.columnChanged')}</Table.Th>
          <Table.Th className="wideOnly procedureSteps">{t('list.columnSteps')}</Table.Th>
          <Table.Th className="middleOnly">{t('list.columnRole')}</Table.Th>
          <Table.Th aria-label={t('list.columnActions')} w={52} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {procedures.map((procedure) => (
          <Row key={procedure.id} procedure={procedure} {...actions} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps extends Omit<ProcedureTableProps, 'procedures'> {
  readonly procedure: ProcedureSummary;
}

function Row({ procedure, ...actions }: RowProps) {
  const { t: tCommon } = useTranslation('common');
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const path = `/prosedur/${procedure.id}`;

  function open(event: MouseEvent<HTMLElement>) {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button');
    if (!isOnControl) navigate(path);
  }

  return (
    <Table.Tr onClick={open}>
      <Table.Td>
        <Link href={path} className="procedureTitle">
          {procedure.title || t('list.untitled')}
        </Link>
        {procedure.openSuggestions > 0 && canEdit(procedure.role) && (
          <Text size="xs" className="procedureSuggestions">
            <Link href={`${path}?saran`}>
              {t('list.openSuggestions', { count: procedure.openSuggestions })}
            </Link>
          </Text>
        )}
        <Text size="xs" c="dimmed" className="narrowOnly">
          <Changed procedure={procedure} />
        </Text>
      </Table.Td>
      <Table.Td className="wideOnly">
        <Text size="sm" c="dimmed" className="procedureNumber">
          {procedure.number || '–'}
        </Text>
      </Table.Td>
      <Table.Td className="middleOnly">
        <Text size="sm" c="dimmed">
          <Changed procedure={procedure} />
        </Text>
      </Table.Td>
      <Table.Td className="wideOnly procedureSteps">{procedure.stepCount}</Table.Td>
      <Table.Td className="middleOnly">
        <Text size="sm" c="dimmed">
          {tCommon(`role.${procedure.role}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <RowMenu procedure={procedure} {...actions} />
      </Table.Td>
    </Table.Tr>
  );
}

interface ChangedProps {
  readonly procedure: ProcedureSummary;
}

function Changed({ procedure }: ChangedProps) {
  const { t, i18n } = useTranslation('shell');
  const language = toLanguage(i18n.resolvedLanguage);
  return (
    <>
      <RelativeTime
        at={procedure.updatedAt}
        label={formatRelative(procedure.updatedAt, Date.now(), language)}
        exact={formatDateTime(procedure.updatedAt, language)}
      />{' '}
      {t('list.changedBy', { name: procedure.updatedBy })}
    </>
  );
}

function RowMenu({ procedure, onDuplicate, onDelete, onShare }: RowProps) {
  const { t } = useTranslation('shell');
  const title = procedure.title || t('list.untitled');
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('list.actionsFor', { title })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onDuplicate(procedure)}>
          {t('list.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconShare3 size={16} />} onClick={() => onShare(procedure)}>
          {t('list.share')}
        </Menu.Item>
        {canManage(procedure.role) && (
          <>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} />}
              onClick={() => onDelete(procedure)}
            >
              {t('list.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
