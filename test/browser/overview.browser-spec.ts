import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { StatsView } from '../../web/api/dist/types.gen.js';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';

const PHONE = { viewport: { width: 360, height: 740 } };
const UNKNOWN = 'Do you sell wedding cakes with <b>dragons</b>?';

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

withConsole('the overview', (app) => {
  const call = async <T>(method: string, path: string, body?: object) =>
    (await app().recado.call(method, path, body)).json() as Promise<T>;
  const counts = async () => (await call<StatsView>('GET', '/api/v1/stats')).total.counts;
  const open = async (at = 'overview', options = {}) => {
    const page = await app().signedIn(at, options);
    await page.getByRole('heading', { name: /^(Overview|Resumen)$/, level: 1 }).waitFor();
    return page;
  };
  const figure = (page: Page, name: string) =>
    page.getByRole('link', { name: new RegExp(`^${name}`) }).locator('strong');

  it('says what to do while nothing was asked', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Ask something in the simulator' }).waitFor();
    await noSeriousAxe(page);
  });

  it('shows how many asked, what became of it, and how long it took', async () => {
    const page = await open();
    let phone = 100;
    for (const body of ['What time do you open on Sundays?', UNKNOWN, UNKNOWN.toUpperCase()])
      await call('POST', '/simulator/control/messages', {
        from: `whatsapp:+12025550${phone++}`,
        body,
      });
    await expect.poll(counts).toMatchObject({ messages: 3, answered: 3, refused: 2, dead: 0 });
    // What happens shows by itself.
    await expect.poll(() => figure(page, 'Messages').textContent()).toBe('3');
    await expect.poll(() => figure(page, 'Without an answer').textContent()).toBe('2');
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    await page.getByText('The figures as a table').click();
    await page.getByRole('columnheader', { name: 'Failed or uncertain' }).waitFor();
    await page.getByRole('row', { name: /^Making the answer .*\d/ }).waitFor();
    await noSeriousAxe(page);
  });

  it('a question without an answer is one click from the answer, and from a document', async () => {
    const page = await open('overview?range=week');
    const group = page.locator('.groups > li').filter({ hasText: 'wedding cakes' });
    await group.getByText('2 times').waitFor();
    expect(await page.locator('.groups b').count()).toBe(0);
    await group.getByRole('link', { name: 'Write the answer' }).click();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('textbox').first().inputValue())
      .toContain('wedding');
    await page.goBack();
    await group.getByRole('link', { name: 'Write a document' }).click();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('textbox').first().inputValue())
      .toContain('wedding');
  });

  it.each([
    ['light', 'en-GB'],
    ['dark', 'es-MX'],
  ] as const)('fits a phone, in %s and %s', async (colorScheme, locale) => {
    const page = await open('overview', { ...PHONE, colorScheme, locale });
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
  });
});
