import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { listSymbolNames } from '#core/model/stepNames.ts';
import { useProcedure, useSession } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { toArea } from '#ui/commands/command.ts';
import { CommandBoardContext, type OfferedCommand } from '#ui/commands/commandBoard.ts';
import { useCommandName } from '#ui/commands/useCommandName.ts';
import { Finder, type FinderGroup } from '#ui/finder/Finder.tsx';
import type { TypedAhead } from '#ui/finder/HeldKeys.tsx';
import type { FinderEntry } from '#ui/finder/rankEntries.ts';

export interface PaletteProps {
  /** Commands and steps, or steps alone. */
  readonly of: 'everything' | 'steps';
  readonly typed: TypedAhead;
  onClose(): void;
}

interface Entry extends FinderEntry {
  run(): void;
}

/** Finds any command and any step by its words or number, and does it or goes there. */
export function Palette({ of, typed, onClose }: PaletteProps) {
  const { t } = useTranslation('commands');
  const session = useSession();
  const procedure = useProcedure((whole) => whole);
  const board = useContext(CommandBoardContext);
  // What makes sense is what made sense when the palette was opened.
  const offered = useMemo(() => board?.list() ?? [], [board]);
  const steps = useMemo(
    () => listSteps(procedure, (selected) => session.select([selected])),
    [procedure, session],
  );
  const nameOf = useCommandName();
  const groups: readonly FinderGroup<Entry>[] = [
    ...(of === 'everything' ? groupCommands(offered, nameOf) : []),
    { title: t('steps'), entries: steps },
  ];
  return (
    <Finder
      label={t(of === 'everything' ? 'paletteLabel' : 'goToStepLabel')}
      emptyText={t('nothingFound')}
      groups={groups}
      typedAhead={typed}
      onPick={(entry) => entry.run()}
      onClose={onClose}
    />
  );
}

function groupCommands(
  commands: readonly OfferedCommand[],
  nameOf: (id: string) => string,
): readonly FinderGroup<Entry>[] {
  // What is on the screen comes first, the document as a whole last.
  const areas = [...new Set(commands.map(({ id }) => toArea(id)))].toSorted(
    (a, b) => Number(a === 'editor') - Number(b === 'editor'),
  );
  return areas.map((area) => ({
    title: nameOf(`group.${area}`),
    entries: commands
      .filter(({ id, isKeyOnly }) => toArea(id) === area && !isKeyOnly)
      .map(({ id, keys, run }) => ({
        id,
        label: nameOf(id),
        ...(keys?.[0] && { chord: keys[0] }),
        run,
      })),
  }));
}

/** Every step by its number and text; picking one selects its first symbol, which the view then shows. */
function listSteps(procedure: Procedure, select: (selected: Selected) => void): readonly Entry[] {
  const names = listSymbolNames(procedure);
  return names
    .filter(({ number }, index) => names[index - 1]?.number !== number)
    .map(({ step, symbol, number, text, actor }) => ({
      id: step,
      number,
      label: text || '…',
      detail: actor,
      run: () => select(symbol ? { kind: 'symbol', id: symbol } : { kind: 'step', id: step }),
    }));
}
