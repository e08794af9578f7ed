/**
 * What the messages of the rules about transactions claim, with real servers: each mistake does what is said of it, and the
 * same code put right does not.
 */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import knex from 'knex';
import mysql from 'mysql2/promise';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

function address(name: string): string {
  const given = process.env[name];
  if (given === undefined)
    throw new Error('Run these tests with `npm run test:servers`, which starts the servers');
  return given;
}

describe('PostgreSQL with pg', () => {
  let pool: Pool;
  /** Looks on from outside. */
  let other: Pool;
  const rows = async (): Promise<number> => {
    const { rows: found } = await other.query<{ n: number }>('SELECT count(*)::int AS n FROM kept');
    return found[0]?.n ?? -1;
  };
  const insert = 'INSERT INTO kept (id) VALUES (DEFAULT)';
  const failing = 'SELECT 1 / 0';

  beforeAll(async () => {
    other = new Pool({ connectionString: address('SERVERS_POSTGRES') });
    await other.query('CREATE TABLE kept (id serial PRIMARY KEY)');
  });
  beforeEach(async () => {
    pool = new Pool({ connectionString: address('SERVERS_POSTGRES'), max: 2, connectionTimeoutMillis: 500 });
    await other.query('TRUNCATE kept');
  });
  afterEach(() => pool.end());
  afterAll(() => other.end());

  async function rolledBack(work: (client: PoolClient) => Promise<unknown>): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch {
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
  }

  describe('no-outer-client-in-transaction', () => {
    it('a query over the pool stays after the rollback, and does not see what was written', async () => {
      let seen = -1;
      await rolledBack(async client => {
        await client.query(insert);
        seen = (await pool.query('SELECT * FROM kept')).rowCount ?? -1;
        await pool.query(insert);
        await client.query(failing);
      });
      expect(seen).toBe(0);
      expect(await rows()).toBe(1);
    });

    it('right: over the client it goes with it', async () => {
      await rolledBack(async client => {
        await client.query(insert);
        expect((await client.query('SELECT * FROM kept')).rowCount).toBe(1);
        await client.query(failing);
      });
      expect(await rows()).toBe(0);
    });

    const bothAtOnce = (
      second: (client: PoolClient) => Promise<unknown>,
    ): Promise<PromiseSettledResult<void>[]> =>
      Promise.allSettled(
        [1, 2].map(async () => {
          const client = await pool.connect();
          try {
            await client.query('BEGIN');
            await sleep(100);
            await second(client);
            await client.query('COMMIT');
          } catch (error) {
            await client.query('ROLLBACK');
            throw error;
          } finally {
            client.release();
          }
        }),
      );

    it('transactions that take a second connection wait for each other', async () => {
      const waiting = bothAtOnce(() => pool.query(insert));
      const first = await Promise.race([waiting, sleep(400, 'nobody goes on' as const)]);
      expect(first).toBe('nobody goes on');
      // Nobody would, did the pool not give up after half a second: by default it waits for ever.
      expect((await waiting).map(({ status }) => status)).toContain('rejected');
    });

    it('right: with the one they have, all of them come to their end', async () => {
      const ends = await bothAtOnce(client => client.query(insert));
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    });
  });

  describe('no-transaction-on-pool', () => {
    it('BEGIN over the pool leaves the next query on another connection to commit by itself', async () => {
      await pool.query('BEGIN');
      // Under load another caller holds the connection that BEGIN went to.
      const busy = await pool.connect();
      await pool.query(insert);
      busy.release();
      await pool.query('ROLLBACK');
      expect(await rows()).toBe(1);
    });

    it('the transaction stays open on a connection that is lent to the next caller', async () => {
      await pool.query('BEGIN');
      await pool.query(insert);
      expect(await rows()).toBe(0);
      const next = await pool.connect();
      await next.query('COMMIT');
      next.release();
      expect(await rows()).toBe(1);
    });

    it('a row lock over the pool is gone before the next query', async () => {
      await pool.query(insert);
      await pool.query('SELECT * FROM kept FOR UPDATE');
      const { rowCount } = await other.query('SELECT * FROM kept FOR UPDATE SKIP LOCKED');
      expect(rowCount).toBe(1);
    });

    it('right: inside of a transaction it holds', async () => {
      await pool.query(insert);
      await rolledBack(async client => {
        await client.query('SELECT * FROM kept FOR UPDATE');
        const { rowCount } = await other.query('SELECT * FROM kept FOR UPDATE SKIP LOCKED');
        expect(rowCount).toBe(0);
      });
    });
  });

  describe('no-session-state-on-pool', () => {
    const isFree = async (): Promise<boolean> => {
      const client = await other.connect();
      try {
        const { rows: found } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock(7) AS ok');
        if (found[0]?.ok) await client.query('SELECT pg_advisory_unlock(7)');
        return found[0]?.ok === true;
      } finally {
        client.release();
      }
    };

    it('a lock that is taken over the pool is not given back over the pool', async () => {
      await pool.query('SELECT pg_advisory_lock(7)');
      const busy = await pool.connect();
      const { rows: found } = await pool.query<{ ok: boolean }>('SELECT pg_advisory_unlock(7) AS ok');
      busy.release();
      expect(found[0]?.ok).toBe(false);
      expect(await isFree()).toBe(false);
    });

    it('a lock of the session stays on a client that is given back', async () => {
      const client = await pool.connect();
      await client.query('SELECT pg_advisory_lock(7)');
      client.release();
      expect(await isFree()).toBe(false);
    });

    it('right: given back before the release, or closed with the connection, it is free', async () => {
      const client = await pool.connect();
      try {
        await client.query('SELECT pg_advisory_lock(7)');
      } finally {
        await client.query('SELECT pg_advisory_unlock(7)');
        client.release();
      }
      expect(await isFree()).toBe(true);
      const closed = await pool.connect();
      await closed.query('SELECT pg_advisory_lock(7)');
      closed.release(true);
      await sleep(200);
      expect(await isFree()).toBe(true);
    });

    it('whoever is lent the connection next has its settings', async () => {
      const client = await pool.connect();
      await client.query(`SET application_name = 'left behind'`);
      client.release();
      const { rows: found } = await pool.query<{ application_name: string }>('SHOW application_name');
      expect(found[0]?.application_name).toBe('left behind');
    });

    it('right: SET LOCAL ends with the transaction', async () => {
      await rolledBack(client => client.query(`SET LOCAL application_name = 'left behind'`));
      const { rows: found } = await pool.query<{ application_name: string }>('SHOW application_name');
      expect(found[0]?.application_name).toBe('');
    });
  });

  describe('no-parallel-queries-on-client', () => {
    it('what a branch sends once another has failed and all is rolled back, stays', async () => {
      await rolledBack(client => {
        const late = async (): Promise<void> => {
          await client.query(insert);
          await sleep(100);
          await client.query(insert);
        };
        return Promise.all([late(), client.query(failing)]);
      });
      await sleep(300);
      expect(await rows()).toBe(1);
    });

    it('queries that were all in line before the first failed are rolled back with it', async () => {
      await rolledBack(client => Promise.all([client.query(failing), client.query(insert)]));
      await sleep(200);
      expect(await rows()).toBe(0);
    });

    it('a query that is not awaited may run when the transaction has ended', async () => {
      await rolledBack(async client => {
        void sleep(50).then(() => client.query(insert));
        await client.query(failing);
      });
      await sleep(300);
      expect(await rows()).toBe(1);
    });

    it('right: one after another, nothing is left', async () => {
      await rolledBack(async client => {
        await client.query(insert);
        await client.query(failing);
        await client.query(insert);
      });
      await sleep(200);
      expect(await rows()).toBe(0);
    });
  });

  describe('require-release-in-finally, require-commit-or-rollback', () => {
    const leaks = async (): Promise<void> => {
      const client = await pool.connect();
      await client.query(failing);
      client.release();
    };
    const returns = async (): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query(failing);
      } finally {
        client.release();
      }
    };

    it('a pool runs dry of clients that are not given back', async () => {
      const taken: PoolClient[] = [];
      pool.on('acquire', client => taken.push(client));
      await expect(leaks()).rejects.toThrow('division by zero');
      await expect(leaks()).rejects.toThrow('division by zero');
      await expect(pool.query('SELECT 1')).rejects.toThrow('timeout');
      for (const client of taken) client.release();
    });

    it('right: a `finally` gives them back', async () => {
      for (let time = 0; time < 5; time++) await expect(returns()).rejects.toThrow('division by zero');
      await expect(pool.query('SELECT 1')).resolves.toBeDefined();
    });

    it('an open transaction goes to whoever borrows the connection next, who commits it', async () => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query(insert);
      client.release();
      const next = await pool.connect();
      await next.query('BEGIN');
      await next.query('COMMIT');
      next.release();
      expect(await rows()).toBe(1);
    });
  });

  describe('libraries over pg', () => {
    it('drizzle: a branch that is late stays after the rollback', async () => {
      const db = drizzle(pool);
      await db
        .transaction(async tx => {
          const late = async (): Promise<void> => {
            await sleep(100);
            await tx.execute(sql.raw(insert));
          };
          await Promise.all([tx.execute(sql.raw(failing)), late()]);
        })
        .catch(() => undefined);
      await sleep(300);
      expect(await rows()).toBe(1);
    });

    it('knex: it is refused, and a query over the root stays', async () => {
      const db = knex({ client: 'pg', connection: address('SERVERS_POSTGRES') });
      let refused: unknown;
      try {
        await db
          .transaction(async trx => {
            await db('kept').insert({});
            const late = async (): Promise<void> => {
              await sleep(100);
              await trx('kept')
                .insert({})
                .catch((error: unknown) => (refused = error));
            };
            await Promise.all([trx.raw(failing), late()]);
          })
          .catch(() => undefined);
        await sleep(300);
        expect(String(refused)).toContain('Transaction query already complete');
        expect(await rows()).toBe(1);
      } finally {
        await db.destroy();
      }
    });
  });
});

describe('MariaDB with mysql2', () => {
  let pool: mysql.Pool;
  const rows = async (): Promise<number> => {
    const [found] = await pool.query<mysql.RowDataPacket[]>('SELECT COUNT(*) AS n FROM servers_kept');
    return Number(found[0]?.['n']);
  };
  const insert = 'INSERT INTO servers_kept () VALUES ()';
  const failing = 'SELECT nothing FROM nowhere';

  beforeAll(async () => {
    pool = mysql.createPool({ uri: address('SERVERS_MARIADB'), connectionLimit: 2 });
    await pool.query('CREATE TABLE servers_kept (id int AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB');
  });
  beforeEach(() => pool.query('TRUNCATE servers_kept'));
  afterAll(() => pool.end());

  async function rolledBack(work: (one: mysql.PoolConnection) => Promise<unknown>): Promise<void> {
    const one = await pool.getConnection();
    try {
      await one.beginTransaction();
      await work(one);
      await one.commit();
    } catch {
      await one.rollback();
    } finally {
      one.release();
    }
  }

  it('a query over the pool stays after the rollback; right: over the connection it goes', async () => {
    await rolledBack(async one => {
      await pool.query(insert);
      await one.query(failing);
    });
    expect(await rows()).toBe(1);
    await rolledBack(async one => {
      await one.query(insert);
      await one.query(failing);
    });
    expect(await rows()).toBe(1);
  });

  it('a branch that is late stays after the rollback; right: in turn, nothing does', async () => {
    await rolledBack(one => {
      const late = async (): Promise<void> => {
        await one.query('SELECT 1');
        await one.query(insert);
      };
      return Promise.all([one.query(failing), late()]);
    });
    await sleep(300);
    expect(await rows()).toBe(1);
    await rolledBack(async one => {
      await one.query(insert);
      await one.query(failing);
    });
    expect(await rows()).toBe(1);
  });

  it('GET_LOCK stays on a connection that is given back; right: released before, it is free', async () => {
    const other = await mysql.createConnection(address('SERVERS_MARIADB'));
    const isFree = async (): Promise<boolean> => {
      const [found] = await other.query<mysql.RowDataPacket[]>(`SELECT IS_FREE_LOCK('servers') AS ok`);
      return found[0]?.['ok'] === 1;
    };
    try {
      const one = await pool.getConnection();
      await one.query(`SELECT GET_LOCK('servers', 1)`);
      one.release();
      expect(await isFree()).toBe(false);
      const next = await pool.getConnection();
      await next.query('SELECT RELEASE_ALL_LOCKS()');
      next.release();
      expect(await isFree()).toBe(true);
    } finally {
      await other.end();
    }
  });
});

describe('SQLite', () => {
  /** A connection that stays open between statements, as a process of its own. */
  function open(file: string) {
    const shell = spawn(address('SERVERS_SQLITE'), ['-batch', file]);
    let said = '';
    shell.stdout.on('data', chunk => (said += String(chunk)));
    shell.stderr.on('data', chunk => (said += String(chunk)));
    const send = async (text: string): Promise<string> => {
      said = '';
      shell.stdin.write(`${text};\nSELECT 'done';\n`);
      while (!said.includes('done')) await sleep(10);
      return said.replace('done', '').trim();
    };
    return { send, close: () => shell.stdin.end('.quit\n') };
  }

  it('a second connection is refused while a transaction is open; right: the same one is not', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'servers-sqlite-'));
    const [one, two] = [open(path.join(folder, 'a.db')), open(path.join(folder, 'a.db'))];
    try {
      await one.send('CREATE TABLE kept (id integer)');
      await one.send('BEGIN IMMEDIATE; INSERT INTO kept VALUES (1)');
      expect(await two.send('INSERT INTO kept VALUES (2)')).toContain('database is locked');
      expect(await two.send('SELECT count(*) FROM kept')).toBe('0');
      await one.send('INSERT INTO kept VALUES (3); ROLLBACK');
      expect(await two.send('SELECT count(*) FROM kept')).toBe('0');
    } finally {
      one.close();
      two.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
