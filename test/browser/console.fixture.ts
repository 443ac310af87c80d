import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { RecadoProcess } from '../support/recado.process.js';
import { freshMongoUri } from '../support/stores/stores.js';
import { launch } from './browser.js';

type Store = 'sqlite' | 'mongo';

export const ADMIN_TOKEN = 'a-token-for-tests';

/** A Recado of its own, in simulator mode with the sample knowledge, and a browser. */
export class Console {
  /** What the pages complained of since the last test: errors, refusals of their policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly recado: RecadoProcess,
    readonly browser: Browser,
    /** Where the process runs, and by what environment: for tests that fill its store themselves. */
    readonly directory: string,
    readonly settings: NodeJS.ProcessEnv,
  ) {}

  static async start(store: Store, env: NodeJS.ProcessEnv = {}): Promise<Console> {
    const directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const settings = {
      SIMULATOR: 'on',
      ADMIN_TOKEN,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...(store === 'mongo' && { MONGODB_URI: freshMongoUri() }),
      ...env,
    };
    const [recado, browser] = await Promise.all([
      RecadoProcess.start(directory, settings),
      launch(),
    ]);
    return new Console(recado, browser, directory, settings);
  }

  get url(): string {
    return this.recado.url;
  }

  /** A page of a browser that knows nothing of us. `at`: an address below /console/. */
  async page(at = '', options: BrowserContextOptions = {}): Promise<Page> {
    return this.open(await this.context(options), at);
  }

  /** A page at `at` of a browser that has signed in by a token; the form has its own tests. */
  async signedIn(at = '', options: BrowserContextOptions = {}, token = ADMIN_TOKEN): Promise<Page> {
    const context = await this.context(options);
    const headers = { Origin: this.url };
    const asked = { data: { token }, headers };
    const begun = await context.request.post(`${this.url}/api/v1/session`, asked);
    expect(begun.status()).toBe(201);
    return this.open(context, at);
  }

  private context(options: BrowserContextOptions): Promise<BrowserContext> {
    return this.browser.newContext({ locale: 'en-GB', ...options });
  }

  private async open(context: BrowserContext, at: string): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
    page.on('console', (message) => {
      // The browser itself tells of each answer that is an error; tests say which they expect.
      const answer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !answer) this.complaints.push(message.text());
    });
    await page.goto(`${this.url}/console/${at}`);
    return page;
  }

  /** A new token of this scope. */
  async token(scope: 'read' | 'operate'): Promise<string> {
    const name = `${scope}s ${Date.now()}`;
    const response = await this.recado.call('POST', '/api/v1/tokens', { name, scope });
    return ((await response.json()) as { token: string }).token;
  }

  /** A link that signs in, once. */
  async link(): Promise<string> {
    const response = await this.recado.call('POST', '/api/v1/session/link');
    return ((await response.json()) as { url: string }).url;
  }

  /** Prints what the pages show: a test that failed says only what it missed. */
  async tell(): Promise<void> {
    for (const page of this.browser.contexts().flatMap((context) => context.pages())) {
      const shown = await page.locator('body').innerText({ timeout: 2000 }).catch(String);
      console.log(page.url(), shown.slice(0, 2000));
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.recado.stop()]);
    rmSync(this.directory, { recursive: true });
  }
}

/** Runs a suite in a browser over an app of its own, once for each store that can be had. */
export function withConsole(
  name: string,
  suite: (console: () => Console) => void,
  { env = {}, stores = ['sqlite', 'mongo'] }: { env?: NodeJS.ProcessEnv; stores?: Store[] } = {},
): void {
  for (const store of stores) {
    describe.skipIf(store === 'mongo' && !inject('mongo'))(`${name} on ${store}`, () => {
      let one: Console;
      beforeAll(async () => void (one = await Console.start(store, env)));
      afterEach(async ({ task }) => {
        if (task.result?.state === 'fail') await one.tell();
        await Promise.all(one.browser.contexts().map((context) => context.close()));
        expect(one.complaints.splice(0)).toEqual([]);
      });
      afterAll(() => one?.close());
      suite(() => one);
    });
  }
}
