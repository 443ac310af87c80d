import { expect } from 'vitest';
import { EnvError } from '../../src/env/env.js';
import { readEnv } from '../../src/env/read-env.js';

/** Why these values of the environment stop the start. */
export const refusal = (values: NodeJS.ProcessEnv, file = '/dev/null'): string => {
  try {
    readEnv(file, values);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  return expect.fail(`taken: ${JSON.stringify(values)}`);
};
