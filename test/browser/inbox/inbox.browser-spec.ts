import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { peopleOf, seed, sideways, waitsIn, writes } from './inbox.fixture.js';

const LUCIA = '+12025550123';

const rows = (page: Page) => page.getByRole('option');
const rowOf = (page: Page, text: string | RegExp) => rows(page).filter({ hasText: text });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const show = (page: Page) => page.getByRole('button', { name: 'Show names and numbers' }).click();

withConsole('the inbox', (app) => {
  beforeAll(async () => {
    await seed(app(), peopleOf(120, 30));
    await writes(app(), LUCIA, '¿A qué hora abren los domingos?', {
      profile_name: 'Lucía Márquez',
    });
    await writes(app(), '+12025550124', 'I want to talk to a person', { profile_name: 'Bo' });
  });

  it('lists who waits for a person first, then by latest activity, with names hidden', async () => {
    const page = await app().signedIn('inbox');
    await page.getByText('All others').waitFor();
    expect(await rows(page).nth(0).textContent()).toContain('Waits for a person');
    await rowOf(page, 'L…').first().waitFor();
    expect(await page.content()).not.toMatch(/Lucía|12025550123/);
    await show(page);
    const lucia = rowOf(page, 'Lucía Márquez');
    await lucia.getByText('1 unread').waitFor();
    await lucia.getByText(/\d+ h$/).waitFor();
    await lucia.getByRole('img', { name: /Delivered|Read/ }).waitFor();
    const order = await rows(page).allTextContents();
    const waits = await waitsIn(page);
    const waiting = waits.filter(Boolean).length;
    expect(waiting).toBe(3);
    expect(waits.slice(0, waiting)).toEqual([true, true, true]);
    expect(order[0]).toContain('Waits for a person');
    expect(order[waiting]).toContain('Lucía');
    await noSeriousAxe(page);
  });

  it('is searched and filtered; the address holds what is shown', async () => {
    const page = await app().signedIn('inbox');
    await show(page);
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('lucia MARQ');
    await expect.poll(() => rows(page).count()).toBe(1);
    await rowOf(page, 'Lucía Márquez').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('lucia MARQ');
    await page.reload();
    await rowOf(page, 'L…').waitFor();
    await page.getByLabel('Search names').fill('xyzzy');
    await page.getByText('No conversation is like that').waitFor();
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('All others').waitFor();
    await page.getByLabel('Search names').fill('0124');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Clear the search' }).click();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('Person');
    await expect.poll(() => new URL(page.url()).search).toBe('?mode=human');
    await expect.poll(async () => (await rows(page).allTextContents()).length).toBe(3);
    await press('Person');
    await press('Opted out');
    await expect.poll(() => rows(page).count()).toBe(1);
    await press('Opted out');
    await press('Waiting');
    await expect.poll(() => rows(page).count()).toBe(3);
    await press('Waiting');
    await press('Unread');
    await expect.poll(() => page.locator('.row[data-unread=false]').count()).toBe(0);
    await press('Chat API');
    await page.getByText('No conversation is like that').waitFor();
  });

  it('is used by keys', async () => {
    const page = await app().signedIn('inbox');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    const list = page.getByRole('listbox', { name: 'Conversations' });
    await list.press('j');
    const active = async () => (await list.getAttribute('aria-activedescendant'))!;
    const first = await active();
    await list.press('ArrowDown');
    await list.press('j');
    expect(await active()).not.toBe(first);
    await list.press('k');
    await list.press('ArrowUp');
    expect(await active()).toBe(first);
    await list.press('End');
    await list.press('Home');
    expect(await active()).toBe(first);
    await list.press('j');
    const second = (await active()).replace('conversation-', '');
    await list.press('Enter');
    await page.waitForURL(`**/inbox/${second}`);
    await log(page).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.localName))
      .toBe('textarea');
    await page.keyboard.press('Escape');
    await page.waitForURL('**/console/inbox');
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('listbox');
    await page.keyboard.press('/');
    await page.keyboard.type('zzz');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Search names').inputValue()).toBe('');
  });

  it.each(['light', 'dark'] as const)('fits on a phone, in %s colours', async (colorScheme) => {
    const viewport = { width: 360, height: 740 };
    const page = await app().signedIn('inbox', { colorScheme, viewport, locale: 'es' });
    await rows(page).first().waitFor();
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
    await rows(page).nth(4).click();
    await page.getByRole('log').waitFor();
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Volver a la lista' }).click();
    await page.getByRole('listbox').waitFor();
  });
});
