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
const SOURCES = '.npmrc .swcrc bin nest-cli.json package-lock.json package.json samples src web';
const BESIDE = 'tsconfig.json tsconfig.build.json test/support/typescript-in-threads.js';
/** What shows that it is ready: of the server, of the emulator. */
const SERVES = /Next, /;
const PLAYS = /Start the app with:/;
const BUILDS = /SWC/;

let directory: string;

/** A copy, so that what it builds isn't in the way of other tests. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  for (const name of `${SOURCES} ${BESIDE}`.split(' '))
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
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_COMPILE_CACHE,
    PORT: '0',
    SIMULATOR_PORT: '0',
    LOG_FORMAT: 'pretty',
  };
  const child = spawn('npm', args.split(' '), { cwd: directory, env, detached: true });
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

/** SIGTERM to npm alone, as whoever looks after the process sends it. */
async function terminated({ pid, ends }: Started): Promise<unknown[]> {
  process.kill(pid, 'SIGTERM');
  return ends;
}

/** SIGINT to all that runs, as Ctrl+C in a terminal: npm passes it on once more. */
async function interrupted({ pid, ends }: Started): Promise<unknown[]> {
  process.kill(-pid, 'SIGINT');
  return ends;
}

it.each([
  ['start', SERVES],
  ['run simulator', PLAYS],
])('npm %s: a signal ends what it started, then npm with 0', async (args, sign) => {
  for (const end of [terminated, interrupted]) {
    expect(await end(await npm(args, sign))).toEqual([0, null]);
    expect(processesHere()).toEqual([]);
  }
});

it('npm start: a signal while it builds, and nothing starts', async () => {
  expect(await terminated(await npm('start', BUILDS))).toEqual([null, 'SIGTERM']);
  await expect.poll(processesHere).toEqual([]);
});
