import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { combinations } from './combinations.js';
import { Env, EnvError } from './env.js';
import { readEnvFile } from './file.js';
import { putRightNotices } from './model-address.js';
import { misspelt, quotedNotice, withoutQuotes } from './notices.js';

const KNOWN: ReadonlySet<string> = new Set(Object.keys(new Env()));

/**
 * The least length of a variable that is looked for under a misspelt name in the process's
 * environment. Other programs' variables are there too, and some resemble HOST, PORT or DATA_DIR.
 */
const LEAST_LENGTH = 10;

/** The notices of each environment that was read. */
const noticesByEnv = new WeakMap<Env, string[]>();

/**
 * Reads `.env` and the process's environment, which wins. An empty value counts as not given.
 * Throws an `EnvError` with a line for each variable that is wrong.
 */
export function readEnv(file = '.env', source: NodeJS.ProcessEnv = process.env): Env {
  const written = withValues(fromFile(file));
  const bare = withoutQuotes(withValues(source));
  const given = withValues(bare.values);
  const env = plainToInstance(Env, known({ ...written, ...given }));
  const missing = [...KNOWN].filter((name) => !(name in written) && !(name in given));
  const notices = [
    ...bare.quoted.filter((name) => KNOWN.has(name)).map(quotedNotice),
    ...misspelt(written, missing, file),
    ...misspelt(
      given,
      missing.filter((name) => name.length >= LEAST_LENGTH),
      'the environment',
    ),
  ];
  const lines = validateSync(env).map((e) => `${e.property} ${Object.values(e.constraints!)[0]}`);
  lines.push(...combinations(env));
  // The notices go with the errors: a missing variable may be there under a misspelt name.
  if (lines.length) throw new EnvError([...lines, ...notices].join('\n'));
  noticesByEnv.set(env, [...notices, ...putRightNotices({ ...written, ...given })]);
  return env;
}

/**
 * Notices about an environment for the operator, a line each: about values that came in quotes, about
 * addresses that were put right, and about names that resemble one of ours. They contain no values.
 */
export function noticesOf(env: Env): string[] {
  return noticesByEnv.get(env) ?? [];
}

/** The environment for another process: this one's, with none of our variables but those chosen. */
export function environmentWith(chosen: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !KNOWN.has(name));
  return { ...Object.fromEntries(others), ...chosen };
}

/** Drops empty values, so that an empty one in the process does not hide the file's. */
function withValues(values: NodeJS.Dict<string>): Record<string, string> {
  const trimmed = Object.entries(values).map(([name, value]) => [name, value?.trim() ?? '']);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

function known(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => KNOWN.has(name)));
}

function fromFile(file: string): NodeJS.Dict<string> {
  try {
    return readEnvFile(file, KNOWN);
  } catch (error) {
    throw new EnvError((error as Error).message);
  }
}
