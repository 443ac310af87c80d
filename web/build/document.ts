import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

/** What the app that was built serves at /docs-json, the simulator's control included. */
export async function builtDocument(): Promise<OpenAPIObject> {
  const { createApp, openApi } =
    await built<typeof import('../../src/app.setup.js')>('app.setup.js');
  const { readEnv } = await built<typeof import('../../src/env/read-env.js')>('env/read-env.js');
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const env = readEnv('/dev/null', { SIMULATOR: 'on', DATA_DIR: directory, LOG_LEVEL: 'silent' });
  const app = await createApp(env);
  try {
    return openApi(app, env);
  } finally {
    await app.close();
    rmSync(directory, { recursive: true });
  }
}

/** A module as `nest build` left it, for Node can't read the decorators of its source. */
function built<T>(path: string): Promise<T> {
  return import(new URL(`../../dist/${path}`, import.meta.url).href);
}
