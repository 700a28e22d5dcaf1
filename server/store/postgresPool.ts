import pg from 'pg';

/**
 * A pool whose connections may break at any time. One that breaks while nobody asks it anything, idle or
 * between two statements of a transaction, has nobody to tell: without a listener that would end the
 * process. The pool replaces it, and whoever uses it next gets the error.
 */
export function openPostgresPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: 10_000, ...config });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
