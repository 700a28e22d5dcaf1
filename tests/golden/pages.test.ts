import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { readExamples } from '#tests/support/examples.ts';

const folder = 'tests/golden/pages';

/** `ALUR_UPDATE_GOLDEN=1` writes the pages again; look at each that changed before it is committed. */
const isUpdate = process.env['ALUR_UPDATE_GOLDEN'] === '1';

describe('the pages of the examples', () => {
  it.each(readExamples())('are those of $name that were looked at', ({ name, procedure }) => {
    const drawn = drawPages(name, procedure);

    if (isUpdate) writePages(name, drawn);

    expect(readPages(name)).toEqual(drawn);
  });
});

type Pages = Readonly<Record<string, string>>;

function drawPages(name: string, procedure: Procedure): Pages {
  const { title } = procedure.identity;
  const scenes = toScenes(layoutDocument(procedure), procedure);
  return Object.fromEntries(
    scenes.map((scene, index) => [`${name}-${index + 1}.svg`, toSvg(scene, { title })]),
  );
}

function listPages(name: string): readonly string[] {
  return readdirSync(folder).filter((file) => file.replace(/-\d+\.svg$/, '') === name);
}

function readPages(name: string): Pages {
  return Object.fromEntries(
    listPages(name).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

function writePages(name: string, pages: Pages): void {
  mkdirSync(folder, { recursive: true });
  for (const file of listPages(name)) rmSync(join(folder, file));
  for (const [file, svg] of Object.entries(pages)) writeFileSync(join(folder, file), svg);
}
