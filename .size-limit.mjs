// What a browser loads before the first page can be used, counted from Vite's manifest.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/public/.vite/manifest.json', 'utf8'));

/** The files of a module and of everything that it imports at once. */
function filesOf(...entries) {
  const files = new Set();
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

const shell = ['index.html', 'src/app/i18n/id.ts'].filter((key) => key in manifest);

export default [
  {
    name: 'first load: sign in',
    path: filesOf(...shell, 'src/app/signIn/SignInPage.tsx'),
    gzip: true,
    limit: '350 kB',
  },
  {
    name: 'first load: list',
    path: filesOf(...shell, 'src/app/list/ListPage.tsx'),
    gzip: true,
    limit: '350 kB',
  },
  {
    name: 'first load: editor with canvas',
    path: filesOf(...shell, 'src/app/editor/EditorPage.tsx', 'src/views/canvas/Canvas.tsx'),
    gzip: true,
    limit: '350 kB',
  },
];
