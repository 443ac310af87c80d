import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, EnvError } from '../env/env.js';
import { makeDirectory } from '../env/directory.js';
import type { SharedKey } from '../env/shared-keys.js';

/** The account that the emulator plays, by which it and the app know each other. */
export interface SimulatorCredentials {
  accountSid: string;
  authToken: string;
}

type Given = Pick<Env, 'SIMULATOR_ACCOUNT_SID' | 'SIMULATOR_AUTH_TOKEN'>;

/**
 * The credentials of the emulator inside the app: from the environment, else generated once and
 * kept in DATA_DIR/simulator/credentials.json (0600), so that every caller gets the same. Throws an
 * `EnvError` when they can be neither read nor kept.
 */
export function simulatorCredentials(env: Given & Pick<Env, 'DATA_DIR'>): SimulatorCredentials {
  if (env.SIMULATOR_ACCOUNT_SID && env.SIMULATOR_AUTH_TOKEN) return freshCredentials(env);
  const file = fileOf(env);
  return { ...(read(file) ?? keep(file, freshCredentials({}))), ...given(env) };
}

/** The same for who only looks: before the first start they are any, and kept nowhere. */
export function knownCredentials(env: Given & Pick<Env, 'DATA_DIR'>): SimulatorCredentials {
  return { ...(read(fileOf(env)) ?? freshCredentials({})), ...given(env) };
}

/** A SharedKey of this account, the same for every caller. */
export function spareKeyOf({ authToken }: Pick<SimulatorCredentials, 'authToken'>): SharedKey {
  const secret = createHash('sha256').update(`shared key: ${authToken}`).digest('hex');
  return { id: 'webhooks_sharedkey_simulator', secret };
}

/** The credentials of an emulator that runs alone: from the environment, else new ones. */
export function freshCredentials(env: Given): SimulatorCredentials {
  const accountSid = `AC${randomBytes(16).toString('hex')}`;
  return { accountSid, authToken: randomBytes(16).toString('hex'), ...given(env) };
}

function given({ SIMULATOR_ACCOUNT_SID, SIMULATOR_AUTH_TOKEN }: Given) {
  return {
    ...(SIMULATOR_ACCOUNT_SID && { accountSid: SIMULATOR_ACCOUNT_SID }),
    ...(SIMULATOR_AUTH_TOKEN && { authToken: SIMULATOR_AUTH_TOKEN }),
  };
}

function fileOf(env: Pick<Env, 'DATA_DIR'>): string {
  return join(env.DATA_DIR, 'simulator', 'credentials.json');
}

function read(file: string): SimulatorCredentials | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SimulatorCredentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError)
      throw new EnvError(`DATA_DIR: ${file} is no JSON: delete it, and new credentials are made`);
    throw notUsable(file, error);
  }
}

/** Linking a finished file in place makes two processes that start together agree on one. */
function keep(file: string, credentials: SimulatorCredentials): SimulatorCredentials {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    makeDirectory(join(file, '..'));
    writeFileSync(draft, JSON.stringify(credentials) + '\n', { mode: 0o600 });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notUsable(file, error);
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file)!;
}

function notUsable(file: string, error: unknown): EnvError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new EnvError(`DATA_DIR: ${file} cannot be used (${code ?? message})`);
}
