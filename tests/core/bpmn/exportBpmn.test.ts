/// <reference path="../../../src/core/bpmn/bpmnModdle.d.ts" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

const schema = '../shared/bpmn/xsd/BPMN20.xsd';
const canValidate = existsSync(schema) && hasXmllint();

describe('exportBpmn', () => {
  it('makes the unit a pool, each actor a lane, and each group a lane around its actors', async () => {
    const { pools, lanes } = await read(withGroups(readExample('permohonan-informasi-publik')));

    expect(pools).toHaveLength(1);
    expect(lanes).toEqual({
      Pemohon: [],
      Layanan: ['Petugas Desk Pelayanan', 'PPID'],
      'Subbagian Pemilik Informasi': [],
      'Atasan PPID': [],
    });
  });

  it('writes capsules as events, a start of its own where a loop leads back to the first', async () => {
    const { typeOf } = await read(readExample('penyusunan-dan-penetapan-sop'));

    expect(typeOf('Start_s1')).toBe('bpmn:StartEvent');
    expect(typeOf('Symbol_s1a')).toBe('bpmn:Task');
    expect(typeOf('Symbol_s12a')).toBe('bpmn:EndEvent');
    expect(typeOf('Symbol_s2a')).toBe('bpmn:ExclusiveGateway');
  });

  it('puts boxes that are done together between a parallel fork and join', async () => {
    const { flows } = await read(readExample('penyusunan-dan-penetapan-sop'));

    expect(flows.filter((flow) => flow.includes('_s6'))).toEqual([
      'Symbol_s5a > Fork_s6: Ya',
      'Join_s6 > Symbol_s7a',
      'Fork_s6 > Symbol_s6a',
      'Fork_s6 > Symbol_s6b',
      'Symbol_s6a > Join_s6',
      'Symbol_s6b > Join_s6',
    ]);
  });

  it('tells the quality standard in the documentation', async () => {
    const { element } = await read(readExample('permohonan-informasi-publik'));

    const documentation = list(element('Symbol_s6a'), 'documentation')[0]?.get('text');
    expect(documentation).toContain('Waktu: 1 hari kerja');
  });

  it('writes the same bytes for the same procedure', async () => {
    const procedure = readExample('penggantian-antarwaktu-dprd');

    expect(await exportBpmn(procedure)).toBe(await exportBpmn(procedure));
  });
});

describe('the picture of exportBpmn', () => {
  it.each(readExamples())(
    'gives every element of $name its place, lanes side by side',
    async ({ procedure }) => {
      const picture = await readPicture(procedure);

      expect(picture.undrawn).toEqual([]);
      expect(picture.laneGaps).toEqual([]);
      expect(picture.outsideLane).toEqual([]);
    },
  );

  it.each(readExamples())(
    'draws the arrows of $name at right angles and around every node',
    async ({ procedure }) => {
      const picture = await readPicture(procedure);

      expect(picture.slanted).toEqual([]);
      expect(picture.throughNodes).toEqual([]);
    },
  );

  it('does so for other procedures too', async () => {
    const procedures = arbitraryProcedure({ steps: { most: 18 }, actors: { most: 6 } });
    await fc.assert(
      fc.asyncProperty(procedures, async (procedure) => {
        const picture = await readPicture(procedure);

        expect(picture).toEqual({
          undrawn: [],
          laneGaps: [],
          outsideLane: [],
          slanted: [],
          throughNodes: [],
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe.skipIf(!canValidate)(
  'the XML of exportBpmn (needs ../shared/bpmn/xsd and xmllint)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-bpmn-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    const validate = async (procedures: readonly Procedure[]): Promise<void> => {
      const files = await Promise.all(
        procedures.map(async (procedure, index) => {
          const file = join(folder, `${index}.bpmn`);
          writeFileSync(file, await exportBpmn(procedure));
          return file;
        }),
      );
      execFileSync('xmllint', ['--noout', '--schema', schema, ...files], { stdio: 'pipe' });
    };

    it('is valid against the schema for the examples', async () => {
      await validate(readExamples().map(({ procedure }) => procedure));
    });

    it('is valid for procedures with odd ids, texts and shapes', async () => {
      await validate(fc.sample(wildProcedure, { numRuns: 40, seed: 11 }));
    });
  },
);

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function withGroups(procedure: Procedure): Procedure {
  const [first, ...rest] = procedure.actors;
  return {
    ...procedure,
    actors: [
      { id: first?.id ?? '', name: 'Pemohon' },
      ...rest.map((actor, index) => (index < 2 ? { ...actor, group: 'Layanan' } : actor)),
    ],
  };
}

async function parse(procedure: Procedure): Promise<ModdleElement> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(await exportBpmn(procedure));
  expect(warnings).toEqual([]);
  return rootElement;
}

function list(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? value : [];
}

function child(element: ModdleElement, property: string): ModdleElement {
  return element.get(property) as ModdleElement;
}

async function read(procedure: Procedure) {
  const [collaboration, process] = list(await parse(procedure), 'rootElements');
  if (!collaboration || !process) throw new Error('no process');
  const elements = new Map(list(process, 'flowElements').map((each) => [each.get('id'), each]));
  const element = (id: string): ModdleElement => {
    const found = elements.get(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  const [laneSet] = list(process, 'laneSets');
  const lanes = (laneSet ? list(laneSet, 'lanes') : []).map((lane) => [
    lane.get('name'),
    lane.get('childLaneSet')
      ? list(child(lane, 'childLaneSet'), 'lanes').map((inner) => inner.get('name'))
      : [],
  ]);
  const flows = [...elements.values()]
    .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .map((flow) => {
      const ends = `${child(flow, 'sourceRef').get('id')} > ${child(flow, 'targetRef').get('id')}`;
      return flow.get('name') ? `${ends}: ${flow.get('name')}` : ends;
    });
  return {
    pools: list(collaboration, 'participants'),
    lanes: Object.fromEntries(lanes),
    flows,
    element,
    typeOf: (id: string) => element(id).$type,
  };
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function readPicture(procedure: Procedure) {
  const definitions = await parse(procedure);
  const [, process] = list(definitions, 'rootElements');
  const [diagram] = list(definitions, 'diagrams');
  if (!process || !diagram) throw new Error('no picture');
  const drawn = list(child(diagram, 'plane'), 'planeElement');
  const shapes = new Map<string, Rect>();
  const edges = new Map<string, readonly (readonly [number, number])[]>();
  for (const each of drawn) {
    const id = String(child(each, 'bpmnElement').get('id'));
    if (each.get('bounds')) shapes.set(id, child(each, 'bounds') as unknown as Rect);
    else
      edges.set(
        id,
        list(each, 'waypoint').map((point) => [Number(point.get('x')), Number(point.get('y'))]),
      );
  }
  const flowElements = list(process, 'flowElements');
  const lanes = allLanes(process);
  return {
    undrawn: [...flowElements, ...lanes]
      .map((each) => String(each.get('id')))
      .filter((id) => !shapes.has(id) && (edges.get(id)?.length ?? 0) < 2),
    laneGaps: findLaneGaps(lanes.flatMap((lane) => shapes.get(String(lane.get('id'))) ?? [])),
    outsideLane: lanes.flatMap((lane) =>
      list(lane, 'flowNodeRef')
        .map((node) => String(node.get('id')))
        .filter((id) => !isWithin(shapes.get(id), shapes.get(String(lane.get('id'))))),
    ),
    slanted: [...edges].filter(([, points]) => points.some(isSlanted)).map(([id]) => id),
    throughNodes: flowElements
      .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
      .filter((flow) => {
        // An arrow may reach into the square around a gateway, up to the diamond.
        const own = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
        const points = edges.get(String(flow.get('id'))) ?? [];
        return flowElements.some((element) => {
          const node = shapes.get(String(element.get('id')));
          const isOther = node !== undefined && !own.includes(element);
          return isOther && points.some((end, index) => crosses(node, points[index - 1], end));
        });
      })
      .map((flow) => String(flow.get('id'))),
  };
}

/** The innermost lanes. */
function allLanes(process: ModdleElement): readonly ModdleElement[] {
  return list(process, 'laneSets')
    .flatMap((set) => list(set, 'lanes'))
    .flatMap((lane) =>
      lane.get('childLaneSet') ? list(child(lane, 'childLaneSet'), 'lanes') : [lane],
    );
}

/** Where a lane does not begin at the end of the one above. */
function findLaneGaps(lanes: readonly Rect[]): readonly number[] {
  const sorted = [...lanes].sort((a, b) => a.y - b.y);
  return sorted.slice(1).flatMap((lane, index) => {
    const above = sorted[index];
    return above && Math.abs(above.y + above.height - lane.y) < 0.01 ? [] : [index];
  });
}

function isWithin(inner: Rect | undefined, outer: Rect | undefined): boolean {
  if (!inner || !outer) return false;
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

type Waypoint = readonly [number, number];

function isSlanted(end: Waypoint, index: number, points: readonly Waypoint[]): boolean {
  const start = points[index - 1];
  return start !== undefined && start[0] !== end[0] && start[1] !== end[1];
}

/** A segment runs through the inside of a node, not just to its border. */
function crosses(node: Rect, start: Waypoint | undefined, end: Waypoint): boolean {
  if (!start) return false;
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])];
  const [top, bottom] = [Math.min(start[1], end[1]), Math.max(start[1], end[1])];
  return (
    left < node.x + node.width - 1 &&
    right > node.x + 1 &&
    top < node.y + node.height - 1 &&
    bottom > node.y + 1
  );
}
