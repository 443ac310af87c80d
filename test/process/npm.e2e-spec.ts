import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const SOURCES = '.npmrc .swcrc bin nest-cli.json package.json samples src tsconfig.build.json';
/** What shows that it is ready: of the server, of the emulator. */
const SERVES = /Next, /;
const PLAYS = /Start the app with:/;
const BUILDS = /SWC/;

let directory: string;

/** A copy, so that what it builds isn't in the way of other tests. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  for (const name of [...SOURCES.split(' '), 'tsconfig.json'])
    cpSync(join(ROOT, name), join(directory, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
});
afterEach(() => {
  for (const pid of processesHere()) process.kill(pid, 'SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true, maxRetries: 5 }));

/** Who works in the copy, npm and its shell included. */
function processesHere(): number[] {
  const pids = (existsSync('/proc') ? readdirSync('/proc') : []).filter((name) =>
    /^\d+$/.test(name),
  );
  return pids.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === directory;
    } catch {
      return false; // It has ended, or is somebody else's.
    }
  });
}

interface Started {
  pid: number;
  /** Resolves with the exit code and the signal. */
  ends: Promise<unknown[]>;
}

/** `npm …`, once it has printed what is waited for. */
async function npm(args: string, sign: RegExp): Promise<Started> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0', SIMULATOR_PORT: '0', LOG_FORMAT: 'pretty' };
  const child = spawn('npm', args.split(' '), { cwd: directory, env });
  const ends = once(child, 'close');
  let printed = '';
  const shown = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => sign.test((printed += chunk)) && resolve());
  });
  child.stderr.on('data', (chunk) => (printed += chunk));
  const failed = ends.then(() => Promise.reject(new Error(`npm ended: ${printed}`)));
  await Promise.race([shown, failed]);
  failed.catch(() => undefined);
  return { ends, pid: child.pid! };
}

/** Sends it to npm alone, as whoever looks after the process does. */
async function ended({ pid, ends }: Started, signal: NodeJS.Signals): Promise<unknown[]> {
  process.kill(pid, signal);
  return ends;
}

it('npm start: a signal ends the server, then npm with 0; the directory is free', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    expect(await ended(await npm('start', SERVES), signal)).toEqual([0, null]);
    expect(processesHere()).toEqual([]);
  }
});

it('npm run simulator: likewise', async () => {
  expect(await ended(await npm('run simulator', PLAYS), 'SIGTERM')).toEqual([0, null]);
  expect(processesHere()).toEqual([]);
});

it('npm start: a signal while it builds, and nothing starts', async () => {
  expect(await ended(await npm('start', BUILDS), 'SIGTERM')).toEqual([null, 'SIGTERM']);
  await expect.poll(processesHere).toEqual([]);
});
