// Which modules of the application travel together: few files compress better than many small ones.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const start = 'src/app/main.tsx';
const editor = ['src/app/editor/EditorPage.tsx', 'src/views/canvas/Canvas.tsx'];
const otherPages = [
  'src/app/signIn/SignInPage.tsx',
  'src/app/signIn/SetupPage.tsx',
  'src/app/share/LinkPage.tsx',
  'src/app/list/ListPage.tsx',
  'src/app/account/UsersPage.tsx',
  'src/app/account/AccountPage.tsx',
];

/**
 * Groups for the bundler, the first that wants a module first: what every page needs; what the first picture
 * of the editor needs and some other page too; of the rest the procedure itself, which other windows show
 * without an editor, and the editor. All other modules are left to the bundler.
 */
export const chunkGroups = [
  toGroup('start', (id, graph) => reachedFrom(start, graph).has(id)),
  toGroup('shared', (id, graph) => isInEditor(id, graph) && isInOtherPage(id, graph)),
  toGroup('procedure', (id, graph) => isInEditor(id, graph) && procedure.test(id)),
  toGroup('editor', isInEditor),
].map((group, at, all) => ({ ...group, priority: all.length - at }));

const procedure =
  /[\\/]src[\\/](?:core|document|session|protocol)[\\/]|[\\/]node_modules[\\/](?:yjs|lib0|y-[a-z]+)[\\/]/;

function toGroup(name, has) {
  return { debugName: name, name: (id, graph) => (has(id, graph) ? name : null) };
}

function isInEditor(id, graph) {
  return editor.some((entry) => reachedFrom(entry, graph).has(id));
}

function isInOtherPage(id, graph) {
  return otherPages.some((entry) => reachedFrom(entry, graph).has(id));
}

const reached = new Map();

/** Everything that a module imports at once, and all that this imports. */
function reachedFrom(entry, graph) {
  const known = reached.get(entry);
  if (known) return known;
  const found = new Set();
  const visit = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of importsOf(id, graph)) visit(imported);
  };
  visit(join(root, entry));
  reached.set(entry, found);
  return found;
}

/** An index that exports hundreds of parts stands for those that are taken from it by name. */
const index = /[\\/]@(?:mantine[\\/]\w+[\\/]esm[\\/]index|tabler[\\/].*icons-react)\.mjs$/;

function importsOf(id, graph) {
  const { importedIds = [], code = '' } = graph.getModuleInfo(id) ?? {};
  return importedIds.flatMap((imported) => {
    if (!index.test(imported)) return [imported];
    return [...namesIn(code)].flatMap((name) => partsOf(imported, graph).get(name) ?? []);
  });
}

function* namesIn(code) {
  for (const [, list] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']@(?:mantine|tabler)\//g))
    for (const name of list.split(',')) yield name.trim().split(/\s/)[0];
}

const indexes = new Map();

/** The module of each name that an index exports. */
function partsOf(id, graph) {
  const known = indexes.get(id);
  if (known) return known;
  const parts = new Map();
  const { code = '' } = graph.getModuleInfo(id) ?? {};
  for (const [, list, path] of code.matchAll(
    /(?:import|export)\s*\{([^}]*)\}\s*from\s*["'](\.[^"']+)/g,
  ))
    for (const name of list.split(','))
      parts.set(name.trim().split(/\s/).at(-1), join(dirname(id), path));
  indexes.set(id, parts);
  return parts;
}
