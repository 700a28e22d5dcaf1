import { SYMBOL_KINDS, type SymbolKind } from '#core/model/procedure.ts';
import type { ChartCommands } from './ChartCommands.ts';
import type { CellSubject } from './gridCell.ts';
import type { PlacedCell } from './moves.ts';
import type { TableCommands } from './TableCommands.ts';

interface KeyOptions {
  readonly cell: PlacedCell['cell'];
  readonly commands: TableCommands;
  readonly chart: ChartCommands;
  readonly canEdit: boolean;
}

/** The parts of a keyboard event that decide. */
type Chord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Does what a key asks for while a cell has the keyboard; false when it asks for nothing here. */
export function runKey(chord: Chord, options: KeyOptions): boolean {
  if (runMove(chord, options.commands)) return true;
  return options.canEdit && (runChart(chord, options) || runEdit(chord, options));
}

function runMove({ key, ctrlKey, metaKey, altKey, shiftKey }: Chord, commands: TableCommands) {
  if (altKey || shiftKey) return false;
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return does(() => commands.move('up'));
    case 'ArrowDown':
      return does(() => commands.move('down'));
    case 'ArrowLeft':
      return does(() => commands.move('left'));
    case 'ArrowRight':
      return does(() => commands.move('right'));
    case 'Home':
      return does(() => (isFar ? commands.moveToEnd('first') : commands.moveToRowEnd('first')));
    case 'End':
      return does(() => (isFar ? commands.moveToEnd('last') : commands.moveToRowEnd('last')));
    case 'Escape':
      return does(() => commands.select(null));
    default:
      return false;
  }
}

/** The letter that makes each kind of symbol; D also, as on the canvas. */
export const kindKeys = {
  terminator: 'm',
  process: 'p',
  decision: 'k',
} as const satisfies Readonly<Record<SymbolKind, string>>;

/** What a key means where symbols stand, on a row's number or on an actor's name. */
function runChart(chord: Chord, options: KeyOptions): boolean {
  const { subject, step } = options.cell;
  if (subject.kind === 'place' && step !== undefined)
    return runPlace(chord, { ...options, subject, step });
  if (subject.kind === 'number' && step !== undefined)
    return chord.key === 'Delete' && does(() => options.commands.removeStep(step));
  return subject.kind === 'text' && subject.target.of === 'actor'
    ? runActor(chord, subject.target.actor, options.chart)
    : false;
}

interface PlaceOptions extends KeyOptions {
  readonly subject: Extract<CellSubject, { kind: 'place' }>;
  readonly step: string;
}

function runPlace(chord: Chord, options: PlaceOptions): boolean {
  const { cell, chart, step, subject } = options;
  const { key, ctrlKey, metaKey, altKey } = chord;
  if (ctrlKey || metaKey) return false;
  if (altKey) return runHeldPlace(key, options);
  const kind = findKind(key);
  if (kind) return does(() => chart.setKind(step, subject.actor, kind));
  if (/^[0-9]$/.test(key) && subject.symbols.length > 0)
    return does(() => chart.openPanel(cell, { at: 'exits', typed: key }));
  switch (key) {
    case 'Enter':
    case ' ':
    case 'F2':
      return does(() =>
        chart.openPanel(cell, { at: subject.symbols.length > 0 ? 'exits' : 'kinds' }),
      );
    case 'Delete':
    case 'Backspace':
      return does(() => chart.removeSymbol(step, subject.actor));
    case 'j':
      return subject.symbols.length > 0 && does(() => chart.toggleJoint(step));
    default:
      return false;
  }
}

function runHeldPlace(key: string, { chart, step, subject }: PlaceOptions): boolean {
  switch (key) {
    case 'ArrowLeft':
      return does(() => chart.moveSymbol(step, subject, -1));
    case 'ArrowRight':
      return does(() => chart.moveSymbol(step, subject, 1));
    case '1':
    case '2':
    case '3': {
      const kind = SYMBOL_KINDS[Number(key) - 1];
      return kind !== undefined && does(() => chart.setKind(step, subject.actor, kind));
    }
    default:
      return false;
  }
}

function findKind(key: string): SymbolKind | undefined {
  const letter = key.toLowerCase();
  return letter === 'd' ? 'decision' : SYMBOL_KINDS.find((kind) => kindKeys[kind] === letter);
}

function runActor({ key, ctrlKey, metaKey, altKey }: Chord, actor: string, chart: ChartCommands) {
  if (key === 'Enter' && (ctrlKey || metaKey)) return does(() => chart.addActor({ after: actor }));
  if (altKey && key === 'ArrowLeft') return does(() => chart.moveActor(actor, -1));
  return altKey && key === 'ArrowRight' && does(() => chart.moveActor(actor, 1));
}

function runEdit(chord: Chord, { cell, commands }: KeyOptions): boolean {
  const { key, ctrlKey, metaKey, altKey } = chord;
  const isCommand = ctrlKey || metaKey;
  switch (key) {
    case 'Enter':
      return does(() => (isCommand ? commands.addBelow() : commands.edit(cell, 'end')));
    case 'F2':
      return does(() => commands.edit(cell, 'end'));
    case 'Delete':
    case 'Backspace':
      return does(() => commands.clear());
    case 'ArrowUp':
      return altKey && does(() => commands.moveActiveStep(-1));
    case 'ArrowDown':
      return altKey && does(() => commands.moveActiveStep(1));
    default:
      // The letter itself then goes into the field that has opened, replacing what was there.
      if ([...key].length === 1 && key !== ' ' && !isCommand && !altKey) commands.edit(cell, 'all');
      return false;
  }
}

function does(action: () => void): true {
  action();
  return true;
}
