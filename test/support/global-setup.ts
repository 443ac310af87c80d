import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { startMongod } from './stores/mongod.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's mongod is, without a database; empty when there is none. */
    mongo: string;
  }
}

/** Builds what the tests start as processes, and gives all of them one mongod. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [mongod] = await Promise.all([startMongod(), build()]);
  if (typeof mongod === 'string') {
    if (process.env.CI) throw new Error(`CI needs a mongod, and none can be had: ${mongod}`);
    console.warn(
      `\n*** MONGODB TESTS ARE SKIPPED: no mongod can be had (${mongod}).\n` +
        '*** Install one and name it in MONGOMS_SYSTEM_BINARY to run them.\n',
    );
    project.provide('mongo', '');
    return async () => undefined;
  }
  project.provide('mongo', mongod.uri);
  return mongod.stop;
}

function build(): Promise<unknown> {
  return promisify(execFile)('node', ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
}
