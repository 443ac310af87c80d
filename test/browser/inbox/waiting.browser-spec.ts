import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { idOf, peopleOf, seed, waitsIn, writes } from './inbox.fixture.js';

const ASKS = 'a person please';
const [ANA, LUIS] = ['+12025550131', '+12025550132'];

withConsole('who waits', (app) => {
  /** The way to the inbox, as a screen reader says it. */
  const inbox = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true });
  const badge = (page: Page) => page.getByRole('navigation').locator('a[href$="inbox"] .badge');

  it('is counted beside the inbox, live, on every screen, and said when it changes', async () => {
    const page = await app().signedIn('knowledge');
    await inbox(page, 'Inbox').waitFor();
    expect(await badge(page).count()).toBe(0);
    await writes(app(), ANA, ASKS);
    await inbox(page, 'Inbox 1 waits for a person').waitFor();
    await noSeriousAxe(page);
    await writes(app(), LUIS, ASKS);
    await inbox(page, 'Inbox 2 wait for a person').waitFor();
    expect(await badge(page).innerText()).toBe('2');
    await page.getByRole('status').getByText('2 wait for a person').waitFor();
    for (const person of [ANA, LUIS]) {
      const id = await idOf(app(), person);
      await app().recado.call('POST', `/api/v1/conversations/${id}/release`);
    }
    await inbox(page, 'Inbox').waitFor();
    expect(await badge(page).count()).toBe(0);
  });

  it('is counted up to a bound', async () => {
    const waitingSince = Date.now();
    await seed(
      app(),
      peopleOf(120, 1).map((one) => ({ ...one, waitingSince })),
    );
    const page = await app().signedIn('overview', { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Open or close the menu' }).click();
    await inbox(page, 'Inbox 99+ wait for a person').waitFor();
    expect(await badge(page).innerText()).toBe('99+');
    await noSeriousAxe(page);
  });

  it('stays above the others while those who waited longest are answered', async () => {
    const page = await app().signedIn('inbox');
    const section = page.locator('.section', { hasText: 'Waiting for a person' });
    await section.waitFor();
    const call = (method: string, path: string) =>
      app().recado.call(method, `/api/v1/conversations${path}`);
    // As many as a page of the list has: what waits behind them was not read yet.
    const { items } = (await (await call('GET', '?waiting=true&limit=50')).json()) as {
      items: { id: string }[];
    };
    for (const { id } of items) await call('POST', `/${id}/release`);
    await expect.poll(() => badge(page).innerText()).toBe('70');
    await section.waitFor();
    await expect.poll(async () => (await waitsIn(page))[0]).toBe(true);
  });
});
