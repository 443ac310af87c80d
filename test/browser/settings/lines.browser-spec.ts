import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { sideways, writes } from '../inbox/inbox.fixture.js';

const PHONE = { viewport: { width: 360, height: 740 } };

withConsole('the lines', (app) => {
  let last = 60;
  /** A number of the business that somebody wrote to. */
  async function written(): Promise<string> {
    const number = `+150055500${last++}`;
    await writes(app(), `+120255501${last}`, 'Hello?', { to: `whatsapp:${number}` });
    return number;
  }
  const put = (id: string, settings: object) =>
    app().recado.call('PUT', `/api/v1/lines/${id}/config`, settings);
  const shown = async (id: string) =>
    (await (await app().recado.call('GET', `/api/v1/lines/${id}/config`)).json()) as object;
  const line = (page: Page, name: string) =>
    page.getByRole('list', { name: 'Lines' }).getByRole('listitem').filter({ hasText: name });
  const field = (page: Page, name: string) =>
    page.locator('.setting').filter({ has: page.locator(`[name="${name}"]`) });
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  it('shows where nobody answers and how many wait, and sets that up', async () => {
    const number = await written();
    const page = await app().signedIn('settings');
    await page.getByRole('link', { name: 'Lines' }).click();
    await line(page, 'The default line').waitFor();
    const one = line(page, number);
    await one.getByText('Not set up: nobody answers').waitFor();
    await one.getByText('1 message waits').waitFor();
    await noSeriousAxe(page);
    // By the keyboard alone, from here on.
    await one.getByRole('link', { name: `Set up ${number}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('It is not set up yet').waitFor();
    await noSeriousAxe(page);
    await page.getByLabel('Name of the line').focus();
    await page.keyboard.type('Valencia');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Valencia', level: 1 }).waitFor();
    expect(await shown(number)).toMatchObject({
      name: 'Valencia',
      sources: { bot_name: 'default' },
    });
    await page.getByRole('link', { name: 'All lines' }).click();
    await line(page, 'Valencia').getByText('Set up', { exact: true }).waitFor();
    // What waited is answered.
    await expect.poll(() => line(page, 'Valencia').getByText('waits').count()).toBe(0);
  });

  it('has values of its own, says which, and goes back to the common ones', async () => {
    const id = '+15005550050';
    await put(id, { name: 'Sevilla' });
    await app().recado.call('PUT', '/api/v1/bot/config', { language: 'es' });
    const page = await app().signedIn(`settings/lines/${id}`);
    await field(page, 'language').getByText('Common to all lines').waitFor();
    const name = field(page, 'bot_name');
    await name.getByText('Default', { exact: true }).waitFor();
    await name.getByRole('textbox').fill('Luz');
    await press(page, 'Save');
    await name.getByText('Of this line').waitFor();
    expect(await shown(id)).toMatchObject({ bot_name: 'Luz', sources: { bot_name: 'line' } });
    // The account is common: no line has one of its own.
    expect(await page.locator('[name="twilio_account_sid"]').count()).toBe(0);
    await press(page, 'Reset Name: back to the common value');
    await name.getByText('Goes back to the common value').waitFor();
    await press(page, 'Save');
    await name.getByText('Default', { exact: true }).waitFor();
    await page.getByLabel('Messages a minute').fill('0');
    await press(page, 'Save');
    await field(page, 'rate_limit_per_minute')
      .getByText(/^must be/)
      .waitFor();
    await noSeriousAxe(page);
    await app().recado.call('PUT', '/api/v1/bot/config', { language: null });
  });

  it('is named before anybody writes to it, and removed', async () => {
    const page = await app().signedIn('settings/lines');
    await page.getByLabel('Add a line').fill('12');
    await press(page, 'Go on');
    await page.getByText(/must be a number such as/).waitFor();
    await page.getByRole('link', { name: 'All lines' }).click();
    await page.getByLabel('Add a line').fill('whatsapp:+1 500 555 0051');
    await press(page, 'Go on');
    await press(page, 'Set up');
    await press(page, 'Remove the set-up');
    await noSeriousAxe(page);
    const asked = page.getByRole('dialog', { name: 'Nobody answers on +15005550051 any more?' });
    await asked.getByRole('button', { name: 'Remove the set-up' }).click();
    await line(page, 'The default line').waitFor();
    expect(await line(page, '+15005550051').count()).toBe(0);
    // What was known of it is forgotten: it is one that isn't set up.
    await page.getByLabel('Add a line').fill('+15005550051');
    await press(page, 'Go on');
    await page.getByText('It is not set up yet').waitFor();
    await page.getByRole('button', { name: 'Set up' }).waitFor();
    expect(await page.getByRole('button', { name: 'Remove the set-up' }).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('fits on a phone, in %s colours', async (colorScheme) => {
    const number = await written();
    const options = { ...PHONE, colorScheme, locale: 'es-ES' };
    const page = await app().signedIn('settings/lines', options);
    await page.getByText('Sin configurar: nadie responde').first().waitFor();
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
    await page.getByRole('link', { name: `Configurar ${number}` }).click();
    await page.getByText('Aún no está configurada').waitFor();
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
  });
});
