/** How the cases of `prefer-enqueue` are written: what each file holds besides, and what a finding says. */

/** What every case may use: a list from a database, work of two waits on an item, and work that is a single query. */
const prelude = `
  interface Workspace { readonly id: string; billedAt?: Date }
  declare const pool: import('pg').Pool;
  async function active(): Promise<Workspace[]> {
    const { rows } = await pool.query<Workspace>('select id from workspaces where active');
    return rows;
  }
  async function bill(workspace: Workspace): Promise<void> {
    const { rows } = await pool.query<{ total: number }>('select total from usages where workspace = $1', [workspace.id]);
    await fetch('https://billing.example/invoices', { method: 'POST', body: JSON.stringify(rows[0]) });
  }
  async function touch(workspace: Workspace): Promise<void> {
    await pool.query('update workspaces set seen_at = now() where id = $1', [workspace.id]);
  }
`;

export const inFile = (code: string): string => `${code}\n${prelude}`;

interface Found {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly event?: string;
  readonly work?: string;
  readonly collection?: string;
  /** The queue that the message names; without one it names none. */
  readonly queue?: string;
  /** The data of a job, where the message names it. */
  readonly payload?: string;
  /** What is offered: the call that the suggestion writes, and the work that it takes the place of; nothing without it. */
  readonly offers?: { readonly call: string; readonly for?: string };
}

/** One finding, on the head of the loop. */
export const reported = (
  name: string,
  code: string,
  { event, work, collection, queue, payload, offers, ...at }: Found,
) => ({
  name,
  code: inFile(code),
  errors: [
    {
      messageId: messageOf(queue, payload),
      data: {
        event: event ?? 'job',
        work: work ?? 'bill -> pool.query',
        collection: collection ?? 'await active()',
        ...(queue !== undefined && { queue }),
        ...(payload !== undefined && { payload }),
      },
      suggestions: offers
        ? [
            {
              messageId: 'addJob' as const,
              data: { queue },
              output: inFile(code.replace(offers.for ?? 'bill(workspace)', () => offers.call)),
            },
          ]
        : [],
      ...at,
    },
  ],
});

function messageOf(queue: string | undefined, payload: string | undefined) {
  if (queue === undefined) return 'inlineWork' as const;
  return payload === undefined ? ('inlineWorkWithQueue' as const) : ('inlineWorkWithPayload' as const);
}

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });

export const leftAlone = [
  silent(
    'one query of a builder for each, through a helper',
    `import knex from 'knex';
       import { Worker } from 'bullmq';
       const db = knex({ client: 'pg' });
       async function forget(id: string): Promise<void> { await db.from('workspaces').where({ id }).delete(); }
       new Worker('all', async () => { for (const workspace of await active()) await forget(workspace.id); });`,
  ),
  silent(
    'what has failed is undone where it failed',
    `import { Worker } from 'bullmq';
       new Worker('all', async () => {
         const all = await active();
         try { await fetch('https://a.example'); }
         catch (error) { for (const workspace of all) await bill(workspace); throw error; }
       });`,
  ),
];
