import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `file` “title”, “title” … */
const proof = /`(tests\/[^`]+\.test\.tsx?)`((?:,? ?“[^”]+”)+)/g;

describe.each(['docs/security.md', 'docs/operations.md'])('the proofs in %s', (page) => {
  const proofs = [...readFileSync(page, 'utf8').matchAll(proof)].flatMap(([, file, titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ file, title })),
  );

  it('are there', () => {
    expect(proofs.length).toBeGreaterThan(5);
  });

  it.each(proofs)('$file has “$title”', ({ file = '', title = '' }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(title);
  });
});
