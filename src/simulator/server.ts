import { EnvError, readEnv } from '../env/env.js';
import { stopOnSignals } from '../env/signals.js';
import { startAlone } from './standalone.js';
import { welcome } from './welcome.js';

try {
  const simulator = await startAlone(readEnv());
  process.stdout.write(welcome(simulator.options));
  stopOnSignals(() => simulator.close(), failed);
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
