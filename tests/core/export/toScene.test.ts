import { describe, expect, it } from 'vitest';
import { toArrow } from '#core/export/outline.ts';
import type { Scene, SceneCell, SceneItem, SceneShape } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure, Step } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('toScenes', () => {
  it.each(readExamples())('ends every arrow of $name on the edge of a shape', ({ procedure }) => {
    const scenes = toScenes(layoutDocument(procedure), procedure);

    for (const { items } of scenes) {
      const shapes = items.filter((item) => item.kind === 'shape');
      for (const item of items) {
        if (item.kind !== 'polyline' || !item.head) continue;
        const [tip] = toArrow(item.points, item.strokeWidth)?.head ?? [];
        if (!tip) throw new Error(`${item.ref} has no head`);
        expect(shapes.some((shape) => liesOnEdge(tip, shape))).toBe(true);
      }
    }
  });

  it('draws a shape for every symbol and a line for every flow', () => {
    const procedure = smallProcedure();

    const refs = toScenes(layoutDocument(procedure), procedure).flatMap(({ items }) =>
      items.flatMap((item) => ('ref' in item ? [item.ref] : [])),
    );

    expect(refs.toSorted()).toEqual([
      ...['flow:f1', 'flow:f2', 'flow:f3', 'flow:f4'],
      ...['symbol:s1', 'symbol:s2', 'symbol:s3', 'symbol:s4'],
    ]);
  });

  it('puts a label on white where a rule of the table would run through its letters', () => {
    const { flows, ...rest } = smallProcedure();
    const toGrounds = (label: string) => {
      const procedure = { ...rest, flows: flows.map((flow) => ({ ...flow, label })) };
      const items = toScenes(layoutDocument(procedure), procedure).flatMap((scene) => scene.items);
      return items.flatMap((item) => (item.kind === 'polyline' && item.label ? [item.label] : []));
    };

    const long = toGrounds('Dikembalikan untuk dilengkapi oleh pemohon');
    expect(long.some(({ hasGround }) => hasGround)).toBe(true);
    expect(toGrounds('Y').every(({ hasGround }) => !hasGround)).toBe(true);
  });

  it('marks each page as a draft until the SOP takes effect, unless the document says otherwise', () => {
    const countMarks = (effectiveOn: string | null, settings: Settings) => {
      const { identity, ...rest } = smallProcedure();
      const procedure = { ...rest, identity: { ...identity, effectiveOn }, settings };
      const scenes = toScenes(layoutDocument(procedure), procedure);
      return scenes.map(({ items }) => items.filter(isDraftMark).length);
    };

    expect(countMarks(null, {})).toEqual([1, 1]);
    expect(countMarks('2026-07-01', {})).toEqual([0, 0]);
    expect(countMarks(null, { draftMark: false })).toEqual([0, 0]);
    expect(countMarks('2026-07-01', { draftMark: true, cover: true })).toEqual([1, 1, 1]);
  });

  it('gives cover and decree as tables without rules, so that a reader can go on in them', () => {
    const procedure = { ...smallProcedure(), settings: { cover: true, decreePage: true } };

    const scenes = toScenes(layoutDocument(procedure), procedure);

    for (const { items } of scenes.slice(0, 2)) {
      const cells = items.filter((item) => item.kind === 'cell');
      expect(new Set(cells.map(({ place }) => place?.table))).toEqual(new Set(['page']));
      expect(new Set(cells.map(({ strokeWidth }) => strokeWidth))).toEqual(new Set([0]));
    }
  });

  it('draws the logo', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';
    const procedure = smallProcedure();
    const withLogo = { ...procedure, identity: { ...procedure.identity, logo } };

    const [scene] = toScenes(layoutDocument(withLogo), withLogo);

    expect(scene?.items.filter(({ kind }) => kind === 'picture')).toMatchObject([{ href: logo }]);
  });

  it('keeps a text whole beside the lines that it was wrapped to', () => {
    const activity = 'Memeriksa Kabupaten/Kota serta-merta dan Mempertanggungjawabkannyaaaaaaaaaa';
    const text = `${activity.repeat(3)}\n2. Paraf`;

    const cell = findCell(drawFirst({ activity: text }), '2. Paraf');

    expect(cell.paragraphs.map((paragraph) => paragraph.text)).toEqual([
      activity.repeat(3),
      '2. Paraf',
    ]);
    expect(cell.paragraphs[0]?.lines.length).toBeGreaterThan(2);
  });

  it('puts the entries of a list with their numbers into its cell', () => {
    const [scene] = draw(smallProcedure());

    const cell = scene && findCell(scene, 'PKPU 14/2020');

    expect(
      cell?.paragraphs.map(({ text, marker }) => `${marker?.text ?? ''} ${text}`.trim()),
    ).toEqual(['DASAR HUKUM', '1. UU 7/2017', '2. PKPU 14/2020', '3. PermenPANRB 35/2012']);
  });

  it('says of each symbol and arrow what it is, in Indonesian', () => {
    const scenes = draw(smallProcedure());

    expect(describeAll(scenes)).toEqual([
      'dari langkah 1 ke langkah 2',
      'dari langkah 2 ke langkah 3, Ya',
      'dari langkah 2 ke langkah 1, Tidak',
      'dari langkah 3 ke langkah 4',
      'Langkah 1, Staf, mulai: Menerima surat',
      'Langkah 2, Kasubag, keputusan: Memeriksa surat',
      'Langkah 3, Sekretaris, kegiatan: Menandatangani',
      'Langkah 4, Staf, selesai: Mengarsipkan',
    ]);
  });

  it('tells several symbols of one row apart and names a joint line', () => {
    const small = smallProcedure();
    const steps = small.steps.map(
      (step): Step =>
        step.id === 'sign'
          ? {
              ...step,
              joint: true,
              symbols: [...step.symbols, { id: 's3b', actor: 'head', kind: 'process' }],
            }
          : step,
    );

    const described = describeAll(draw({ ...small, steps }));

    expect(described).toContain('Langkah 3 dikerjakan bersama: Sekretaris dan Kasubag');
    expect(described).toContain('dari langkah 2 ke langkah 3a, Ya');
    expect(described).toContain('Langkah 3b, Kasubag, kegiatan: Menandatangani');
  });

  it('says where a pentagon leads', () => {
    const procedure = readExamples()[0]?.procedure ?? smallProcedure();

    const described = describeAll(draw(procedure)).filter((text) => text.startsWith('Penghubung'));

    expect(described[0]).toMatch(/^Penghubung A ke langkah \d+[a-z]? di halaman \d+$/);
    expect(described).toContainEqual(
      expect.stringMatching(/^Penghubung A dari langkah \d+.* di halaman \d+$/),
    );
  });

  it('glues an arrow to the sides that it leaves and enters in the middle', () => {
    const items = draw(smallProcedure()).flatMap((scene) => scene.items);

    expect(items.find((item) => item.kind === 'polyline' && item.ref === 'flow:f2')).toMatchObject({
      from: { ref: 'symbol:s2' },
      to: { ref: 'symbol:s3', side: 'top' },
      label: { text: 'Ya', lines: [{ text: 'Ya' }] },
    });
  });

  it.each(readExamples())('glues most arrows of $name', ({ procedure }) => {
    const arrows = draw(procedure).flatMap(({ items }) =>
      items.filter((item) => item.kind === 'polyline'),
    );

    const glued = arrows.filter(({ from, to }) => from && to);
    expect(glued.length).toBeGreaterThan(arrows.length / 2);
  });
});

function draw(procedure: Procedure): readonly Scene[] {
  return toScenes(layoutDocument(procedure), procedure);
}

/** The page with the first step, whose texts are changed. */
function drawFirst(texts: Partial<Step>): Scene {
  const small = smallProcedure();
  const steps = small.steps.map((step, index) => (index === 0 ? { ...step, ...texts } : step));
  const scene = draw({ ...small, steps })[1];
  if (!scene) throw new Error('no second page');
  return scene;
}

function findCell({ items }: Scene, text: string): SceneCell {
  const found = items
    .filter((item) => item.kind === 'cell')
    .find(({ paragraphs }) => paragraphs.some((paragraph) => paragraph.text === text));
  if (!found) throw new Error(`no cell says ${text}`);
  return found;
}

function describeAll(scenes: readonly Scene[]): readonly string[] {
  return scenes.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'shape' || item.kind === 'polyline' ? [item.description] : [],
    ),
  );
}

function isDraftMark(item: SceneItem): boolean {
  return item.kind === 'text' && item.text === 'DRAF';
}

function liesOnEdge([x, y]: readonly [number, number], shape: SceneShape): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const [right, bottom] = [shape.x + shape.width, shape.y + shape.height];
  if (x < shape.x - 0.01 || x > right + 0.01 || y < shape.y - 0.01 || y > bottom + 0.01)
    return false;
  return near(x, shape.x) || near(x, right) || near(y, shape.y) || near(y, bottom);
}
