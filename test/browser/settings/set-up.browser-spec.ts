import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { NUMBER, realTwilio } from './real-twilio.js';

const twilio = await realTwilio();
const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);
const stateOf = (page: Page, id: string) => part(page, id).getAttribute('data-state');
/** In the menu, and not among the settings' tabs, which have one, too. */
const inMenu = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Set-up' });

withConsole(
  'the set-up',
  (app) => {
    const ours = () => `${app().url.replace('127.0.0.1', 'localhost')}/api/v1/whatsapp/webhook`;
    beforeEach(async () => {
      twilio.front.senders = [{ sender_id: NUMBER, webhook: { callback_url: ours() } }];
      await app().recado.call('POST', '/api/v1/knowledge/documents', {
        title: 'Hours',
        text: 'We open at nine.',
      });
    });
    afterEach(() => void (twilio.front.mode = 'pass'));
    const check = async (page: Page, name: string) =>
      page.getByRole('button', { name: `Check again: ${name}` }).click();

    it('leaves the menu when all is right, and comes back as soon as something breaks', async () => {
      const page = await app().signedIn('set-up');
      await page.getByText('Everything is set up.').waitFor();
      await noSeriousAxe(page);
      await page.getByRole('link', { name: 'Overview' }).click();
      await inMenu(page).waitFor({ state: 'detached' });
      await page.goBack();
      twilio.front.mode = 'down';
      await check(page, 'Twilio account');
      await expect.poll(() => stateOf(page, 'twilio')).toBe('failed');
      await part(page, 'twilio').getByText('HTTP 503').waitFor();
      await part(page, 'twilio').getByText('Try again later').waitFor();
      await noSeriousAxe(page);
      await page.getByRole('link', { name: 'Overview' }).click();
      await inMenu(page).waitFor();
      await inMenu(page).click();
      twilio.front.mode = 'pass';
      await check(page, 'Twilio account');
      await expect.poll(() => stateOf(page, 'twilio')).toBe('ok');
    });

    it('has the address to copy, compares it with what Twilio has, and sends a signed test', async () => {
      twilio.front.senders[0].webhook!.callback_url = 'https://old.example.com/hook';
      const permissions = ['clipboard-read', 'clipboard-write'];
      const page = await app().signedIn('set-up', { permissions });
      await check(page, 'Webhook');
      const webhook = part(page, 'webhook');
      await webhook.getByText('Twilio calls https://old.example.com/hook').waitFor();
      await webhook.getByRole('button', { name: 'Copy the address' }).click();
      await webhook.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ours());
      await webhook.getByRole('button', { name: 'Send yourself a signed test' }).click();
      await webhook.getByText("leads here, and accepts Twilio's signature").waitFor();
      await noSeriousAxe(page);
      const listed = await (await app().recado.call('GET', '/api/v1/conversations')).json();
      expect(listed).toMatchObject({ items: [] });
      twilio.front.senders[0].webhook!.callback_url = ours();
      await check(page, 'Webhook');
      await expect.poll(() => stateOf(page, 'webhook')).toBe('ok');
    });

    it('goes red in the menu where a setting breaks it', async () => {
      const page = await app().signedIn('overview');
      await inMenu(page).waitFor({ state: 'detached' });
      const put = (token: string | null) =>
        app().recado.call('PUT', '/api/v1/bot/config', { twilio_auth_token: token });
      await put('f'.repeat(32));
      await page.reload();
      await inMenu(page).getByText(/^\d$/).waitFor();
      await page.goto(`${app().url}/console/`);
      await page.waitForURL('**/console/set-up');
      await put(null);
      await page.reload();
      await page.getByText('Everything is set up.').waitFor();
    });

    it.each(['light', 'dark'] as const)(
      'fits on a phone, in %s colours and Spanish',
      async (colorScheme) => {
        const viewport = { width: 360, height: 740 };
        const page = await app().signedIn('set-up', { viewport, colorScheme, locale: 'es-ES' });
        await page.getByRole('heading', { name: 'Puesta en marcha' }).waitFor();
        await part(page, 'webhook').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        await noSeriousAxe(page);
      },
    );
  },
  { env: twilio.env },
);

withConsole(
  'the set-up in simulator mode',
  (app) => {
    it('says what is simulated, and is right', async () => {
      const page = await app().signedIn('set-up');
      await page.getByText('Everything is set up.').waitFor();
      for (const id of ['twilio', 'sender', 'public_address', 'webhook']) {
        await part(page, id).getByText('simulated').waitFor();
        expect([id, await stateOf(page, id)]).toEqual([id, 'ok']);
      }
      await page.getByRole('button', { name: 'Send yourself a signed test' }).click();
      await part(page, 'webhook').getByText('leads here').waitFor();
      await page.getByRole('link', { name: 'Settings' }).click();
      await inMenu(page).waitFor({ state: 'detached' });
      await page.getByText('counts only after a start without the simulator').waitFor();
    });
  },
  { stores: ['sqlite'] },
);
