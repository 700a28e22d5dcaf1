import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOPICS, templatesSchema } from '#app/templates/templates.ts';
import { measureCanvas } from '#core/layout/canvasMetrics.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { findForbidden, measureLayout } from '#core/layout/layoutMetrics.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { checkProcedure } from '#core/rules/checkProcedure.ts';

const listed = templatesSchema.parse(
  JSON.parse(readFileSync('public/templates/index.json', 'utf8')),
);
const own = listed.filter(({ topic }) => topic !== 'example');

describe('the templates', () => {
  it('are all listed, with what their files hold', () => {
    const files = readdirSync('public/templates').filter((name) => name.endsWith('.sop.json'));
    const facts = listed.map(({ path }) => {
      const { identity, steps, actors } = readTemplate(path);
      return { path, title: identity.title, steps: steps.length, actors: actors.length };
    });

    expect(own.map(({ path }) => path).sort()).toEqual(files.map((file) => `/templates/${file}`));
    expect(listed.map(({ topic, ...rest }) => rest)).toEqual(facts);
  });

  it('are at least eight, and leave no topic empty', () => {
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect([...new Set(listed.map(({ topic }) => topic))].sort()).toEqual([...TOPICS].sort());
  });
});

describe.each(own)('the template $path', ({ path }) => {
  const procedure = readTemplate(path);

  it('lacks nothing but what each office fills in: number, letterhead, dates and signer', () => {
    const found = checkProcedure(procedure)
      .filter(({ level }) => level !== 'info')
      .map(({ rule, place }) => `${rule} ${place.kind === 'identity' ? place.field : place.kind}`);

    expect(found).toEqual([
      'I1 number',
      'I1 unit',
      'I1 createdOn',
      'I1 effectiveOn',
      'I1 approver.name',
    ]);
  });

  it('is drawn without a flaw, on the canvas and on paper', () => {
    const canvas = measureCanvas(layoutCanvas(procedure), procedure);
    const pages = measureLayout(layoutDocument(procedure), procedure);

    expect(findForbidden(canvas)).toEqual({});
    expect(findForbidden(pages)).toEqual({});
  });
});

/** A template or example by the path under which the browser fetches it. */
function readTemplate(path: string): Procedure {
  const parsed = parseProcedureJson(readFileSync(`public${path}`, 'utf8'));
  if (!parsed.ok)
    throw new RangeError(`${path}: ${parsed.problem.place} ${parsed.problem.message}`);
  return parsed.procedure;
}
