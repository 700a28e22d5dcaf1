import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStaticImports } from '#tests/support/staticImports.ts';

const styles = 'node_modules/@mantine/core/styles';
/** Those of a first picture, and those that come on demand. */
const first = importedBy('src/app/mantineStyles.ts');
const more = importedBy('src/ui/moreStyles.ts');

/** Parts that come along with a component, and that no page shows. */
const neverShown = ['CheckboxCard', 'CheckboxIndicator'];

describe('mantineStyles', () => {
  it('has the styles of every Mantine component that a source file uses', () => {
    const classes = findClasses(readAllSources());

    expect(classes.size).toBeGreaterThan(50);
    expect(findMissing([...first, ...more], classes)).toEqual(neverShown);
  });

  it('has those of a first picture before anything is drawn', () => {
    const sources = readStaticImports([
      'src/app/main.tsx',
      'src/app/editor/EditorPage.tsx',
      'src/views/canvas/Canvas.tsx',
    ]);
    const classes = findClasses(sources.values());

    expect(classes.size).toBeGreaterThan(20);
    expect(findMissing(first, classes)).toEqual([]);
  });

  it.each([
    ['first', first],
    ['more', more],
  ])('keeps the order of the whole style sheet: %s', (_, imported) => {
    const whole = readFileSync('node_modules/@mantine/core/styles.layer.css', 'utf8');

    const places = imported.map((name) => {
      const [top] = classesIn(`${name}.layer.css`);
      return top ? whole.indexOf(top) : 0;
    });

    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

function importedBy(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').matchAll(/styles\/(.+)\.layer\.css'/g);
  return [...lines].map((match) => match[1] ?? '');
}

/** The style sheets that have something for these classes and are not among the named ones. */
function findMissing(names: readonly string[], classes: ReadonlySet<string>): readonly string[] {
  return readdirSync(styles)
    .filter((file) => file.endsWith('.layer.css'))
    .filter((file) => classesIn(file).some((name) => classes.has(name)))
    .map((file) => file.replace('.layer.css', ''))
    .filter((name) => !names.includes(name) && !isCoveredBy(names, name, classes));
}

function classesIn(file: string): readonly string[] {
  const text = readFileSync(join(styles, file), 'utf8');
  return [...new Set([...text.matchAll(/m_[0-9a-f]{6,}/g)].map((match) => match[0]))];
}

/** What the file would add for these classes is there already: small parts stand in several files. */
function isCoveredBy(
  names: readonly string[],
  name: string,
  classes: ReadonlySet<string>,
): boolean {
  const there = new Set(names.flatMap((each) => classesIn(`${each}.layer.css`)));
  return classesIn(`${name}.layer.css`).every((each) => there.has(each) || !classes.has(each));
}

function* readAllSources(): Generator<string> {
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(file)) yield readFileSync(join('src', file), 'utf8');
}

/** The class names of every component that these sources import, and of what those are made of. */
function findClasses(sources: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.module.mjs'))
      for (const [name] of text.matchAll(/m_[0-9a-f]{6,}/g)) found.add(name);
    for (const [, path = ''] of text.matchAll(/from "(\.[^"]+)"/g))
      visit(join(dirname(file), path));
    for (const name of namesImportedFrom('core', text)) visit(fileOf('core', name));
  };
  for (const text of sources)
    for (const library of ['core', 'dates', 'notifications'])
      for (const name of namesImportedFrom(library, text)) visit(fileOf(library, name));
  return found;
}

function namesImportedFrom(library: string, text: string): readonly string[] {
  const lists = text.matchAll(/import \{([^}]*)\} from ['"]@mantine\/(\w+)['"]/g);
  return [...lists].flatMap(([, names = '', from]) =>
    from === library ? names.split(',').map((name) => name.replace(/ as .*/, '').trim()) : [],
  );
}

const indexes = new Map<string, string>();

/** The module of an exported name; an empty path for a type. */
function fileOf(library: string, name: string): string {
  const folder = `node_modules/@mantine/${library}/esm`;
  const index = indexes.get(library) ?? readFileSync(join(folder, 'index.mjs'), 'utf8');
  indexes.set(library, index);
  const path = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(index)?.[1];
  return path ? join(folder, path) : '';
}
