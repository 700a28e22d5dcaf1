import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LayoutWarning } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';

interface LayoutNotesProps {
  readonly warnings: readonly LayoutWarning[];
}

/** What did not fit on the paper as it should. */
export function LayoutNotes({ warnings }: LayoutNotesProps) {
  const { t } = useTranslation('table');
  const steps = useProcedure(toSteps);
  const { i18n } = useTranslation();
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });

  function toText(warning: LayoutWarning): string {
    if (warning.code === 'split-row') {
      const number = steps.findIndex(({ id }) => id === warning.step) + 1;
      return t('note.splitRow', { number });
    }
    const smaller = t('note.smallerType', { size: size.format(warning.typeSizePt) });
    if (warning.paper === undefined) return smaller;
    return `${smaller} ${t('note.largerPaper', { paper: warning.paper.toUpperCase() })}`;
  }

  return (
    <Popover position="top" shadow="md" width={300}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="yellow"
          size={28}
          aria-label={t('note.open', { count: warnings.length })}
        >
          <IconInfoCircle size={18} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="tableNotes">
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>{toText(warning)}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function toSteps({ steps }: Procedure): Procedure['steps'] {
  return steps;
}
