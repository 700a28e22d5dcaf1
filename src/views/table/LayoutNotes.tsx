import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LayoutWarning, WiderPage } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { usePageSettings } from './settings/usePageSettings.ts';

/** In pt; smaller type cannot be read on paper, and the note says so without being opened. */
const SMALLEST_READABLE = 6;

interface LayoutNotesProps {
  readonly warnings: readonly LayoutWarning[];
}

/** What did not fit on the paper as it should, and the page on which it would. */
export function LayoutNotes({ warnings }: LayoutNotesProps) {
  const { t, i18n } = useTranslation('table');
  const steps = useProcedure(toSteps);
  const numbers = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const smaller = warnings.find((warning) => warning.code === 'smaller-type');
  const isUnreadable = smaller !== undefined && smaller.typeSizePt < SMALLEST_READABLE;
  const label = t('note.open', { count: warnings.length });

  function toText(warning: LayoutWarning): string {
    if (warning.code === 'cut-note') return t('note.cutNote');
    if (warning.code === 'unknown-letters')
      return t('note.unknownLetters', { letters: warning.letters.join(' ') });
    if (warning.code === 'split-row') {
      const number = steps.findIndex(({ id }) => id === warning.step) + 1;
      return t('note.splitRow', { number });
    }
    const text = t('note.smallerType', { size: numbers.format(warning.typeSizePt) });
    if (warning.page) return `${text} ${t('note.widerPage', toPageNames(warning.page))}`;
    return warning.typeSizePt < SMALLEST_READABLE ? `${text} ${t('note.tooSmall')}` : text;
  }

  const toPageNames = ({ paper, orientation }: WiderPage) => ({
    paper: paper.toUpperCase(),
    orientation: t(`note.${orientation}`),
  });

  return (
    <Popover position="top" shadow="md" width={300}>
      <Popover.Target>
        {isUnreadable ? (
          <Button
            variant="light"
            color="red"
            size="compact-sm"
            leftSection={<IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />}
          >
            {t('note.smallBadge', { size: numbers.format(smaller.typeSizePt) })}
          </Button>
        ) : (
          <ActionIcon variant="subtle" color="yellow" size={28} aria-label={label}>
            <IconInfoCircle size={18} stroke={1.7} />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="tableNotes">
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>{toText(warning)}</li>
          ))}
        </ul>
        {smaller?.page && (
          <UsePage page={smaller.page} label={t('note.usePage', toPageNames(smaller.page))} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function UsePage({ page, label }: { readonly page: WiderPage; readonly label: string }) {
  const { change } = usePageSettings();
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return (
    <Button fullWidth mt="sm" size="sm" variant="default" onClick={() => change({ ...page })}>
      {label}
    </Button>
  );
}

function toSteps({ steps }: Procedure): Procedure['steps'] {
  return steps;
}
