#!/usr/bin/env node
// The `alur` command: builds itself when needed, then runs.
import { ensureBuilt } from './build.mjs';

ensureBuilt('node', ...(process.argv[2] === 'serve' ? ['app'] : []));
await import('../dist/node/alur.js');
