import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { combinations } from './combinations.js';
import { Env, EnvError } from './env.js';
import { readEnvFile } from './file.js';
import { misspelt, quotedNotice, withoutQuotes } from './notices.js';

const KNOWN: ReadonlySet<string> = new Set(Object.keys(new Env()));

/**
 * In the environment of the process, which has others' variables too: only a name that was meant
 * for at least such a long one is named. HOST, PORT and DATA_DIR have too many neighbours.
 */
const LONG = 10;

const noticed = new WeakMap<Env, string[]>();

/**
 * Reads `.env` and the process's environment, which wins; an empty value counts as not given.
 * Throws an `EnvError` with a line for each variable that is wrong.
 */
export function readEnv(file = '.env', source: NodeJS.ProcessEnv = process.env): Env {
  const written = said(fromFile(file));
  const bare = withoutQuotes(said(source));
  const given = said(bare.values);
  const env = plainToInstance(Env, known({ ...written, ...given }));
  const missing = [...KNOWN].filter((name) => !(name in written) && !(name in given));
  const notices = [
    ...bare.quoted.filter((name) => KNOWN.has(name)).map(quotedNotice),
    ...misspelt(written, missing, file),
    ...misspelt(
      given,
      missing.filter((name) => name.length >= LONG),
      'the environment',
    ),
  ];
  const lines = validateSync(env).map((e) => `${e.property} ${Object.values(e.constraints!)[0]}`);
  lines.push(...combinations(env));
  // What is missing may be there under a wrong name.
  if (lines.length) throw new EnvError([...lines, ...notices].join('\n'));
  noticed.set(env, notices);
  return env;
}

/**
 * What an operator should know of an environment that was read, a line each: a value that came in
 * quotes, a name that is nearly one of ours. No value is in them.
 */
export function noticesOf(env: Env): string[] {
  return noticed.get(env) ?? [];
}

/** Those that have a value: an empty one would hide that of the file. */
function said(values: NodeJS.Dict<string>): Record<string, string> {
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
