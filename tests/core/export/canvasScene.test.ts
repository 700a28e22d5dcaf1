import { describe, expect, it } from 'vitest';
import { toCanvasScene } from '#core/export/canvasScene.ts';
import { type Scene, toItemLines } from '#core/export/scene.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { readExample } from '#tests/support/examples.ts';

const procedure = readExample('permohonan-informasi-publik');
const layout = layoutCanvas(procedure);
const symbolsOf = (...steps: number[]) =>
  steps.flatMap((step) => procedure.steps[step - 1]?.symbols.map(({ id }) => id) ?? []);

describe('toCanvasScene', () => {
  it('shows everything with its lanes when nothing is chosen', () => {
    const scene = draw([]);

    const texts = scene.items.flatMap(toItemLines).map(({ text }) => text);
    for (const { name } of procedure.actors) expect(texts).toContain(name);
    expect(refs(scene, 'shape')).toHaveLength(procedure.steps.flatMap((s) => s.symbols).length);
    expect(refs(scene, 'polyline')).toHaveLength(procedure.flows.length);
  });

  it('shows the chosen symbols and only the arrows between them', () => {
    const chosen = symbolsOf(3, 4, 5);

    const scene = draw(chosen);

    const flows = procedure.flows.filter(
      ({ from, to }) => chosen.includes(from) && chosen.includes(to),
    );
    expect(flows.length).toBeGreaterThan(1);
    expect(refs(scene, 'shape')).toEqual(chosen.map((id) => `symbol:${id}`).toSorted());
    expect(refs(scene, 'polyline')).toEqual(flows.map(({ id }) => `flow:${id}`).toSorted());
    expect(scene.items.some(({ kind }) => kind === 'cell')).toBe(false);
  });

  it('is as large as what it shows, with a margin on each side', () => {
    const { width, height, items } = draw(symbolsOf(4));

    const [shape] = items;
    if (shape?.kind !== 'shape') throw new Error('no shape');
    expect([shape.x, shape.y]).toEqual([12, 12]);
    expect([width, height]).toEqual([shape.width + 24, shape.height + 24]);
  });

  it('is nothing where there is nothing to show', () => {
    const empty = emptyProcedure();

    expect(toCanvasScene(empty, layoutCanvas(empty))).toBeUndefined();
  });
});

function draw(symbols: readonly string[]): Scene {
  const scene = toCanvasScene(procedure, layout, new Set(symbols));
  if (!scene) throw new Error('nothing to draw');
  return scene;
}

function refs({ items }: Scene, kind: 'shape' | 'polyline'): readonly string[] {
  return items.flatMap((item) => (item.kind === kind ? [item.ref] : [])).toSorted();
}
