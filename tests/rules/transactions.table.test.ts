/** One annotated file, re-run over each library by substitution: what is reported with one is reported with all. */
import * as parser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.js';
import { samplesFolder } from '../typed-rule-tester.js';

/** `// reported: rule` stands behind the line that is. */
const file = `$IMPORTS

export async function begins() {
  $SEND<BEGIN>; // reported: no-transaction-on-pool
}

export async function locks() {
  $SEND<SELECT pg_advisory_lock(1)>; // reported: no-session-state-on-pool
}

export async function outside() {
  $OPEN
    await $INSIDE;
    await $OUTSIDE; // reported: no-outer-client-in-transaction
  $CLOSE
}

async function log() {
  await $OUTSIDE;
}

export async function through() {
  $OPEN
    await $INSIDE;
    await log(); // reported: no-outer-client-in-transaction
  $CLOSE
}

export async function parallel() {
  $OPEN
    const twice = async () => { await $INSIDE; await $INSIDE; };
    await Promise.all([twice(), $INSIDE]); // reported: no-parallel-queries-on-client
  $CLOSE
}

export async function eachInParallel(ids: string[]) {
  $OPEN
    await Promise.all(ids.map(async () => { await $INSIDE; await $INSIDE; })); // reported: no-parallel-queries-on-client
  $CLOSE
}

export async function right() {
  $OPEN
    await $INSIDE;
    await $INSIDE;
  $CLOSE
  await $OUTSIDE;
  await log();
}
`;

type RuleName = keyof typeof rules;

interface Library {
  readonly imports: string;
  /** Sends a text over the root. */
  readonly send?: (text: string) => string;
  readonly open: string;
  readonly close: string;
  readonly inside: string;
  readonly outside: string;
  /** Rules that rightly say nothing here, and why. */
  readonly silent?: Partial<Record<RuleName, string>>;
}

const noSql = {
  'no-transaction-on-pool': 'there is no SQL text',
  'no-session-state-on-pool': 'there is no SQL text',
};

const libraries: Readonly<Record<string, Library>> = {
  pg: {
    imports: `import { Pool } from 'pg';\nconst pool = new Pool();`,
    send: text => `await pool.query('${text}')`,
    open: `const client = await pool.connect();\n  try {\n    await client.query('BEGIN');`,
    close: `  await client.query('COMMIT');\n  } finally {\n    client.release();\n  }`,
    inside: `client.query('UPDATE a SET b = 1')`,
    outside: `pool.query('UPDATE a SET b = 1')`,
  },
  mysql2: {
    imports: `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool('mysql://localhost');`,
    send: text => `await pool.query('${text}')`,
    open: `const one = await pool.getConnection();\n  try {\n    await one.beginTransaction();`,
    close: `  await one.commit();\n  } finally {\n    one.release();\n  }`,
    inside: `one.execute('UPDATE a SET b = 1')`,
    outside: `pool.execute('UPDATE a SET b = 1')`,
  },
  postgres: {
    imports: `import postgres from 'postgres';\nconst sql = postgres('postgres://localhost');`,
    send: text => `await sql\`${text}\``,
    open: 'await sql.begin(async tx => {',
    close: '});',
    inside: 'tx`UPDATE a SET b = 1`',
    outside: 'sql`UPDATE a SET b = 1`',
    silent: { 'no-parallel-queries-on-client': 'the driver sends queries in a pipeline by design' },
  },
  prisma: {
    imports: `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';\ndeclare const prisma: PrismaClient;`,
    send: text => `await prisma.$executeRaw\`${text}\``,
    open: 'await prisma.$transaction(async tx => {',
    close: '});',
    inside: 'tx.user.create({ data: {} })',
    outside: 'prisma.user.create({ data: {} })',
  },
  drizzle: {
    imports: `import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
const db = drizzle(new Pool());
const a = pgTable('a', { b: integer() });`,
    send: text => `await db.execute(sql\`${text}\`)`,
    open: 'await db.transaction(async tx => {',
    close: '});',
    inside: 'tx.insert(a).values({ b: 1 })',
    outside: 'db.insert(a).values({ b: 1 })',
  },
  knex: {
    imports: `import knex from 'knex';\nconst db = knex({ client: 'pg' });`,
    send: text => `await db.raw('${text}')`,
    open: 'await db.transaction(async trx => {',
    close: '});',
    inside: `trx('a').insert({ b: 1 })`,
    outside: `db('a').insert({ b: 1 })`,
  },
  kysely: {
    imports: `import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
const db = new Kysely<{ a: { b: number } }>({ dialect: new PostgresDialect({ pool: new Pool() }) });`,
    send: text => `await sql\`${text}\`.execute(db)`,
    open: 'await db.transaction().execute(async trx => {',
    close: '});',
    inside: `trx.insertInto('a').values({ b: 1 }).execute()`,
    outside: `db.insertInto('a').values({ b: 1 }).execute()`,
  },
  typeorm: {
    imports: `import { DataSource } from 'typeorm';\nclass User { id = 1; }\nconst source = new DataSource({ type: 'postgres' });`,
    send: text => `await source.query('${text}')`,
    open: 'await source.transaction(async manager => {',
    close: '});',
    inside: 'manager.save(new User())',
    outside: 'source.getRepository(User).save(new User())',
  },
  sequelize: {
    imports: `import { Model, Sequelize } from 'sequelize';\nclass A extends Model {}\nconst sequelize = new Sequelize('postgres://localhost');`,
    send: text => `await sequelize.query('${text}')`,
    open: 'await sequelize.transaction(async transaction => {',
    close: '});',
    inside: 'A.create({}, { transaction })',
    outside: 'A.create({})',
  },
  mongoose: {
    imports: `import mongoose from 'mongoose';\nconst A = mongoose.model('A', new mongoose.Schema({ b: Number }));`,
    open: 'await mongoose.connection.transaction(async session => {',
    close: '});',
    inside: 'A.updateOne({}, { b: 1 }, { session })',
    outside: 'A.updateOne({}, { b: 1 })',
    silent: noSql,
  },
};

const names: readonly RuleName[] = [
  'no-transaction-on-pool',
  'no-session-state-on-pool',
  'no-outer-client-in-transaction',
  'no-parallel-queries-on-client',
];

function substituted({
  imports,
  send = () => 'await Promise.resolve()',
  open,
  close,
  inside,
  outside,
}: Library): string {
  return file
    .replaceAll(/\$SEND<(.*)>/g, (_, text: string) => send(text))
    .replaceAll('$IMPORTS', () => imports)
    .replaceAll('$OPEN', () => open)
    .replaceAll('$CLOSE', () => close)
    .replaceAll('$INSIDE', () => inside)
    .replaceAll('$OUTSIDE', () => outside);
}

const filename = path.join(samplesFolder, 'file.ts');
const parserOptions = { projectService: true, tsconfigRootDir: samplesFolder };
const plugin = { rules } as unknown as ESLint.Plugin;

function findingsIn(code: string): readonly string[] {
  const messages = new Linter({ cwd: samplesFolder }).verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions },
      plugins: { concurrency: plugin },
      rules: Object.fromEntries(names.map(name => [`concurrency/${name}`, 'error'])),
    },
    { filename },
  );
  return messages.map(({ line, ruleId }) => `${line} ${ruleId?.replace('concurrency/', '') ?? 'fatal'}`);
}

function errorsIn(code: string): readonly string[] {
  const { program } = parser.parseForESLint(code, { ...parserOptions, filePath: filename }).services;
  const source = program?.getSourceFile(filename);
  return (program?.getSemanticDiagnostics(source) ?? []).map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

describe.each(Object.entries(libraries))('the annotated file with %s', (_name, library) => {
  const code = substituted(library);
  const marked = code.split('\n').flatMap((line, index) => {
    const rule = /\/\/ reported: ([\w-]+)$/.exec(line)?.[1] as RuleName | undefined;
    return rule === undefined || library.silent?.[rule] !== undefined ? [] : [`${index + 1} ${rule}`];
  });

  it('compiles', () => {
    expect(errorsIn(code)).toEqual([]);
  });

  it('is reported where it says', () => {
    expect(findingsIn(code)).toEqual(marked);
  });
});
