import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#core/export/scene.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { useOfferedCommands } from '#ui/commands/commandBoard.ts';
import { ChartCommands } from './ChartCommands.ts';
import { tableCommands } from './commandList.ts';
import { Desk } from './Desk.tsx';
import { MoveAloud } from './MoveAloud.tsx';
import type { PlacedCell } from './moves.ts';
import { OthersAloud } from './OthersAloud.tsx';
import { SettingsPlace } from './SettingsPlace.tsx';
import { TableCommands } from './TableCommands.ts';
import { TableContext } from './tableContext.ts';
import { TableState } from './tableState.ts';
import './Table.css';
import './TableBar.css';

export interface TableProps {
  /** Takes a page as a picture; without it the table offers none. */
  readonly onCopyPage?: (page: Scene) => void;
}

/** The SOP as it is printed: identity page and flowchart pages, with texts typed in place. */
export function Table({ onCopyPage }: TableProps) {
  const session = useSession();
  const canEdit = useCanEdit();
  const { t } = useTranslation('table');
  const texts = useRef(t);
  texts.current = t;
  const cells = useRef<readonly PlacedCell[]>([]);
  const parts = useMemo(() => {
    const state = new TableState();
    const common = {
      session,
      state,
      newActorName: (number: number) => texts.current('newActor', { number }),
      onRejected: () => notifications.show({ message: texts.current('rejected') }),
    };
    const commands = new TableCommands({ ...common, cells: () => cells.current });
    return { state, commands, chart: new ChartCommands(common) };
  }, [session]);
  const toContext = useCallback(() => {
    const { commands, chart } = parts;
    return { cell: commands.activeCell(), commands, chart, canEdit };
  }, [parts, canEdit]);
  useOfferedCommands(tableCommands, toContext);
  return (
    <TableContext value={parts}>
      <section className="table" aria-label={t('region')} data-readonly={!canEdit || undefined}>
        <div className="tableMain">
          <Desk cells={cells} onCopyPage={onCopyPage} />
        </div>
        {canEdit && <SettingsPlace />}
        <OthersAloud />
        <MoveAloud />
      </section>
    </TableContext>
  );
}
