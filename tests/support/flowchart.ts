import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure, Step, SymbolKind } from '#core/model/procedure.ts';

/**
 * A procedure from one line: `(a) > b > c? > (d); c > b: Tidak`. `(a)` is a capsule, `c?` a decision,
 * every other name a box; names are ids of steps and symbols. A label after the last arrow's target
 * belongs to that arrow. All stand in the column of actor `a1` unless `actors` says otherwise.
 */
export function flowchart(text: string, actors: Readonly<Record<string, string>> = {}): Procedure {
  const kinds = new Map<string, SymbolKind>();
  const flows: { id: string; from: string; to: string; label?: string }[] = [];
  for (const chain of text.split(';')) {
    const [path = '', label] = chain.split(':');
    const names = path.split('>').map((name) => readName(name.trim(), kinds));
    names.slice(1).forEach((to, index) => {
      const from = names[index] ?? '';
      const isLast = index === names.length - 2;
      flows.push({
        id: `${from}>${to}`,
        from,
        to,
        ...(isLast && label !== undefined && { label: label.trim() }),
      });
    });
  }
  const steps = [...kinds].map(([id, kind]) => toStep(id, kind, actors[id] ?? 'a1'));
  const actorIds = [...new Set(['a1', ...Object.values(actors)])];
  return {
    ...emptyProcedure('Surat Masuk'),
    actors: actorIds.map((id) => ({ id, name: `Pelaksana ${id}` })),
    steps,
    flows,
  };
}

function readName(text: string, kinds: Map<string, SymbolKind>): string {
  const name = text.replace(/[()?]/g, '');
  if (text.startsWith('(')) kinds.set(name, 'terminator');
  else if (text.endsWith('?')) kinds.set(name, 'decision');
  else if (!kinds.has(name)) kinds.set(name, 'process');
  return name;
}

function toStep(id: string, kind: SymbolKind, actor: string): Step {
  return {
    id,
    activity: `Mengerjakan ${id}`,
    requirements: 'Berkas',
    duration: '1 jam',
    output: 'Berkas',
    notes: '',
    symbols: [{ id, actor, kind }],
  };
}
