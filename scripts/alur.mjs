#!/usr/bin/env node
// The `alur` command: builds itself when needed, then runs.
import { ensureBuilt } from './build.mjs';

ensureBuilt('node');
await import('../dist/node/alur.js');
