/** How the cases of `no-sequential-await` are written: what each file holds besides, and what a finding says. */

/** What every case may use: a question and an effect, both of the network, and libraries. */
const prelude = `
  import { Mutex } from 'async-mutex';
  import type { Knex } from 'knex';
  import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
  import { setTimeout as pause } from 'node:timers/promises';
  import type { Client, Pool, PoolClient } from 'pg';
  async function load(id: string): Promise<string> {
    const response = await fetch('https://example.com/' + id);
    return response.text();
  }
  async function save(id: string): Promise<void> { await fetch('https://example.com/' + id, { method: 'PUT' }); }
`;

export const inFile = (code: string): string => `${code}\n${prelude}`;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A function that gathers what it finds: its parameters, its statements, and what the file has besides. */
export const body = (parameters: string, statements: string, besides = ''): string =>
  `export async function f(${parameters}) {
  const found: unknown[] = [];
  ${statements}
  return found;
}
${besides}`;

/** Such a function that goes through ids: what each turn does. */
export const turn = (statements: string, besides?: string): string =>
  body('ids: string[]', `for (const id of ids) { ${statements} }`, besides);

/** The finding on the head of a loop; unless told otherwise, the first statement of `body`. */
export const loop = (data: { head?: string; work?: string } = {}, at: Place = { line: 3, column: 3 }) => ({
  messageId: 'sequentialLoop' as const,
  data: { head: 'for (const id of ids)', work: 'load -> fetch', ...data },
  ...at,
  suggestions: null,
});

/** What the suggestion makes of a case: this text in the place of that one. */
type Edit = readonly [from: string, to: string];

/** The finding on the second of two awaits of the same function. */
export const adjacent = (work: string, at: Place, edit: Edit) => ({
  messageId: 'adjacentAwaits' as const,
  data: { first: work, second: work },
  ...at,
  edit,
});

/** The finding on an element of a combined list; the next element does the same work. */
export const element = (
  { combinator, work }: { combinator: string; work: string },
  at: Place,
  edit: Edit,
) => ({
  messageId: 'awaitedElement' as const,
  data: { first: work, second: work, combinator },
  ...at,
  edit,
});

type Finding = ReturnType<typeof loop> | ReturnType<typeof adjacent> | ReturnType<typeof element>;

export const reported = (name: string, code: string, ...findings: Finding[]) => ({
  name,
  code: inFile(code),
  errors: findings.map(finding => {
    if (!('edit' in finding)) return finding;
    const { edit, ...error } = finding;
    const output = inFile(code.replace(edit[0], edit[1]));
    return { ...error, suggestions: [{ messageId: 'together' as const, output }] };
  }),
});

export const silent = (name: string, code: string) => ({ name, code: inFile(code) });

/** A loop in a file that imports a limiter, and what the suggestion makes of it; null where it makes nothing. */
const limited = (name: string, limiter: 'p-map' | 'p-limit', loops: string, rewritten: string | null) => {
  const file = (text: string): string =>
    inFile(`import bound from '${limiter}';
export const other = bound;
export async function f(ids: string[], found: string[]) {
  ${text}
}`);
  const suggestions =
    rewritten === null ? null : [{ messageId: 'limit' as const, data: { limiter }, output: file(rewritten) }];
  return { name, code: file(loops), errors: [{ ...loop({}, { line: 4, column: 3 }), suggestions }] };
};

/** What is suggested for loops. */
export const bounded = [
  limited(
    'a loop through p-map, its answers in the same order',
    'p-map',
    `for (const id of ids) {
    // The text alone.
    const text = await load(id);
    found.push(text.trim());
  }`,
    `for (const each of await bound(ids, async id => {
    // The text alone.
    const text = await load(id);
    return text.trim();
  }, { concurrency: 10 })) found.push(each);`,
  ),
  limited(
    'a loop through p-limit',
    'p-limit',
    `for (const id of ids) {
    found.push(await load(id));
  }`,
    `const limit = bound(10);
  for (const each of await Promise.all(Array.from(ids, id => limit(async () => {
    return await load(id);
  })))) found.push(each);`,
  ),
  limited(
    'a turn that skips the rest is left as it is',
    'p-map',
    `for (const id of ids) {
    const text = await load(id);
    if (text === '') continue;
    found.push(text);
  }`,
    null,
  ),
  limited(
    'a turn that adds to two lists is left as it is',
    'p-map',
    `for (const id of ids) {
    const text = await load(id);
    if (text === '') found.push(id);
    found.push(text);
  }`,
    null,
  ),
  limited(
    'a name that is taken',
    'p-limit',
    `for (const id of ids) {
    const limit = await load(id);
    found.push(limit);
  }`,
    null,
  ),
  limited(
    'a comment that would be lost',
    'p-map',
    `for (const id of ids) {
    found.push(/* all of it */ await load(id));
  }`,
    null,
  ),
];

/** Queries that may all go over the connection of one transaction. */
export const joined = [
  silent(
    'a turn of an item that is picked by a value: one of them has it, as far as anybody can see',
    body(
      'rows: { id: string; at: number }[], wanted: { id: string } | undefined, open: boolean',
      `for (const row of rows) if (row.id === wanted?.id) found.push(await load(row.id));
       for (const row of rows) found.push(open && wanted?.id == row.id ? await load(row.id) : row);
       for (const row of rows) { const { id } = row; found.push(open && id === wanted?.id && (await load(id))); }`,
    ),
  ),
  ...['{ where: {}, transaction }', '{ where: {}, ...params }', 'params'].map(options =>
    silent(
      `queries that may all carry one transaction: ${options}`,
      `import { type FindOptions, Model } from 'sequelize';
         class Order extends Model {}
         export async function f(transaction: any, params: FindOptions) {
           const one = await Order.findOne(${options});
           const other = await Order.findOne(${options});
           return [one, other, transaction, params]; }`,
    ),
  ),
  silent(
    'a service that somebody makes with the handle of a transaction',
    `import type { Kysely } from 'kysely';
       interface Tables { t: { id: string } }
       class Database {
         constructor(readonly db: Kysely<Tables>) {}
         transaction<T>(work: (inner: Database) => Promise<T>): Promise<T> {
           return this.db.transaction().execute(async trx => work(new Database(trx))); }
       }
       class Orders {
         constructor(private readonly db: Database) {}
         async cancel(ids: string[]) {
           const cancelled: bigint[] = [];
           for (const id of ids) {
             const found = await this.db.db.deleteFrom('t').where('id', '=', id).executeTakeFirst();
             cancelled.push(found.numDeletedRows);
           }
           return cancelled;
         }
       }
       declare const context: { orders: (db: Database) => Orders };
       export const f = (db: Database, ids: string[]) => db.transaction(async inner => context.orders(inner).cancel(ids));`,
  ),
];

joined.push(
  silent(
    'a transaction that is handed on in what is spread',
    `interface Params { trx: Knex.Transaction; at: string }
       const cancel = async ({ trx, id, at }: Params & { id: string }) => {
         const found: number = await trx('orders').where({ id, at }).del();
         return found;
       };
       export async function f(params: Params, ids: string[]) {
         const cancelled: unknown[] = [];
         for (const id of ids) cancelled.push(await cancel({ ...params, id }));
         return cancelled;
       }`,
  ),
);

/** The same where nothing can have handed them one. */
export const alone = [
  ...[
    ['a kind that is written in the code', "row.kind === 'new'"],
    ['a member of an enumeration', 'row.kind === Kind.New'],
    ['a constant', 'row.kind === fresh'],
    ['a value of its own', 'row.kind === row.id'],
    ['what it is not', 'row.kind !== wanted'],
    ['nothing', 'row.kind === undefined'],
    ['what all turns have', 'wanted === open'],
  ].map(([what = '', test = '']) =>
    reported(
      `a turn under a condition on ${what}`,
      body(
        'rows: { id: string; kind?: string }[], wanted: string, open: string',
        `for (const row of rows) if (${test}) found.push(await load(row.id));`,
        "enum Kind { New = 'new' }\nconst fresh = 'new';\nexport { fresh, Kind };",
      ),
      loop({ head: 'for (const row of rows)' }),
    ),
  ),
  reported(
    'a turn of all items but one',
    body(
      'rows: { id: string }[], wanted: string',
      'for (const row of rows) if (row.id === wanted) found.push(row); else found.push(await load(row.id));',
    ),
    loop({ head: 'for (const row of rows)' }),
  ),
  reported(
    'adjacent queries that no transaction is handed to',
    `import { type FindOptions, Model } from 'sequelize';
       class Order extends Model {}
       const params: FindOptions = { limit: 1 };
       export async function f() {
         const one = await Order.findOne({ where: { id: 1 } });
         const other = await Order.findOne({ where: { id: 2 } });
         return [one, other, params]; }`,
    adjacent('Order.findOne', { line: 6, column: 24 }, [
      `const one = await Order.findOne({ where: { id: 1 } });
         const other = await Order.findOne({ where: { id: 2 } });`,
      'const [one, other] = await Promise.all([Order.findOne({ where: { id: 1 } }), Order.findOne({ where: { id: 2 } })]);',
    ]),
  ),
];
