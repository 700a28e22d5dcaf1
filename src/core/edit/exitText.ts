import type { Flow, Procedure } from '#core/model/procedure.ts';
import type { Edit } from './edit.ts';
import { exitsOf, findSymbol } from './find.ts';

/** Where a symbol leads, as a person types it: "5", or "Ya 5, Tidak 2" of a decision. */
export function toExitText(procedure: Procedure, symbol: string): string {
  return exitsOf(procedure, symbol)
    .map(({ label = '', to }) => `${label} ${toNumber(procedure, to)}`.trim())
    .join(', ');
}

/** Why a typed exit cannot be: `text` is what was typed there. */
export interface ExitProblem {
  readonly code: 'unreadable' | 'no-step' | 'no-symbol' | 'itself' | 'twice';
  readonly text: string;
}

export type ExitResult =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly problem: ExitProblem };

interface Wanted {
  readonly label: string | undefined;
  readonly to: string;
}

/**
 * The edits after which a symbol leads where the text says: numbers of steps, with the words beside their
 * arrows before them, between commas. Arrows that stay keep their identity and their way. A decision's
 * exits without a word keep the one they have; new ones become Ya, then Tidak.
 */
export function toExitEdits(
  procedure: Procedure,
  {
    symbol,
    text,
    newId,
  }: { readonly symbol: string; readonly text: string; readonly newId: () => string },
): ExitResult {
  const wanted: Wanted[] = [];
  for (const part of text.split(/[,;\n]/)) {
    if (part.trim() === '') continue;
    const read = readExit(procedure, symbol, part.trim());
    if ('code' in read) return { ok: false, problem: read };
    const isTwice = wanted.some(({ to, label }) => to === read.to && label === read.label);
    if (isTwice) return { ok: false, problem: { code: 'twice', text: part.trim() } };
    wanted.push(read);
  }
  const exits = exitsOf(procedure, symbol);
  const kept = matchExits(procedure, wanted, exits);
  const gone = exits.filter((exit) => !kept.includes(exit));
  const isDecision = findSymbol(procedure, symbol)?.symbol.kind === 'decision';
  const labels = nameExits(wanted, kept, isDecision);
  return {
    ok: true,
    edits: [
      ...gone.map(({ id }): Edit => ({ type: 'removeFlow', flow: id })),
      ...wanted.flatMap(({ to }, index) =>
        toEdits({ from: symbol, to, label: labels[index] ?? '' }, kept[index], newId),
      ),
    ],
  };
}

/** "Ya 5", "5", "Tidak ke langkah 2", "Ya → 5". */
const EXIT =
  /^(.*?)\s*(?:→|->|>|:)?\s*(?:\b(?:ke|to)\s+)?(?:\b(?:langkah|step|no\.?)\s*)?(\d{1,5})$/iu;

function readExit(procedure: Procedure, symbol: string, text: string): Wanted | ExitProblem {
  const [, word = '', digits] = EXIT.exec(text) ?? [];
  if (digits === undefined) return { code: 'unreadable', text };
  const step = procedure.steps[Number(digits) - 1];
  if (!step) return { code: 'no-step', text };
  const now = exitsOf(procedure, symbol).find(({ to }) => step.symbols.some(({ id }) => id === to));
  const others = step.symbols.filter(({ id }) => id !== symbol);
  const to = now?.to ?? others[0]?.id;
  if (to === undefined) return { code: step.symbols.length > 0 ? 'itself' : 'no-symbol', text };
  return { to, label: word.trim() || undefined };
}

/** The arrow that each wanted exit goes on to be: by target and word, by word, by target, by order. */
function matchExits(
  procedure: Procedure,
  wanted: readonly Wanted[],
  exits: readonly Flow[],
): readonly (Flow | undefined)[] {
  const kept: (Flow | undefined)[] = wanted.map(() => undefined);
  const rules: readonly ((exit: Flow, want: Wanted) => boolean)[] = [
    (exit, want) => exit.to === want.to && (want.label === undefined || isNamed(exit, want)),
    (exit, want) => want.label !== undefined && isNamed(exit, want),
    (exit, want) => toNumber(procedure, exit.to) === toNumber(procedure, want.to),
    () => true,
  ];
  for (const rule of rules)
    for (const [index, want] of wanted.entries())
      kept[index] ??= exits.find((exit) => !kept.includes(exit) && rule(exit, want));
  return kept;
}

function isNamed({ label = '' }: Flow, want: Wanted): boolean {
  return label.toLowerCase() === want.label?.toLowerCase();
}

function nameExits(
  wanted: readonly Wanted[],
  kept: readonly (Flow | undefined)[],
  isDecision: boolean,
): readonly string[] {
  const named = wanted.map(({ label }, index) => label ?? kept[index]?.label);
  if (!isDecision) return named.map((label) => label ?? '');
  const free = ['Ya', 'Tidak'].filter(
    (word) => !named.some((label) => label?.toLowerCase() === word.toLowerCase()),
  );
  return named.map((label) => label ?? free.shift() ?? '');
}

function toEdits(
  exit: { readonly from: string; readonly to: string; readonly label: string },
  kept: Flow | undefined,
  newId: () => string,
): readonly Edit[] {
  const { from, to, label } = exit;
  if (!kept) return [{ type: 'connect', flow: { id: newId(), from, to, ...(label && { label }) } }];
  const renamed: readonly Edit[] =
    label === (kept.label ?? '')
      ? []
      : [{ type: 'setText', target: { of: 'label', flow: kept.id }, text: label }];
  const moved: readonly Edit[] =
    to === kept.to ? [] : [{ type: 'retargetFlow', flow: kept.id, end: 'to', symbol: to }];
  return [...renamed, ...moved];
}

/** The row number, from 1, of a symbol; 0 when it is gone. */
function toNumber(procedure: Procedure, symbol: string): number {
  return (findSymbol(procedure, symbol)?.row ?? -1) + 1;
}
