import { describe, expect, it } from 'vitest';
import { joinLines } from '#core/export/sceneText.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { DocumentLayout, SymbolBox } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { findForbidden, measureLayout } from '#core/layout/layoutMetrics.ts';
import type { Procedure, StepSymbol } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { askingProcedure, LONG_QUESTIONS } from '#tests/support/longQuestions.ts';
import { flowchartPages } from '#tests/support/pageTexts.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const [short, medium, long] = LONG_QUESTIONS;

describe('long texts of symbols on pages', () => {
  it.each<{ actors: number; settings: Settings }>([
    { actors: 8, settings: {} },
    { actors: 15, settings: {} },
    { actors: 8, settings: { orientation: 'portrait' } },
    { actors: 8, settings: { terminatorStyle: 'extra' } },
    { actors: 15, settings: { terminatorStyle: 'extra', orientation: 'portrait' } },
  ])('are printed whole with $actors actors and $settings', ({ actors, settings }) => {
    const procedure = askingProcedure(actors);

    const layout = layoutDocument(procedure, settings);

    expect(findForbidden(measureLayout(layout, procedure))).toEqual({});
    expect(findQuestions(layout)).toEqual([short, medium, long]);
  });

  it('make their symbol higher, then their type a little smaller', () => {
    const usual = layOne({ kind: 'decision', text: 'Lengkap?' });
    const higher = layOne({ kind: 'decision', text: short });

    expect(higher.box.height).toBeGreaterThan(usual.box.height * 1.5);
    expect(higher.box.height).toBeLessThanOrEqual(60);
    expect(sizesOf(higher.box)).toEqual([6]);
    const fuller = Array.from({ length: 40 }, (_, words) =>
      layOne({ kind: 'process', text: 'berkas '.repeat(words + 1) }),
    );
    expect(new Set(fuller.flatMap(({ box }) => sizesOf(box)))).toEqual(new Set([6, 5.5]));
  });

  it('are not set smaller than 5.5 pt, however small the symbols are', () => {
    const procedure = withSymbols([
      { id: 's1', actor: 'staff', kind: 'decision', text: 'Sah dan lengkap?' },
    ]);

    const boxes = layoutDocument(procedure, { symbolScale: 0.7 }).pages.flatMap(
      ({ symbols }) => symbols,
    );

    expect(boxes.flatMap(sizesOf)).toEqual([5.5]);
  });

  it('stand below the activity when no symbol holds them, and leave the symbol empty', () => {
    const { box, below, plainBox } = layOne({ kind: 'decision', text: long });

    expect(below).toEqual([`Keputusan: ${long}`]);
    expect(box.lines).toEqual([]);
    expect([box.width, box.height]).toEqual([plainBox.width, plainBox.height]);
  });

  it.each([
    { kind: 'process', name: 'Proses' },
    { kind: 'terminator', name: 'Mulai' },
  ] as const)('say of a $kind what they are', ({ kind, name }) => {
    expect(layOne({ kind, text: long }).below).toEqual([`${name}: ${long}`]);
  });

  it('say whose symbol they belong to where there are several', () => {
    const procedure = withSymbols([
      { id: 's1', actor: 'staff', kind: 'decision', text: long },
      { id: 's1b', actor: 'head', kind: 'decision', text: medium },
    ]);

    expect(findBelow(layoutDocument(procedure))).toEqual([
      `Keputusan (Staf): ${long}`,
      `Keputusan (Kasubag): ${medium}`,
    ]);
  });

  it('break no word in a symbol', () => {
    const word = 'Mempertanggungjawabkannya';

    expect(layOne({ kind: 'terminator', text: word }).below).toEqual([`Mulai: ${word}`]);
    expect(layOne({ kind: 'terminator', text: 'Mulai' }).box.lines.map(({ text }) => text)).toEqual(
      ['Mulai'],
    );
  });

  it('go on on the next page when they are longer than one', () => {
    const text = `${long} `.repeat(60).trim();
    const procedure = withSymbols([{ id: 's1', actor: 'staff', kind: 'decision', text }]);

    const layout = layoutDocument(procedure);

    expect(flowchartPages(layout).length).toBeGreaterThan(1);
    expect(findForbidden(measureLayout(layout, procedure))).toEqual({});
  });

  it('are one paragraph with the activity’s cell in files, and are told with their symbol', () => {
    const procedure = withSymbols([{ id: 's1', actor: 'staff', kind: 'decision', text: long }]);

    const items = toScenes(layoutDocument(procedure), procedure).flatMap((scene) => scene.items);

    const cell = items.find(
      (item) => item.kind === 'cell' && item.paragraphs[0]?.text === 'Menerima surat',
    );
    const shape = items.find((item) => item.kind === 'shape' && item.ref === 'symbol:s1');
    expect(cell).toMatchObject({
      paragraphs: [{ text: 'Menerima surat' }, { text: `Keputusan: ${long}` }],
    });
    expect(shape).toMatchObject({ description: expect.stringContaining(long) });
  });
});

describe('the count of clipped texts', () => {
  const procedure = withSymbols([{ id: 's1', actor: 'staff', kind: 'decision', text: short }]);

  it.each([
    ['ends in an ellipsis', (text: string) => text.replace(/.$/, '…')],
    ['lost a word', () => ''],
  ])('finds a symbol’s text that %s', (_, change) => {
    const layout = changeSymbols(layoutDocument(procedure), (box) => ({
      ...box,
      lines: box.lines.map((line, at) =>
        at === box.lines.length - 1 ? { ...line, text: change(line.text) } : line,
      ),
    }));

    expect(measureLayout(layout, procedure).clippedTexts).toBe(1);
  });

  it('finds lines that stick out of a diamond, but not of its box', () => {
    const layout = changeSymbols(layoutDocument(procedure), (box) => ({
      ...box,
      lines: box.lines.map((line, at) => (at === 0 ? { ...line, width: box.width - 2 } : line)),
    }));

    expect(measureLayout(layout, procedure).clippedTexts).toBe(1);
  });
});

/** Each text of a decision, wherever it stands, without what says that it is one. */
function findQuestions(layout: DocumentLayout): readonly string[] {
  const inside = layout.pages.flatMap(({ symbols }) =>
    symbols.filter(({ kind }) => kind === 'decision').map(({ lines }) => joinLines(lines)),
  );
  const below = findBelow(layout).map((text) => text.replace(/^Keputusan: /, ''));
  return [...inside.filter((text) => text !== ''), ...below];
}

function findBelow({ pages }: DocumentLayout): readonly string[] {
  return pages.flatMap(({ cells }) =>
    cells.filter(({ target }) => target?.of === 'symbol').map(({ lines }) => joinLines(lines)),
  );
}

/** The first step with this symbol, beside one like it without a text. */
function layOne(symbol: Pick<StepSymbol, 'kind' | 'text'>) {
  const layout = layoutDocument(
    withSymbols([
      { id: 's1', actor: 'staff', ...symbol },
      { id: 'plain', actor: 'secretary', kind: symbol.kind },
    ]),
  );
  const boxes = layout.pages.flatMap(({ symbols }) => symbols);
  const box = boxes.find((each) => each.symbol === 's1');
  const plainBox = boxes.find((each) => each.symbol === 'plain');
  if (!box || !plainBox) throw new Error('a symbol is missing');
  return { box, plainBox, below: findBelow(layout) };
}

function sizesOf({ lines }: SymbolBox): readonly number[] {
  return [...new Set(lines.map(({ size }) => size))];
}

function withSymbols(symbols: readonly StepSymbol[]): Procedure {
  const procedure = smallProcedure();
  const [first, ...rest] = procedure.steps;
  return first ? { ...procedure, steps: [{ ...first, symbols }, ...rest] } : procedure;
}

function changeSymbols(
  layout: DocumentLayout,
  change: (box: SymbolBox) => SymbolBox,
): DocumentLayout {
  const pages = layout.pages.map((page) => ({
    ...page,
    symbols: page.symbols.map((box) => (box.symbol === 's1' ? change(box) : box)),
  }));
  return { ...layout, pages };
}
