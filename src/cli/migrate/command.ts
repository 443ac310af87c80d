import { endpointsSeen } from '../../app.endpoints.js';
import { type Env, EnvError } from '../../env/env.js';
import { readEnv } from '../../env/read-env.js';
import type { Migrated, Progress } from '../../storage/transfer/migration.js';
import { NotNow } from '../reach.js';
import { columns } from '../terminal.js';
import { print, work } from '../work.js';
import { refuseWrongKey } from '../store-key.js';
import { ProgressLine } from '../progress-line.js';

export interface MigrateOptions {
  to: 'mongodb' | 'sqlite';
  force?: boolean;
  json?: boolean;
}

/** Brings everything to the other store, and returns the exit code. */
export function migrate({ to, force, json }: MigrateOptions): Promise<number> {
  return work(async () => {
    const env = readEnv();
    const { simulator } = endpointsSeen(env);
    await refuseWrongKey(env, simulator, to === 'mongodb' ? 'sqlite' : 'mongodb');
    const line = new ProgressLine(process.stderr);
    const done = await moved(env, simulator, {
      to,
      force: !!force,
      tell: (p) => line.show(inWords(p)),
    }).finally(() => line.clear());
    print(json, done, () => inTable(done));
    process.stderr.write(next(done, to));
    return 0;
  });
}

type Wanted = Parameters<typeof import('../../storage/transfer/migration.js').migrateStore>[2];

/** What isn't the operator's own to mend is told with what it means for them. */
async function moved(env: Env, simulator: boolean, wanted: Wanted): Promise<Migrated> {
  const { migrateStore } = await import('../../storage/transfer/migration.js');
  try {
    return await migrateStore(env, simulator, wanted);
  } catch (error) {
    if (error instanceof EnvError) throw error;
    throw new NotNow(
      `Nothing was migrated: ${(error as Error).message}. The store that was to be migrated is as it ` +
        'was, and Recado can go on with it.',
      { cause: error },
    );
  }
}

function inWords({ doing, table, done, of }: Progress): string {
  return `${doing} ${table}: ${done} of ${Math.max(of, done)}`;
}

function inTable({ tables }: Migrated): string {
  return columns(tables.map(({ table, rows }) => [table, String(rows)]));
}

function next({ from, to, before }: Migrated, store: MigrateOptions['to']): string {
  const aside = before ? `What was there is ${before} now.\n` : '';
  const start =
    store === 'mongodb'
      ? 'Start Recado with this MONGODB_URI and this SECRET_KEY.'
      : 'Start Recado without MONGODB_URI, with this DATA_DIR and this SECRET_KEY.';
  return `All of ${from} is in ${to}, and was compared.\n${aside}${start}\n`;
}
