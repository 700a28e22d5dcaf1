import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { copyText } from '#ui/copyText.ts';
import { useParts } from './suggestionsContext.ts';
import { toCopiedTable } from './suggestionTable.ts';
import { toAuthor } from './toAuthor.ts';
import { useTargetName } from './useTargetName.ts';
import { useTimes } from './useTimes.ts';

/** All suggestions as one table, to print or to paste elsewhere. */
export function SuggestionsPaper({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('suggestions');
  const procedure = useProcedure(toItself);
  const { view } = useParts();
  const toRow = useRow(procedure);
  const title = t('paperTitle', { title: procedure.identity.title });
  const head = columns.map((column) => t(`column.${column}`));
  const rows = view.suggestions.list.map((suggestion) => ({
    id: suggestion.id,
    cells: toRow(suggestion),
  }));

  function copy(): void {
    const table = toCopiedTable(
      title,
      head,
      rows.map(({ cells }) => cells),
    );
    notifications.show({ message: t(copyText(table.text, table.html) ? 'copied' : 'notCopied') });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="90%"
      lockScroll={false}
      className="suggestionsPaper"
    >
      <Group gap="xs" className="paperTools">
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          onClick={copy}
        >
          {t('copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </Group>
      <table className="paperTable">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {columns.map((column, index) => (
                <td key={column}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{t('none')}</p>}
    </Modal>
  );
}

const columns = ['number', 'place', 'text', 'author', 'decision', 'followUp'] as const;

function useRow(procedure: Procedure): (suggestion: Suggestion) => readonly string[] {
  const { t } = useTranslation('suggestions');
  const toName = useTargetName();
  const { toDay } = useTimes();
  return (suggestion) => {
    const { number, text, author, replies, status, decisions } = suggestion;
    const decision = decisions.at(-1);
    const thread = replies.map((reply) => `${reply.author.name}: ${reply.text}`);
    return [
      `${number}`,
      toName(procedure, suggestion),
      [text, ...thread].join('\n'),
      author ? toAuthor(author.name, author.division) : t('anonymousName'),
      [t(`status.${status}`), decision?.reason ?? ''].filter(Boolean).join('\n'),
      [
        decision?.responsible ?? '',
        decision?.dueOn ? t('dueIs', { date: toDay(decision.dueOn) }) : '',
      ]
        .filter(Boolean)
        .join('\n'),
    ];
  };
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
