import { EnvError } from '../env/env.js';
import { noticesOf, readEnv } from '../env/read-env.js';
import { stopOnSignals } from '../env/signals.js';
import { startAlone } from './standalone.js';
import { welcome } from './welcome.js';

try {
  const env = readEnv();
  for (const notice of noticesOf(env)) process.stderr.write(`${notice}\n`);
  const simulator = await startAlone(env);
  // First: whoever reads that it is there may end it at once.
  stopOnSignals(() => simulator.close(), failed);
  process.stdout.write(welcome(simulator.options));
} catch (error) {
  failed(error);
}

function failed(error: unknown): never {
  process.stderr.write(`${reason(error as NodeJS.ErrnoException)}\n`);
  process.exit(1);
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return 'SIMULATOR_PORT is taken: name another one.';
  return error instanceof EnvError ? error.message : `The simulator cannot start: ${error.message}`;
}
