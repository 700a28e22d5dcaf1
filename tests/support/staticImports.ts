import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Our source files that these load at once, by their text; what they import on demand is not among them. */
export function readStaticImports(entries: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    if (found.has(path) || !existsSync(join(root, path))) return;
    const text = readFileSync(join(root, path), 'utf8');
    found.set(path, text);
    for (const [, imported = ''] of text.matchAll(
      /^(?:import|\}) (?!type\b).*from '([.#][^']+)'/gm,
    ))
      visit(toPath(path, imported));
  };
  for (const entry of entries) visit(entry);
  return found;
}

function toPath(from: string, imported: string): string {
  return imported.startsWith('#') ? `src/${imported.slice(1)}` : join(dirname(from), imported);
}
