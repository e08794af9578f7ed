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
