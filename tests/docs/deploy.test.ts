import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventually } from '#tests/support/eventually.ts';
import { openTestServer } from '#tests/support/openTestServer.ts';

const read = (name: string) => readFileSync(name, 'utf8');

describe('the files of deploy/', () => {
  it.each(['compose.yaml', 'example.env', 'alur.service', 'Containerfile'])(
    '%s sets only what docs/operations.md explains',
    (name) => {
      const documented = read('docs/operations.md');

      const settings = new Set(read(`deploy/${name}`).match(/\b(?:ALUR_[A-Z_]+|DATABASE_URL)\b/g));

      expect(settings.size).toBeGreaterThan(0);
      for (const setting of settings) expect(documented).toContain(`\`${setting}\``);
    },
  );

  it('give compose.yaml everything that it asks for', () => {
    const example = read('deploy/example.env');

    const wanted = new Set(
      [...read('deploy/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name),
    );

    expect(wanted.size).toBeGreaterThan(0);
    for (const name of wanted) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  it('tell a node that serves from one that does not', async () => {
    const alur = await openTestServer();
    const { port } = new URL(alur.url);

    // As the engine of the container does: a node that is busy for a moment is asked again.
    await eventually(async () => expect(await runHealthCheck(port)).toBe(0));
    await alur.close();

    expect(await runHealthCheck(port)).toBe(1);
  });

  it('let the image have every source that its build reads', () => {
    const ignored = read('deploy/Containerfile.dockerignore').split('\n');
    const [, targets = ''] =
      /const targets = (\{[\s\S]*?\n\});/.exec(read('scripts/build.mjs')) ?? [];
    const sources = [...targets.matchAll(/sources: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, source]) => source),
    );

    expect(ignored[0]).toBe('*');
    expect(sources).toContain('server');
    for (const source of sources) expect(ignored).toContain(`!${source}`);
  });
});

/** Runs what the HEALTHCHECK of the image runs; resolves with its exit code. */
async function runHealthCheck(port: string): Promise<number> {
  const [, list = ''] =
    /HEALTHCHECK[^\n]*\\\n\s+CMD (\[.*\])/.exec(read('deploy/Containerfile')) ?? [];
  const [, ...args] = z.array(z.string()).parse(JSON.parse(list));
  const child = spawn(process.execPath, args, { env: { PORT: port }, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return Number(code);
}
