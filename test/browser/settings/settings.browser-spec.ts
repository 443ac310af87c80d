import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { realTwilio } from './real-twilio.js';

const twilio = await realTwilio();
const WRONG = 'f'.repeat(32);

withConsole(
  'the settings',
  (app) => {
    const field = (page: Page, name: string) =>
      page.locator('.setting').filter({ has: page.locator(`[name="${name}"]`) });
    const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
    const config = async () => (await app().recado.call('GET', '/api/v1/bot/config')).json();

    it('are changed, say where each comes from, and remember who changed what', async () => {
      const page = await app().signedIn('settings');
      const name = field(page, 'bot_name');
      await name.getByText('Default', { exact: true }).waitFor();
      await name.getByRole('textbox').fill('Ana');
      await page.getByText('1 change').waitFor();
      await noSeriousAxe(page);
      await press(page, 'Save');
      await page.getByText('Saved. It counts from now on.').waitFor();
      await name.getByText('Set here').waitFor();
      expect(await config()).toMatchObject({ bot_name: 'Ana', sources: { bot_name: 'stored' } });
      await press(page, /^Reset Name/);
      await press(page, 'Save');
      await name.getByText('Default', { exact: true }).waitFor();
      expect(await name.getByRole('textbox').inputValue()).toBe('Recado');
      await page.getByRole('link', { name: 'History' }).click();
      const changes = page.locator('.changes li');
      await expect.poll(() => changes.count()).toBe(2);
      expect(await changes.nth(0).innerText()).toMatch(
        /^Name .*in the console\s+Before\s+Ana\s+Set here\s+After\s+Recado\s+Default$/,
      );
      await noSeriousAxe(page);
    });

    it('say why a credential is wrong before it is saved', async () => {
      const page = await app().signedIn('settings');
      const before = await config();
      await press(page, 'Replace: Auth token');
      await page.getByRole('textbox', { name: 'Auth token' }).fill(WRONG);
      await press(page, 'Try');
      const found = page.locator('.findings');
      await found.getByText('HTTP 401, 20003 Authenticate').waitFor();
      await found.getByText('Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN anew').waitFor();
      await page.getByRole('button', { name: 'Save all the same' }).waitFor();
      await noSeriousAxe(page);
      expect(await config()).toEqual(before);
      // What was found was of the other value.
      await page.getByRole('textbox', { name: 'Auth token' }).fill(twilio.authToken);
      await found.waitFor({ state: 'detached' });
      await press(page, 'Try');
      await found.getByText(/takes account AC/).waitFor();
      await press(page, 'Save');
      await page.getByText(`There is one: ••••••${twilio.authToken.slice(-4)}`).waitFor();
      await page.getByRole('link', { name: 'History' }).click();
      const newest = page.locator('.changes li').first();
      expect(await newest.innerText()).toMatch(/Auth token .*\s+changed; no value is kept/);
      expect(await page.content()).not.toContain(twilio.authToken.slice(-4));
    });

    it('say at the field what cannot be saved, and go there', async () => {
      const page = await app().signedIn('settings');
      await page.getByLabel('Account SID').fill('AC1');
      await page.getByLabel('Time for an answer').fill('5');
      await press(page, 'Save');
      await field(page, 'twilio_account_sid')
        .getByText(/^must be AC/)
        .waitFor();
      await field(page, 'llm_timeout_ms').getByText('must be at least 100').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement!.getAttribute('name')))
        .toBe('twilio_account_sid');
      await noSeriousAxe(page);
    });

    it('are not lost without a word', async () => {
      const page = await app().signedIn('settings');
      await page.getByLabel('Name', { exact: true }).fill('Rosa');
      await page.getByRole('link', { name: 'History' }).click();
      const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
      await asked.waitFor();
      await noSeriousAxe(page);
      await asked.getByRole('button', { name: 'Cancel' }).click();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Rosa');
      await page.getByRole('link', { name: 'History' }).click();
      await asked.getByRole('button', { name: 'Leave' }).click();
      await page.waitForURL('**/console/settings/history');
      expect(await config()).toMatchObject({ bot_name: 'Recado' });
    });

    it('have opening hours that anybody can read and change', async () => {
      const page = await app().signedIn('settings');
      await press(page, 'Set opening hours');
      const hours = page.getByRole('group', { name: 'Opening hours' });
      await hours.getByLabel('Monday: opens').fill('08:30');
      await hours.getByRole('button', { name: 'Add hours: Saturday' }).click();
      await hours.getByRole('button', { name: 'Add a special day' }).click();
      await hours.getByRole('textbox', { name: 'Special day' }).fill('Dec 24,31 off');
      await noSeriousAxe(page);
      await press(page, 'Try');
      await page
        .locator('.findings')
        .getByText(/Monday: 8:30–17:00/)
        .waitFor();
      await hours.getByRole('button', { name: 'As text' }).click();
      const text = await hours.getByLabel('Opening hours as text').inputValue();
      expect(text).toBe('Mo 08:30-17:00; Tu-Sa 09:00-17:00; Su off; Dec 24,31 off');
      await press(page, 'Save');
      await page.getByText('Saved. It counts from now on.').waitFor();
      expect(await config()).toMatchObject({ opening_hours: text });
      await app().recado.call('PUT', '/api/v1/bot/config', { opening_hours: null });
    });

    it.each([
      [1280, 800],
      [360, 740],
    ])('can be saved again while it says that they were, %i pixels wide', async (width, height) => {
      const page = await app().signedIn('settings', { viewport: { width, height } });
      const name = field(page, 'bot_name').getByRole('textbox');
      for (const again of ['Ana', 'Eva', 'Luz']) {
        await name.fill(again);
        await page.getByText('1 change').waitFor();
        await page.getByRole('button', { name: 'Save' }).click({ timeout: 5_000 });
        await page.getByText('1 change').waitFor({ state: 'detached' });
        await page.getByText('Saved. It counts from now on.').first().waitFor();
      }
      await app().recado.call('PUT', '/api/v1/bot/config', { bot_name: null });
    });

    it.each(['light', 'dark'] as const)(
      'fit on a phone, in %s colours and Spanish',
      async (colorScheme) => {
        const viewport = { width: 360, height: 740 };
        const page = await app().signedIn('settings', { viewport, colorScheme, locale: 'es-ES' });
        await page.getByRole('heading', { name: 'Horario', exact: true }).waitFor();
        await press(page, 'Poner un horario');
        for (const at of ['settings', 'settings/history']) {
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect([at, wide]).toEqual([at, 360]);
          // There the bar at the bottom covers nothing.
          await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          await noSeriousAxe(page);
          if (at === 'settings') {
            await press(page, 'Descartar');
            await page.getByRole('link', { name: 'Historial' }).click();
            await page.locator('.changes').or(page.getByText('Aún no se ha cambiado')).waitFor();
          }
        }
      },
    );
  },
  { env: twilio.env },
);
