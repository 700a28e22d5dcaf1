import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ChartCommands } from './ChartCommands.ts';
import type { TableCommands } from './TableCommands.ts';
import type { TableState, TableUi } from './tableState.ts';

interface TableParts {
  readonly state: TableState;
  readonly commands: TableCommands;
  readonly chart: ChartCommands;
}

export const TableContext = createContext<TableParts | null>(null);

/** The table's own state and its commands. Throws outside a `Table`. */
export function useTable(): TableParts {
  const parts = useContext(TableContext);
  if (!parts) throw new RangeError('useTable outside a Table');
  return parts;
}

/** A part of the table's own state; the component redraws only when that part changes. */
export function useTableUi<T>(selector: (ui: TableUi) => T): T {
  const { state } = useTable();
  return useSyncExternalStore(state.subscribe, () => selector(state.get()));
}
