import { describe, expect, it } from 'vitest';
import { openPostgresPool } from '#server/store/postgresPool.ts';
import { createScratchPostgres, whyNoPostgres } from '#tests/support/scratchPostgres.ts';

const noPostgres = await whyNoPostgres();

describe.skipIf(noPostgres)(`a pool of connections ${noPostgres ?? ''}`, () => {
  it('goes on when one breaks between two statements of a transaction', async () => {
    const scratch = await createScratchPostgres();
    const pool = openPostgresPool({ connectionString: scratch.url, max: 1 });
    const client = await pool.connect();
    await client.query('begin');
    // Without a listener of the pool's this would end the process.
    const broken = new Promise<void>((resolve) => void client.once('end', resolve));

    await scratch.goDown();
    await broken;
    await expect(client.query('select 1')).rejects.toThrow();
    client.release();
    await scratch.comeBack();

    const { rows } = await pool.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    await pool.end();
    await scratch.drop();
  });
});
