import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';

/** Milliseconds within which a page shows what changed. */
const SOON = 300;
const EVENTS = '**/api/v1/events';

withConsole('the live page', (app) => {
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { name, level: 1 }).waitFor();
  const sign = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

  /** Adds a document behind the page's back; milliseconds until the page shows it. */
  async function addsDocument(page: Page): Promise<number> {
    const title = `Hours ${randomUUID()}`;
    const shown = page.getByText(title).first().waitFor();
    await app().recado.call('POST', '/api/v1/knowledge/documents', { title, text: 'At nine.' });
    const began = performance.now();
    await shown;
    return performance.now() - began;
  }

  it('shows at once what changed elsewhere, and says that it does', async () => {
    const page = await app().signedIn('knowledge');
    await heading(page, 'Knowledge');
    await sign(page, 'Live');
    await noSeriousAxe(page);
    const waits = [];
    for (let n = 0; n < 5; n++) waits.push(await addsDocument(page));
    expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(SOON);
  });

  it('says when it cannot, comes back, and has missed nothing', async () => {
    const page = await app().signedIn('knowledge');
    await sign(page, 'Live');
    await page.route(EVENTS, (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await heading(page, 'Knowledge');
    await sign(page, 'Reconnecting…');
    await noSeriousAxe(page);
    const shown = addsDocument(page);
    await page.unroute(EVENTS);
    await sign(page, 'Live');
    await shown;
  });

  it('goes to the door when somebody signs out in another tab', async () => {
    const page = await app().signedIn('knowledge');
    await sign(page, 'Live');
    const other = await page.context().newPage();
    await other.goto(`${app().url}/console/settings`);
    await heading(other, 'Settings');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'Sign in');
    expect(new URL(page.url()).searchParams.get('to')).toBe('/knowledge');
  });
});
