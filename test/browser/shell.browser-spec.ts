import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';

/** Each screen in the menu: its address and its heading. The set-up is there only while it wants something. */
const SCREENS = [
  ['overview', 'Overview'],
  ['inbox', 'Inbox'],
  ['failures', 'Failures'],
  ['knowledge', 'Knowledge'],
  ['settings', 'Settings'],
  ['simulator', 'Simulator'],
] as const;
const SID = `SM${'0'.repeat(32)}`;
const DEEP = [
  'inbox/00000000-0000-4000-8000-000000000000',
  `messages/${SID}`,
  `messages/${SID}/answer`,
];

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

withConsole('the frame', (app) => {
  it.each(['light', 'dark'] as const)('has every screen, in %s colours', async (colorScheme) => {
    const page = await app().signedIn('', { colorScheme });
    await page.getByRole('heading', { name: 'Simulator' }).waitFor();
    await page.getByText('no message reaches real WhatsApp').waitFor();
    for (const [path, name] of SCREENS) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/console/${path}`);
      await noSeriousAxe(page);
    }
  });

  it.each(DEEP)('opens %s by its address', async (path) => {
    const page = await app().signedIn(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/${path}`);
    await noSeriousAxe(page);
  });

  it('is as wide as a phone, without scrolling sideways', async () => {
    const page = await app().signedIn('', { viewport: { width: 360, height: 740 } });
    for (const [, name] of SCREENS) {
      await page.getByRole('button', { name: 'Open or close the menu' }).click();
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      expect([name, await sideways(page)]).toEqual([name, 0]);
      await noSeriousAxe(page);
    }
  });

  it('speaks Spanish where the browser does, and English when asked to', async () => {
    const page = await app().signedIn('inbox', { locale: 'es-MX' });
    await page.getByRole('heading', { name: 'Bandeja' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('says so where there is no such page', async () => {
    const page = await app().signedIn('nowhere');
    await page.getByText('There is no such page').waitFor();
  });
});
