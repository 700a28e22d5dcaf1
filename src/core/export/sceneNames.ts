import type { DocumentLayout, OffPageConnector, SymbolBox } from '#core/layout/geometry.ts';
import { toTerminatorRole } from '#core/layout/terminatorRole.ts';
import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { joinLines } from './sceneText.ts';

/** What shapes and lines are called; `procedure` as it is printed, extra capsules included. */
export interface SceneNames {
  /** "Langkah 4"; "Langkah 4b" where several symbols stand in one row. */
  readonly nameSymbol: (symbol: string) => string;
  /** "Langkah 4, Kasubbag, keputusan: Memeriksa berkas". */
  readonly describeSymbol: (box: SymbolBox) => string;
  /** "Penghubung A ke langkah 9 di halaman 4". */
  readonly describePentagon: (pentagon: OffPageConnector) => string;
  /** "dari langkah 3 ke langkah 5, Ya"; several flows where one line is drawn for all of them. */
  readonly describeFlows: (flows: readonly string[], label?: string) => string;
  /** "Langkah 4 dikerjakan bersama: Ketua dan Sekretaris". */
  readonly describeJoint: (step: string) => string;
}

interface KnownSymbol {
  readonly symbol: StepSymbol;
  readonly step: Step;
  /** "4" or "4b". */
  readonly number: string;
}

export function toSceneNames(procedure: Procedure, layout: DocumentLayout): SceneNames {
  const symbols = toKnownSymbols(procedure.steps);
  const flows = new Map(procedure.flows.map((flow) => [flow.id, flow]));
  const actors = new Map(procedure.actors.map(({ id, name }) => [id, name.trim()]));
  const ends: FlowEnds = { symbols, pages: toPageNumbers(layout) };
  const toFlows = (ids: readonly string[]) => ids.flatMap((id) => flows.get(id) ?? []);
  return {
    nameSymbol: (id) => `Langkah ${toNumber(symbols, id)}`,
    describeSymbol: (box) => {
      const known = symbols.get(box.symbol);
      const name = actors.get(known?.symbol.actor ?? '');
      return describeSymbol(box, known, { actor: name, kind: describeKind(box, procedure.flows) });
    },
    describePentagon: ({ flow, flows: all = [flow], letter, direction }) =>
      describePentagon(letter, direction, { flows: toFlows(all), ends }),
    describeFlows: (ids, label) => {
      const [from, to] = [toSources(toFlows(ids), ends), toTarget(toFlows(ids), ends)];
      return `dari langkah ${from} ke langkah ${to}${label ? `, ${label}` : ''}`;
    },
    describeJoint: (id) => {
      const index = procedure.steps.findIndex((step) => step.id === id);
      const names = procedure.steps[index]?.symbols.map(({ actor }) => actors.get(actor) ?? '');
      return `Langkah ${index + 1} dikerjakan bersama: ${listAll([...new Set(names)])}`;
    },
  };
}

function toKnownSymbols(steps: readonly Step[]): ReadonlyMap<string, KnownSymbol> {
  const known = steps.flatMap((step, index) =>
    step.symbols.map((symbol, at): readonly [string, KnownSymbol] => {
      const letter = step.symbols.length > 1 ? toSmallLetter(at) : '';
      return [symbol.id, { symbol, step, number: `${index + 1}${letter}` }];
    }),
  );
  return new Map(known);
}

function toSmallLetter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : toSmallLetter(Math.floor(index / 26) - 1) + last;
}

function toPageNumbers({ pages }: DocumentLayout): ReadonlyMap<string, number> {
  return new Map(
    pages.flatMap((page, index) => page.symbols.map(({ symbol }) => [symbol, index + 1] as const)),
  );
}

function describeSymbol(
  { symbol, lines }: SymbolBox,
  known: KnownSymbol | undefined,
  { actor, kind }: { readonly actor: string | undefined; readonly kind: string },
): string {
  // A text that has no room in its symbol stands elsewhere on the page.
  const inside = joinLines(lines) || toOneLine(known?.symbol.text);
  const what = inside === '' ? kind : `${kind} “${inside}”`;
  const head = [`Langkah ${known?.number ?? symbol}`, actor, what].filter(Boolean).join(', ');
  const activity = toOneLine(known?.step.activity);
  return activity === '' ? head : `${head}: ${activity}`;
}

function toOneLine(text = ''): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function describeKind({ symbol, kind }: SymbolBox, flows: readonly Flow[]): string {
  switch (kind) {
    case 'process':
      return 'kegiatan';
    case 'decision':
      return 'keputusan';
    case 'terminator':
      return roleNames[toTerminatorRole(symbol, flows)];
  }
}

const roleNames = { start: 'mulai', end: 'selesai', unconnected: 'mulai atau selesai' };

interface FlowEnds {
  readonly symbols: ReadonlyMap<string, KnownSymbol>;
  /** From 1, by symbol. */
  readonly pages: ReadonlyMap<string, number>;
}

function describePentagon(
  letter: string,
  direction: OffPageConnector['direction'],
  { flows, ends }: { readonly flows: readonly Flow[]; readonly ends: FlowEnds },
): string {
  const others = flows.map(({ from, to }) => (direction === 'out' ? to : from));
  const pages = [...new Set(others.flatMap((other) => ends.pages.get(other) ?? []))];
  const steps =
    direction === 'out'
      ? `ke langkah ${toTarget(flows, ends)}`
      : `dari langkah ${toSources(flows, ends)}`;
  return `Penghubung ${letter} ${steps} di halaman ${listAll(pages.map(String))}`;
}

function toSources(flows: readonly Flow[], { symbols }: FlowEnds): string {
  return listAll([...new Set(flows.map(({ from }) => toNumber(symbols, from)))]);
}

function toTarget(flows: readonly Flow[], { symbols }: FlowEnds): string {
  return listAll([...new Set(flows.map(({ to }) => toNumber(symbols, to)))]);
}

function toNumber(symbols: ReadonlyMap<string, KnownSymbol>, symbol: string): string {
  return symbols.get(symbol)?.number ?? symbol;
}

/** "Ketua, Sekretaris dan Kasubbag". */
function listAll(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} dan ${last}`;
}
