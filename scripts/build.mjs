// Builds what is missing or older than its sources: the browser application and the Node programs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const targets = {
  app: { sources: ['src', 'public', 'index.html', 'vite.config.ts'], args: ['build'] },
  node: {
    sources: ['src', 'server', 'vite.node.config.ts'],
    args: ['build', '--config', 'vite.node.config.ts'],
  },
};

/** Builds the named targets (`app`, `node`) unless their result is newer than every source. */
export function ensureBuilt(...names) {
  for (const name of names) {
    const stamp = join(root, 'dist', `.${name}`);
    if (existsSync(stamp) && statSync(stamp).mtimeMs > newestSource(targets[name].sources))
      continue;
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const run = spawnSync(process.execPath, [vite, ...targets[name].args, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A test that builds first would else get React's slow development build.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (run.status !== 0) process.exit(run.status ?? 1);
    if (name === 'app') compressFiles(join(root, 'dist/public'));
    writeFileSync(stamp, '');
  }
}

/** Leaves `.br` and `.gz` beside each file that gets smaller by it; the server sends those. */
function compressFiles(folder) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(?:css|html|js|json|svg|ttf|webmanifest)$/.test(entry.name))
      continue;
    const content = readFileSync(file);
    if (content.length < 1024) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

function newestSource(paths) {
  let newest = statSync(join(root, 'package-lock.json')).mtimeMs;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    if (!statSync(full).isDirectory()) newest = Math.max(newest, statSync(full).mtimeMs);
    else
      for (const entry of readdirSync(full, { recursive: true, withFileTypes: true }))
        if (entry.isFile())
          newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt(...process.argv.slice(2));
