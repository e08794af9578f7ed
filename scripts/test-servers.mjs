/**
 * Starts PostgreSQL and MariaDB out of the system's packages, each in a temporary folder and on a free port of this machine
 * alone, runs the tests against them, and stops them again.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const postgresFolders = () => {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions.map(version => path.join('/usr/lib/postgresql', version, 'bin'));
  } catch {
    return [];
  }
};

/** The program of that name on the PATH or in one of some folders; undefined where there is none. */
const find = (name, folders = []) =>
  [...(process.env.PATH ?? '').split(path.delimiter), ...folders]
    .map(folder => path.join(folder, name))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const programs = {
  initdb: find('initdb', postgresFolders()),
  postgres: find('postgres', postgresFolders()),
  mariadbd: find('mariadbd', ['/usr/sbin', '/usr/libexec']),
  install: find('mariadb-install-db'),
  sqlite3: find('sqlite3'),
};
const packages = {
  initdb: 'postgresql',
  postgres: 'postgresql',
  mariadbd: 'mariadb-server',
  install: 'mariadb-server',
  sqlite3: 'sqlite3',
};
const missing = [
  ...new Set(
    Object.keys(programs)
      .filter(name => !programs[name])
      .map(name => packages[name]),
  ),
];
if (missing.length > 0) {
  console.error(
    `The tests against servers need programs that are not here: apt-get install ${missing.join(' ')}`,
  );
  process.exit(1);
}

/** Servers refuse to run as root: then they run as somebody who owns nothing else. */
const owner = () => {
  if (process.getuid?.() !== 0) return {};
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(line => line.startsWith('nobody:'));
  const [, , uid, gid] = nobody?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
};
const as = owner();

const root = mkdtempSync(path.join(tmpdir(), 'servers-'));
const folder = name => {
  const made = path.join(root, name);
  mkdirSync(made, { mode: 0o700 });
  if (as.uid !== undefined) chownSync(made, as.uid, as.gid);
  return made;
};
if (as.uid !== undefined) chownSync(root, as.uid, as.gid);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs a program to its end; throws with what it said where it fails. */
const run = (program, given) => {
  const { status, stderr, stdout } = spawnSync(program, given, { ...as, cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path.basename(program)} ended with ${status}\n${stdout}${stderr}`);
};

const running = [];
const start = (program, given) => {
  const child = spawn(program, given, { ...as, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', chunk => (said += chunk));
  running.push(child);
  return { child, said: () => said };
};

/** Waits until a server says that it listens. */
const untilReady = async ({ child, said }, ready) => {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (ready.test(said())) return;
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  throw new Error(`${path.basename(child.spawnfile)} did not start\n${said()}`);
};

const startPostgres = async () => {
  const [data, port] = [folder('postgres'), await freePort()];
  run(programs.initdb, [
    '-D',
    data,
    '-U',
    'test',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C',
  ]);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${root}`,
    'fsync=off',
  ];
  const server = start(programs.postgres, ['-D', data, ...settings.flatMap(each => ['-c', each])]);
  await untilReady(server, /ready to accept connections/);
  return `postgres://test@127.0.0.1:${port}/postgres`;
};

const startMariadb = async () => {
  const [data, port] = [folder('mariadb'), await freePort()];
  run(programs.install, [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const server = start(programs.mariadbd, [
    '--no-defaults',
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${path.join(root, 'mariadb.sock')}`,
    `--pid-file=${path.join(root, 'mariadb.pid')}`,
  ]);
  await untilReady(server, /ready for connections/);
  return `mysql://root@127.0.0.1:${port}/mysql`;
};

/** Asks what is running to end, and waits until it has. */
const stop = async () => {
  const ends = running.map(child =>
    child.exitCode === null ? new Promise(end => child.once('exit', end)) : undefined,
  );
  for (const child of running) child.kill('SIGINT');
  await Promise.race([Promise.all(ends), sleep(5000, undefined, { ref: false })]);
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
};

try {
  const env = {
    ...process.env,
    SERVERS_POSTGRES: await startPostgres(),
    SERVERS_MARIADB: await startMariadb(),
    SERVERS_SQLITE: programs.sqlite3,
  };
  const given = ['vitest', 'run', '--config', 'vitest.servers.config.ts', ...process.argv.slice(2)];
  const tests = spawn('npx', given, { env, stdio: 'inherit' });
  process.exitCode = await new Promise(end => tests.once('exit', code => end(code ?? 1)));
} finally {
  await stop();
}
