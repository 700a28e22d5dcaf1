// `npm start`: builds what is missing, then serves.
import { ensureBuilt } from './build.mjs';

ensureBuilt('app', 'node');
await import('../dist/node/main.js');
