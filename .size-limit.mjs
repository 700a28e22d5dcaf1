// What a browser loads before the first page can be used: the files that the page names, and those that
// Vite's manifest gives for its modules.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/public/.vite/manifest.json', 'utf8'));

const html = readFileSync('dist/public/index.html', 'utf8');
const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const texts = 'src/app/i18n/id.first.ts';
const styles = 'src/ui/moreStyles.ts';

/** The files of the page, of these modules and of everything that they import at once. */
function filesOf(...entries) {
  const files = new Set(named);
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...files].map((file) => `dist/public/${file}`);
}

export default [
  {
    name: 'first load: sign in',
    path: filesOf(texts, styles, 'src/app/signIn/SignInPage.tsx'),
    gzip: true,
    limit: '350 kB',
  },
  {
    name: 'first load: list',
    path: filesOf(texts, styles, 'src/app/list/ListPage.tsx'),
    gzip: true,
    limit: '350 kB',
  },
  {
    name: 'first load: editor with canvas',
    path: filesOf(texts, 'src/app/editor/EditorPage.tsx', 'src/views/canvas/Canvas.tsx'),
    gzip: true,
    limit: '350 kB',
  },
];
