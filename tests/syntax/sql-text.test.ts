/** What is said of SQL text, in tables: the text, and what must be known of it. */
import { describe, expect, it } from 'vitest';
import { statementsOf, type SqlStatement } from '../../src/syntax/sql-text.js';

/** What a caller writes for `${…}`. */
const hole = '\uFFFC';

function only(text: string): SqlStatement {
  const [statement, ...rest] = statementsOf(text);
  expect(rest).toEqual([]);
  if (!statement) throw new Error(`no statement in ${text}`);
  return statement;
}

const kinds = (text: string): string[] => statementsOf(text).map(({ kind }) => kind);

describe('kind and scope of a statement', () => {
  it.each([
    ['SELECT 1', 'select', 'none'],
    ['  select * from users  ', 'select', 'none'],
    ['VALUES (1), (2)', 'select', 'none'],
    ['TABLE users', 'select', 'none'],
    ['(SELECT 1) UNION (SELECT 2)', 'select', 'none'],
    ['INSERT INTO users VALUES (1)', 'insert', 'none'],
    ['REPLACE INTO users VALUES (1)', 'insert', 'none'],
    ['update users set name = $1', 'update', 'none'],
    ['Delete From users', 'delete', 'none'],
    ['MERGE INTO users USING new ON true WHEN MATCHED THEN DELETE', 'other', 'none'],
    ['TRUNCATE users', 'other', 'none'],
    ['CALL refresh()', 'other', 'none'],
    ['SHOW search_path', 'other', 'none'],
    ['DROP TABLE users', 'other', 'none'],
    ['SAVE settings', 'other', 'none'],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'select', 'none'],
    ["NOTIFY jobs, 'x'", 'other', 'none'],
    ['DO $$ BEGIN PERFORM pg_advisory_lock(1); END $$', 'other', 'none'],
    [hole, 'other', 'none'],
    // Transactions.
    ['BEGIN', 'begin', 'transaction'],
    ['begin transaction', 'begin', 'transaction'],
    ['BEGIN WORK', 'begin', 'transaction'],
    ['BEGIN TRAN transfer', 'begin', 'transaction'],
    ['BEGIN IMMEDIATE', 'begin', 'transaction'],
    ['BEGIN DEFERRED', 'begin', 'transaction'],
    ['BEGIN EXCLUSIVE TRANSACTION', 'begin', 'transaction'],
    ['BEGIN CONCURRENT', 'begin', 'transaction'],
    ['BEGIN DISTRIBUTED TRAN', 'begin', 'transaction'],
    ['BEGIN READ ONLY', 'begin', 'transaction'],
    ['BEGIN DEFERRABLE', 'begin', 'transaction'],
    ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'begin', 'transaction'],
    ['BEGIN NOT DEFERRABLE', 'begin', 'transaction'],
    [`BEGIN ${hole}`, 'begin', 'transaction'],
    ['START TRANSACTION READ ONLY', 'begin', 'transaction'],
    ['START REPLICA', 'other', 'none'],
    ['BEGIN TRY', 'other', 'none'],
    ['BEGIN (SELECT 1) END', 'other', 'none'],
    ['BEGIN UPDATE t SET x = 1 END', 'other', 'none'],
    ['COMMIT', 'commit', 'transaction'],
    ['COMMIT AND CHAIN', 'commit', 'transaction'],
    ['commit tran', 'commit', 'transaction'],
    ['END', 'commit', 'transaction'],
    ['END TRANSACTION', 'commit', 'transaction'],
    ['END WORK', 'commit', 'transaction'],
    ['END AND CHAIN', 'commit', 'transaction'],
    ['END TRY', 'other', 'none'],
    ["COMMIT PREPARED 'x'", 'other', 'none'],
    ['ROLLBACK', 'rollback', 'transaction'],
    ['ROLLBACK WORK', 'rollback', 'transaction'],
    ['ABORT', 'rollback', 'transaction'],
    ["ROLLBACK PREPARED 'x'", 'other', 'none'],
    ['SAVEPOINT a', 'savepoint', 'transaction'],
    ['RELEASE SAVEPOINT a', 'savepoint', 'transaction'],
    ['RELEASE a', 'savepoint', 'transaction'],
    ['ROLLBACK TO a', 'savepoint', 'transaction'],
    ['ROLLBACK WORK TO SAVEPOINT a', 'savepoint', 'transaction'],
    ['SAVE TRANSACTION a', 'savepoint', 'transaction'],
    ['SAVE TRAN a', 'savepoint', 'transaction'],
    ["PREPARE TRANSACTION 'x'", 'other', 'transaction'],
    ["XA START 'x'", 'other', 'transaction'],
    // Settings.
    ["SET LOCAL statement_timeout = '1s'", 'set', 'transaction'],
    ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', 'set', 'transaction'],
    ['SET CONSTRAINTS ALL DEFERRED', 'set', 'transaction'],
    ["SET statement_timeout = '1s'", 'set', 'session'],
    ['SET search_path TO tenant', 'set', 'session'],
    ['SET SESSION statement_timeout = 1', 'set', 'session'],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY', 'set', 'session'],
    ['SET ROLE admin', 'set', 'session'],
    ["SET TIME ZONE 'UTC'", 'set', 'session'],
    ['SET NAMES utf8mb4', 'set', 'session'],
    ['SET autocommit = 0', 'set', 'session'],
    ['SET @total = 1', 'set', 'session'],
    ['SET @@session.sql_mode = 1', 'set', 'session'],
    ['SET @@sql_mode = 1', 'set', 'session'],
    ['SET @@GLOBAL.max_connections = 1', 'set', 'none'],
    ['SET GLOBAL max_connections = 1', 'set', 'none'],
    ['SET PERSIST max_connections = 1', 'set', 'none'],
    ['SET PERSIST_ONLY back_log = 100', 'set', 'none'],
    ['SET @@PERSIST.max_connections = 1', 'set', 'none'],
    ["SET PASSWORD FOR 'app' = 'secret'", 'set', 'none'],
    ['SET STATEMENT max_statement_time = 1 FOR SELECT 1', 'set', 'none'],
    [`SET ${hole} = 1`, 'set', 'session'],
    [`SET app.${hole} = 1`, 'set', 'session'],
    [`SET ${hole}.user_id = '1'`, 'set', 'session'],
    [`SET ${hole} TO 'off'`, 'set', 'session'],
    ['SET', 'set', 'none'],
    [`SET ${hole}`, 'set', 'none'],
    [`SET ${hole} lock_timeout = 1`, 'set', 'none'],
    ['RESET ALL', 'set', 'session'],
    ['DISCARD ALL', 'other', 'session'],
    ['USE other_database', 'other', 'session'],
    ["SELECT set_config('app.user', $1, true)", 'select', 'transaction'],
    ["SELECT set_config('app.user', concat('a', 'b'), TRUE)", 'select', 'transaction'],
    ["SELECT pg_catalog.set_config('app.user', $1, false)", 'select', 'session'],
    ["SELECT set_config('app.user', $1, $2)", 'select', 'none'],
    ["SELECT set_config('app.user', $1, NOT true)", 'select', 'none'],
    [`SELECT set_config(${hole})`, 'select', 'none'],
    [`SELECT * FROM (SELECT set_config(${hole}), id, false) AS a`, 'select', 'none'],
    ["SELECT pg_advisory_xact_lock(1), set_config('app.user', $1, $2)", 'select', 'transaction'],
    ["SELECT setval('orders_id_seq', $1, false)", 'select', 'none'],
    // Notifications, tables' locks, prepared statements, temporary tables, cursors.
    ['LISTEN jobs', 'listen', 'session'],
    ['UNLISTEN *', 'listen', 'session'],
    ['LOCK TABLE users', 'lock', 'transaction'],
    ['LOCK users IN SHARE MODE', 'lock', 'transaction'],
    ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE NOWAIT', 'lock', 'transaction'],
    ['LOCK TABLES users READ, orders WRITE', 'lock', 'session'],
    ['LOCK TABLE users WRITE', 'lock', 'session'],
    ['LOCK TABLE users READ', 'lock', 'session'],
    [`LOCK TABLES ${hole}`, 'lock', 'session'],
    ['LOCK INSTANCE FOR BACKUP', 'lock', 'session'],
    ['LOCK TABLE "read" IN SHARE MODE', 'lock', 'transaction'],
    ['UNLOCK TABLES', 'lock', 'session'],
    ['PREPARE load AS SELECT 1', 'prepare', 'session'],
    ["PREPARE load FROM 'SELECT 1'", 'prepare', 'session'],
    ['EXECUTE load(1)', 'prepare', 'session'],
    ['EXECUTE load USING @a', 'prepare', 'session'],
    ['EXECUTE dbo.refresh @id = 1', 'other', 'none'],
    ['DEALLOCATE load', 'prepare', 'session'],
    ['DROP PREPARE load', 'prepare', 'session'],
    ['CREATE TEMP TABLE t (id int)', 'create-temporary', 'session'],
    ['CREATE TEMPORARY TABLE IF NOT EXISTS t AS SELECT 1', 'create-temporary', 'session'],
    ['CREATE OR REPLACE TEMP VIEW v AS SELECT 1', 'create-temporary', 'session'],
    ['CREATE LOCAL TEMPORARY TABLE t (id int)', 'create-temporary', 'session'],
    ['CREATE GLOBAL TEMPORARY TABLE t (id int)', 'create-temporary', 'session'],
    ['CREATE TEMP TABLE t (id int) ON COMMIT DROP', 'create-temporary', 'transaction'],
    ['CREATE TEMP TABLE t (id int) ON COMMIT DELETE ROWS', 'create-temporary', 'session'],
    ['CREATE TABLE #t (id int)', 'create-temporary', 'session'],
    ['CREATE TABLE [#t] (id int)', 'create-temporary', 'session'],
    ['CREATE TABLE IF NOT EXISTS #t (id int)', 'create-temporary', 'session'],
    ['CREATE TABLE IF NOT EXISTS t (id int)', 'other', 'none'],
    ['CREATE TABLE temp (id int)', 'other', 'none'],
    ['CREATE TABLE t (temp int)', 'other', 'none'],
    ['CREATE INDEX temp ON t (id)', 'other', 'none'],
    ['DROP TEMPORARY TABLE t', 'other', 'session'],
    ['SELECT * INTO #t FROM users', 'select', 'session'],
    ['SELECT * INTO TEMP t FROM users', 'select', 'session'],
    ['SELECT * INTO TEMPORARY t FROM users', 'select', 'session'],
    ['SELECT * INTO archive FROM users', 'select', 'none'],
    ['INSERT INTO temp (id) VALUES (1)', 'insert', 'none'],
    ['SELECT count(*) INTO @total FROM users', 'select', 'session'],
    ['SELECT @total := 1', 'select', 'session'],
    ['DECLARE c CURSOR FOR SELECT 1', 'declare-cursor', 'transaction'],
    ['DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT 1', 'declare-cursor', 'session'],
    ['DECLARE c BINARY INSENSITIVE NO SCROLL CURSOR WITH HOLD FOR SELECT 1', 'declare-cursor', 'session'],
    ['DECLARE c CURSOR WITHOUT HOLD FOR SELECT 1', 'declare-cursor', 'transaction'],
    ['DECLARE @total int', 'other', 'none'],
    ['FETCH 100 FROM c', 'other', 'transaction'],
    ['CLOSE c', 'other', 'transaction'],
    ['MOVE FORWARD 10 FROM c', 'other', 'transaction'],
  ])('%s', (text, kind, scope) => {
    expect(only(text)).toMatchObject({ kind, scope });
  });
});

describe('the main statement', () => {
  it.each([
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'select'],
    ['WITH RECURSIVE a (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT * FROM a', 'select'],
    ['WITH a AS (SELECT 1), b AS MATERIALIZED (DELETE FROM t RETURNING *) UPDATE t SET x = 1', 'update'],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'insert'],
    ['WITH a AS (SELECT 1) DELETE FROM t USING a', 'delete'],
    ['WITH a AS (SELECT 1) MERGE INTO t USING a ON true WHEN MATCHED THEN UPDATE SET x = 1', 'other'],
    ['WITH a AS (SELECT 1) (SELECT * FROM a)', 'select'],
    ['WITH values AS (SELECT 1) DELETE FROM t', 'delete'],
    ['WITH a AS (SELECT 1), values AS (SELECT 2) DELETE FROM t', 'delete'],
    ['WITH RECURSIVE values AS (SELECT 1) DELETE FROM t', 'delete'],
    ['WITH a AS (SELECT 1) SELECT * FROM t FOR UPDATE', 'select'],
    ['WITH a AS (SELECT 1) TABLE t FOR UPDATE', 'select'],
    ['WITH a AS (SELECT 1) REPLACE INTO t SELECT * FROM a', 'insert'],
    [`WITH a AS (${hole}) UPDATE t SET x = 1`, 'update'],
    ['EXPLAIN SELECT 1', 'other'],
    ['EXPLAIN (COSTS OFF) DELETE FROM t', 'other'],
    ['EXPLAIN QUERY PLAN SELECT 1', 'other'],
    ['DESCRIBE users', 'other'],
    ['EXPLAIN ANALYZE DELETE FROM t', 'delete'],
    ['EXPLAIN ANALYZE VERBOSE WITH a AS (SELECT 1) UPDATE t SET x = 1', 'update'],
    ['EXPLAIN (ANALYZE, BUFFERS) SELECT 1', 'select'],
    ['EXPLAIN (BUFFERS, ANALYZE true) INSERT INTO t VALUES (1)', 'insert'],
    ['EXPLAIN (ANALYZE false) SELECT 1', 'other'],
    ['EXPLAIN (ANALYZE OFF) DELETE FROM t', 'other'],
    ['EXPLAIN (ANALYZE 0, VERBOSE) DELETE FROM t', 'other'],
    ['EXPLAIN (ANALYZE', 'other'],
    ['DESCRIBE ANALYZE SELECT 1', 'select'],
    ['DESC ANALYZE SELECT 1', 'select'],
    ['EXPLAIN FORMAT=JSON SELECT 1', 'other'],
    ['EXPLAIN ANALYZE FORMAT=TREE SELECT 1', 'select'],
    ['ANALYZE SELECT 1', 'select'],
    ['ANALYZE INSERT INTO t VALUES (1)', 'insert'],
    ['ANALYZE REPLACE INTO t VALUES (1)', 'insert'],
    ['ANALYZE UPDATE t SET x = 1', 'update'],
    ['ANALYZE DELETE FROM t', 'delete'],
    ['ANALYZE WITH a AS (SELECT 1) SELECT * FROM a', 'select'],
    ['ANALYZE users', 'other'],
    [`${hole} SELECT 1`, 'select'],
    [`${hole} FROM users`, 'other'],
    [`${hole} UPDATE t SET x = 1`, 'update'],
    ['(', 'other'],
    ['/* first */ -- second\n SELECT 1', 'select'],
    ['# of MySQL\nSELECT 1', 'select'],
    ['/* outer /* inner */ still */ DELETE FROM t', 'delete'],
  ])('%s', (text, kind) => {
    expect(only(text).kind).toBe(kind);
  });
});

describe('several statements', () => {
  it.each([
    ['', []],
    [' ;;; \n', []],
    ['-- nothing', []],
    ['SELECT 1;', ['select']],
    ['BEGIN; UPDATE t SET x = 1; COMMIT', ['begin', 'update', 'commit']],
    ["SELECT ';'; SELECT 2", ['select', 'select']],
    ["SELECT 'it''s; here'; DELETE FROM t", ['select', 'delete']],
    ["SELECT 'it\\'s; here'; DELETE FROM t", ['select', 'delete']],
    ["SELECT 'C:\\'; DELETE FROM t WHERE a LIKE 'b' ESCAPE '\\'", ['select', 'delete']],
    ["SELECT E'a\\'; b'; SELECT 'C:\\'; DELETE FROM t", ['select', 'select', 'delete']],
    ['SELECT "a;b"; SELECT `c;d`; DELETE FROM [e;f]', ['select', 'select', 'delete', 'other']],
    ['SELECT "a;b", `c;d`; DELETE FROM [order]', ['select', 'delete']],
    ['SELECT $$a; b$$; SELECT $x$ $$; $x$; COMMIT', ['select', 'select', 'commit']],
    ['SELECT 1 -- a; b\n; COMMIT', ['select', 'commit']],
    ['SELECT 1 # a; b\n; COMMIT', ['select', 'commit']],
    ["SELECT data #>> '{a,b}'; COMMIT", ['select', 'commit']],
    ['SELECT * FROM #orders; COMMIT', ['select', 'commit']],
    ['SELECT tags[1]; SELECT ARRAY[a, b]; COMMIT', ['select', 'select', 'commit']],
    ["SELECT ARRAY['a]', 'b;c']; COMMIT", ['select', 'commit']],
    ['SELECT (;COMMIT', ['select', 'commit']],
    ["SELECT 'unclosed; COMMIT", ['select']],
    ['CREATE TRIGGER a AFTER INSERT ON t BEGIN UPDATE t SET x = 1; DELETE FROM t; END; COMMIT', ['other']],
    [
      'CREATE FUNCTION a() RETURNS int AS $$ BEGIN RETURN 1; END $$ LANGUAGE plpgsql; COMMIT',
      ['other', 'commit'],
    ],
    [
      'IF @x = 1 BEGIN UPDATE t SET x = 1; DELETE FROM t; END; SELECT 1',
      ['other', 'delete', 'other', 'select'],
    ],
    ['BEGIN; SELECT CASE WHEN a THEN 1 END FROM t; END', ['begin', 'select', 'commit']],
    ['SELECT "begin" FROM meetings; END', ['select', 'commit']],
    ["SELECT 'begin'; END", ['select', 'commit']],
    ['BEGIN UPDATE t SET x = 1; DELETE FROM t; END', ['other', 'delete', 'other']],
    [
      'BEGIN TRAN IF @x = 1 BEGIN UPDATE t SET x = 1; DELETE FROM t; END; COMMIT',
      ['begin', 'delete', 'other', 'commit'],
    ],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("tells SQL Server's variables from MySQL's, which outlive the text", () => {
    expect(statementsOf('DECLARE @x int; SET @x = 1').map(({ scope }) => scope)).toEqual(['none', 'none']);
    expect(statementsOf('SELECT 1; SET @x = 1').map(({ scope }) => scope)).toEqual(['none', 'session']);
  });
});

describe('locked rows', () => {
  it.each([
    ['SELECT * FROM t FOR UPDATE', true, false, false],
    ['select * from t for update', true, false, false],
    ['SELECT * FROM t FOR /* all */ UPDATE', true, false, false],
    ['SELECT * FROM t FOR NO KEY UPDATE', true, false, false],
    ['SELECT * FROM t FOR SHARE', true, false, false],
    ['SELECT * FROM t FOR KEY SHARE', true, false, false],
    ['SELECT * FROM t LOCK IN SHARE MODE', true, false, false],
    ['SELECT * FROM t FOR UPDATE OF t SKIP LOCKED', true, true, false],
    ['SELECT * FROM t FOR UPDATE NOWAIT', true, false, true],
    ['SELECT * FROM t WITH (UPDLOCK, ROWLOCK, READPAST)', true, true, false],
    ['SELECT * FROM t WITH (ROWLOCK, XLOCK)', true, false, false],
    ['SELECT updlock FROM settings', false, false, false],
    ['SELECT skip FROM pages FOR UPDATE', true, false, false],
    ['UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t LIMIT 1 FOR UPDATE SKIP LOCKED)', true, true, false],
    ['WITH a AS (SELECT id FROM t FOR UPDATE) UPDATE t SET x = 1', true, false, false],
    ['EXPLAIN ANALYZE SELECT * FROM t FOR UPDATE', true, false, false],
    ['EXPLAIN SELECT * FROM t FOR UPDATE', false, false, false],
    ['DESCRIBE SELECT * FROM t FOR UPDATE', false, false, false],
    ['DESC SELECT * FROM t FOR UPDATE', false, false, false],
    ['LOCK TABLE t IN SHARE MODE NOWAIT', false, false, true],
    ['SELECT * FROM t', false, false, false],
    ["SELECT 'FOR UPDATE'", false, false, false],
    ['SELECT "FOR UPDATE" FROM t', false, false, false],
    ['SELECT 1 -- FOR UPDATE', false, false, false],
    ['SELECT 1 /* FOR UPDATE */', false, false, false],
    ['SELECT substring(a FOR 3), nowait FROM t', false, false, false],
    ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE x = 1', false, false, false],
    ['CREATE POLICY p ON t FOR UPDATE USING (true)', false, false, false],
    ['CREATE TRIGGER a ON t FOR UPDATE AS SELECT 1', false, false, false],
    ['PREPARE a AS SELECT * FROM t FOR UPDATE', false, false, false],
    [`SELECT * FROM t FOR ${hole}`, false, false, false],
    ["SELECT * FROM t WHERE data #>> '{a}' = $1 FOR UPDATE", true, false, false],
    ["SELECT * FROM t WHERE a LIKE $1 ESCAPE '\\' FOR UPDATE", true, false, false],
    ["SELECT * FROM t WHERE a = 'it\\'s' FOR UPDATE", true, false, false],
    [`SELECT * FROM t WHERE a = '${hole}' AND b = $${hole} FOR UPDATE`, true, false, false],
  ])('%s', (text, locksRows, skipsLocked, nowait) => {
    expect(only(text)).toMatchObject({ locksRows, skipsLocked, nowait });
  });
});

describe('limits', () => {
  it.each([
    ['SELECT * FROM t LIMIT 10', 10],
    ['SELECT * FROM t limit 10 OFFSET 5', 10],
    ['SELECT * FROM t OFFSET 5 LIMIT 10', 10],
    ['SELECT * FROM t LIMIT 5, 10', 10],
    ['SELECT * FROM t LIMIT ?, ?', 'variable'],
    ['SELECT * FROM t LIMIT 10 FOR UPDATE', 10],
    ['SELECT * FROM t LIMIT 10::bigint', 10],
    ['SELECT * FROM t LIMIT 10 + 1', 'variable'],
    ['SELECT * FROM t LIMIT $1', 'variable'],
    ['SELECT * FROM t LIMIT ?', 'variable'],
    ['SELECT * FROM t LIMIT :limit', 'variable'],
    ['SELECT * FROM t LIMIT @limit', 'variable'],
    ['SELECT * FROM t LIMIT ${limit}', 'variable'],
    ['SELECT * FROM t LIMIT $<limit>', 'variable'],
    [`SELECT * FROM t LIMIT ${hole}`, 'variable'],
    [`SELECT * FROM t LIMIT $${hole}`, 'variable'],
    ['SELECT * FROM t LIMIT (SELECT 1)', 'variable'],
    ['SELECT * FROM t LIMIT least($1, 10)', 'variable'],
    ['SELECT * FROM t LIMIT ALL', undefined],
    ['SELECT * FROM t LIMIT NULL', undefined],
    ['SELECT * FROM t LIMIT -1', undefined],
    ['SELECT * FROM t LIMIT 10x', 'variable'],
    ['SELECT id FROM t LIMIT 10) AS picked', 10],
    ['SELECT * FROM t WHERE id IN (SELECT id FROM u LIMIT 10)', undefined],
    ['WITH a AS (SELECT * FROM t LIMIT 10) SELECT * FROM a', undefined],
    ['WITH a AS (SELECT * FROM t) SELECT * FROM a LIMIT 10', 10],
    ['SELECT 1 UNION SELECT 2 LIMIT 10', 10],
    ['(SELECT * FROM t LIMIT 1) UNION (SELECT * FROM u LIMIT 2)', undefined],
    ['UPDATE t SET x = 1 LIMIT 10', 10],
    ['DELETE FROM t LIMIT 10', 10],
    ['SELECT * FROM t FETCH FIRST 10 ROWS ONLY', 10],
    ['SELECT * FROM t OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY', 10],
    ['SELECT * FROM t FETCH FIRST ROW ONLY', 1],
    ['SELECT * FROM t FETCH FIRST $1 ROWS ONLY', 'variable'],
    ['SELECT * FROM t FETCH FIRST ($1) ROWS ONLY', 'variable'],
    ['SELECT * FROM t OFFSET 0 ROWS FETCH NEXT 10 * 2 ROWS ONLY', 'variable'],
    ['SELECT * FROM t WHERE id IN (SELECT id FROM u FETCH FIRST 10 ROWS ONLY)', undefined],
    ['FETCH NEXT FROM c', undefined],
    ['SELECT fetch FROM jobs', undefined],
    ['SELECT * FROM t FETCH FIRST 10 ROWS WITH TIES', undefined],
    ['SELECT * FROM t FETCH FIRST 10 PERCENT ROWS ONLY', undefined],
    ['SELECT TOP 10 * FROM t', 10],
    ['SELECT DISTINCT TOP (10) * FROM t', 10],
    ['SELECT TOP (@n) * FROM t', 'variable'],
    ['SELECT TOP (10 + 5) * FROM t', 'variable'],
    ['SELECT TOP (', 'variable'],
    [`SELECT TOP ${hole} * FROM t`, 'variable'],
    ['SELECT ALL TOP 10 * FROM t', 10],
    ['INSERT TOP (10) INTO t SELECT * FROM u', 10],
    ['UPDATE TOP (10) t SET x = 1', 10],
    ['SELECT * FROM t WHERE id IN (SELECT TOP 1 id FROM u)', undefined],
    ['SELECT TOP 10 * FROM t WHERE id IN (SELECT 1 UNION SELECT 2)', 10],
    ['INSERT INTO top (id) VALUES (1)', undefined],
    ['SELECT TOP 10 PERCENT * FROM t', undefined],
    ['SELECT TOP (10) WITH TIES * FROM t', undefined],
    ['SELECT TOP 10 * FROM t UNION ALL SELECT * FROM u', undefined],
    ['DELETE TOP (10) FROM t', 10],
    ['SELECT top FROM t', undefined],
    ['SELECT a.limit FROM a', undefined],
    ['SELECT "limit" FROM a', undefined],
    ['SELECT 5 AS limit FROM a', undefined],
    ['SELECT * FROM a WHERE limit > 5', undefined],
    ['INSERT INTO plans (name, limit) VALUES (1, 2)', undefined],
    ["SELECT 'LIMIT 10'", undefined],
    ['SELECT * FROM t', undefined],
  ])('%s', (text, limit) => {
    expect(only(text).limit).toBe(limit);
  });
});

describe('conflicts and rows given back', () => {
  it.each([
    ['INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING', true, false],
    ['INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET x = 1 RETURNING *', true, true],
    ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE x = 1', true, false],
    ['INSERT IGNORE INTO t VALUES (1)', true, false],
    ['INSERT LOW_PRIORITY IGNORE INTO t VALUES (1)', true, false],
    ['INSERT HIGH_PRIORITY IGNORE INTO t VALUES (1)', true, false],
    ['INSERT DELAYED IGNORE INTO t VALUES (1)', true, false],
    ['INSERT OR REPLACE INTO t VALUES (1)', true, false],
    ['INSERT OR IGNORE INTO t VALUES (1)', true, false],
    ['INSERT OR ABORT INTO t VALUES (1)', false, false],
    ['REPLACE INTO t VALUES (1)', true, false],
    ['INSERT INTO t VALUES (1)', false, false],
    ['INSERT INTO ignore VALUES (1)', false, false],
    ['INSERT INTO t SELECT a.id FROM a JOIN b ON a.id = b.id', false, false],
    ['WITH a AS (INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING RETURNING *) SELECT * FROM a', true, false],
    ['CREATE TABLE t (id int PRIMARY KEY ON CONFLICT REPLACE)', false, false],
    ['UPDATE t SET x = 1 RETURNING id', false, true],
    ['DELETE FROM t OUTPUT DELETED.id WHERE x = 1', false, true],
    ['UPDATE t SET output = 1', false, false],
    ['SELECT returning FROM t', false, false],
    ["SELECT json_value(a, '$.b' RETURNING int) FROM t", false, false],
  ])('%s', (text, onConflict, returning) => {
    expect(only(text)).toMatchObject({ onConflict, returning });
  });
});

describe('advisory locks', () => {
  it.each([
    ['SELECT pg_advisory_lock(1)', 'session', ['pg_advisory_lock']],
    ['select PG_ADVISORY_LOCK ($1, $2)', 'session', ['pg_advisory_lock']],
    ['SELECT pg_catalog.pg_try_advisory_lock(1)', 'session', ['pg_try_advisory_lock']],
    ['SELECT pg_advisory_lock_shared(1)', 'session', ['pg_advisory_lock_shared']],
    ['SELECT pg_try_advisory_lock_shared(1)', 'session', ['pg_try_advisory_lock_shared']],
    ['SELECT pg_advisory_unlock(1)', 'session', ['-pg_advisory_unlock']],
    ['SELECT pg_advisory_unlock_shared(1)', 'session', ['-pg_advisory_unlock_shared']],
    ['SELECT pg_advisory_unlock_all()', 'session', ['-pg_advisory_unlock_all']],
    ['SELECT pg_advisory_xact_lock(hashtext($1))', 'transaction', ['pg_advisory_xact_lock']],
    ['SELECT pg_try_advisory_xact_lock_shared(1)', 'transaction', ['pg_try_advisory_xact_lock_shared']],
    ["SELECT GET_LOCK('a', 10)", 'session', ['get_lock']],
    ["DO RELEASE_LOCK('a')", 'session', ['-release_lock']],
    ['SELECT RELEASE_ALL_LOCKS()', 'session', ['-release_all_locks']],
    ["EXEC sp_getapplock @Resource = 'a', @LockMode = 'Exclusive'", 'transaction', ['sp_getapplock']],
    ["EXEC @r = sp_getapplock 'a', 'Exclusive', 'Session'", 'session', ['sp_getapplock']],
    ["EXEC sys.sp_releaseapplock @Resource = 'a', @LockOwner = 'Session'", 'session', ['-sp_releaseapplock']],
    ['sp_getapplock', 'transaction', ['sp_getapplock']],
    [
      'SELECT pg_advisory_lock(1), pg_advisory_xact_lock(2)',
      'session',
      ['pg_advisory_lock', 'pg_advisory_xact_lock'],
    ],
    ['WITH a AS (SELECT pg_advisory_lock(1)) SELECT * FROM a', 'session', ['pg_advisory_lock']],
    ["SELECT 'pg_advisory_lock(1)'", 'none', []],
    ['SELECT pg_advisory_lock FROM t', 'none', []],
    ["SELECT IS_FREE_LOCK('a')", 'none', []],
    ['SELECT my_pg_advisory_lock(1)', 'none', []],
    ['EXPLAIN SELECT pg_advisory_lock(1)', 'none', []],
    ['CREATE VIEW v AS SELECT pg_advisory_lock(1)', 'none', []],
    ['SELECT constructor(1)', 'none', []],
    ["SELECT * FROM sys.procedures WHERE name = 'sp_getapplock'", 'none', []],
    ['SELECT sp_getapplock FROM settings', 'none', []],
    ["EXECUTE sp_getapplock 'a', 'Exclusive'", 'transaction', ['sp_getapplock']],
    ["IF @mode = 'session' EXEC sp_getapplock 'a', 'Exclusive'", 'transaction', ['sp_getapplock']],
  ])('%s', (text, scope, functions) => {
    const { locks, ...statement } = only(text);
    expect(statement.scope).toBe(scope);
    expect(locks.map(lock => (lock.unlocks ? '-' : '') + lock.function)).toEqual(functions);
  });

  it.each([
    ['pg_advisory_lock', 'session', false],
    ['pg_advisory_lock_shared', 'session', false],
    ['pg_try_advisory_lock', 'session', false],
    ['pg_try_advisory_lock_shared', 'session', false],
    ['pg_advisory_unlock', 'session', true],
    ['pg_advisory_unlock_shared', 'session', true],
    ['pg_advisory_unlock_all', 'session', true],
    ['pg_advisory_xact_lock', 'transaction', false],
    ['pg_advisory_xact_lock_shared', 'transaction', false],
    ['pg_try_advisory_xact_lock', 'transaction', false],
    ['pg_try_advisory_xact_lock_shared', 'transaction', false],
    ['get_lock', 'session', false],
    ['release_lock', 'session', true],
    ['release_all_locks', 'session', true],
  ])('says that %s lasts as long as the %s, and whether it gives back: %j', (name, scope, unlocks) => {
    expect(only(`SELECT ${name}(1)`).locks).toEqual([{ function: name, scope, unlocks }]);
  });

  it('says which of several last as long as the session', () => {
    const { locks } = only('SELECT pg_advisory_lock(1), pg_advisory_xact_lock(2)');
    expect(locks.map(({ scope }) => scope)).toEqual(['session', 'transaction']);
  });

  it.each([
    ['SELECT pg_advisory_lock(1)', true],
    ['SELECT pg_advisory_lock(1), pg_advisory_unlock(1)', false],
    ['SELECT pg_advisory_xact_lock(1)', false],
    ['SELECT pg_advisory_unlock(1)', false],
    ['SELECT 1', false],
  ])('takes and gives nothing back: %s', (text, releasesNothing) => {
    expect(only(text).releasesNothing).toBe(releasesNothing);
  });
});

describe('a statement that only defines', () => {
  it.each([
    'CREATE FUNCTION next_job() RETURNS SETOF jobs AS SELECT pg_advisory_lock(1) FROM jobs LIMIT 1 FOR UPDATE NOWAIT',
    'CREATE RULE keep AS ON INSERT TO t DO INSTEAD INSERT INTO u VALUES (1) ON CONFLICT DO NOTHING RETURNING id',
    'ALTER VIEW next_job AS SELECT TOP 1 * FROM jobs WITH (UPDLOCK, READPAST)',
    'ALTER FUNCTION pg_advisory_lock(bigint) OWNER TO app',
    "COMMENT ON FUNCTION pg_advisory_lock(bigint) IS 'of the whole session'",
    'GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO app',
    'REVOKE EXECUTE ON FUNCTION pg_advisory_lock(bigint) FROM app',
  ])('does nothing else now: %s', text => {
    expect(only(text)).toEqual({
      kind: 'other',
      scope: 'none',
      locksRows: false,
      skipsLocked: false,
      nowait: false,
      limit: undefined,
      onConflict: false,
      returning: false,
      locks: [],
      releasesNothing: false,
    });
  });
});

it('never throws, wherever a text is cut', () => {
  const text =
    "WITH a AS (SELECT E'\\'' FROM [b] WHERE c = $1::int AND d = :e AND f = @g) -- h\n" +
    "EXPLAIN (ANALYZE) SELECT TOP (1) set_config('a', 'b', true), $x$ $x$, `i`, \"j\" FROM #k /* l /* m */ */" +
    " FETCH FIRST 1 ROWS ONLY LIMIT 5, 10 FOR NO KEY UPDATE SKIP LOCKED; EXEC @r = sp_getapplock 'a'; SET @@x = 1";
  for (let end = 0; end <= text.length; end++) {
    expect(() => statementsOf(text.slice(0, end))).not.toThrow();
    expect(() => statementsOf(text.slice(end))).not.toThrow();
  }
});

it.each([
  'CREATE TABLE',
  'SELECT 1 INTO',
  'EXPLAIN (ANALYZE',
  'SELECT * FROM t FETCH FIRST',
  'SELECT TOP (',
  `${hole} `,
  'INSERT',
  'WITH',
  'SET',
  'DECLARE',
])('never throws at the end of a half-written %s', text => {
  expect(() => statementsOf(text)).not.toThrow();
});
