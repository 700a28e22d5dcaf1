import { describe, expect, it } from 'vitest';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toLayoutJson } from '#core/layout/toLayoutJson.ts';
import { readExample } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('toLayoutJson', () => {
  it('prints exactly the promised keys', () => {
    const { pages } = toLayoutJson(layoutDocument(smallProcedure()));

    const page = pages.at(-1);
    expect(Object.keys(page ?? {}).toSorted()).toEqual([
      'columns',
      'connectors',
      'footer',
      'height',
      'offPage',
      'rows',
      'symbols',
      'width',
    ]);
    expect(page?.columns.map(({ actor }) => actor)).toEqual(['staff', 'head', 'secretary']);
    expect(page?.rows.map(({ step }) => step)).toEqual(['receive', 'check', 'sign', 'file']);
    expect(Object.keys(page?.symbols[0] ?? {}).toSorted()).toEqual([
      'height',
      'kind',
      'symbol',
      'width',
      'x',
      'y',
    ]);
    const labels = page?.connectors.map(({ flow, head, label }) => [flow, head, label?.text]);
    expect(labels?.toSorted()).toEqual([
      ['f1', true, undefined],
      ['f2', true, 'Ya'],
      ['f3', true, 'Tidak'],
      ['f4', true, undefined],
    ]);
  });

  it('lists a way out and a way in for every flow that crosses a page break', () => {
    const procedure = readExample('penggantian-antarwaktu-dprd');

    const { pages } = toLayoutJson(layoutDocument(procedure));

    const pageOf = new Map(
      pages.flatMap(({ symbols }, page) => symbols.map(({ symbol }) => [symbol, page] as const)),
    );
    const crossing = procedure.flows.filter(({ from, to }) => pageOf.get(from) !== pageOf.get(to));
    expect(crossing.length).toBeGreaterThan(2);
    for (const { id, from, to } of crossing)
      for (const [symbol, direction] of [
        [from, 'out'],
        [to, 'in'],
      ] as const) {
        const page = pages[pageOf.get(symbol) ?? 0];
        const pentagons = page?.offPage.filter((each) => each.flow === id);
        expect(pentagons?.map((each) => each.direction)).toEqual([direction]);
        expect(page?.connectors.filter(({ flow }) => flow === id).length).toBe(1);
      }
  });
});
