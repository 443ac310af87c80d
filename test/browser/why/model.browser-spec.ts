import { afterAll, beforeEach, expect, it } from 'vitest';
import { startModelServer } from '../../support/model-server.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { answeredOnWhatsApp } from './answered.js';

const model = await startModelServer({ mode: 'fixed' });
afterAll(() => model.close());

const env = {
  OPENAI_BASE_URL: model.url,
  CHAT_MODEL: 'obedient',
  MODEL_PRICES: 'obedient=250/2000',
};
const HOSTILE = [
  '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
  'javascript:alert(1) \u202Egnirts eht nrut\u202C',
  '🥐'.repeat(2000),
].join(' ');

withConsole(
  'why a model’s answer',
  (app) => {
    beforeEach(() => Object.assign(model, { mode: 'fixed', tokens: { in: 1200, out: 40 } }));
    const opened = async (body: string, options = {}) =>
      app().signedIn(`messages/${await answeredOnWhatsApp(app(), body)}/answer`, options);

    it('shows the prompt role by role, what was written and what was left of it, and its cost', async () => {
      model.text = '<think>They ask for delivery.</think>Delivery costs €3.50.';
      const page = await opened('How much is delivery?');
      await page.getByText(/^Written by obedient from “.+”\.$/).waitFor();
      await page.getByText('1200 tokens read, 40 written, cost 0.38').waitFor();
      await page.getByText('As it came').waitFor();
      await page.getByText('<think>They ask for delivery.</think>').waitFor();
      await page.getByText("It says what the documents' words say").waitFor();
      const prompt = page.getByText('Take facts only from the passages below');
      expect(await prompt.isVisible()).toBe(false);
      await page.getByText('Instructions').click();
      await prompt.waitFor();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy' }).first().click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('Take facts only from the passages below');
      await noSeriousAxe(page);
    });

    it('says what the model was held back for', async () => {
      model.text = 'Delivery costs 713 € within the city.';
      const page = await opened('How much is delivery?');
      await page
        .getByText(
          /^Answered word for word .+ held back: it states a figure that stands nowhere\.$/,
        )
        .waitFor();
      await page
        .getByText('Held back: it states a figure that stands nowhere.', { exact: true })
        .waitFor();
      await page.getByText('Delivery costs 713 € within the city.').first().waitFor();
    });

    it('says that the model failed, and shows each try', async () => {
      model.refusals = [{ status: 503 }, { status: 503 }];
      const page = await opened('How much is delivery?');
      await page.getByText(/since the model failed \(model HTTP 503\)\.$/).waitFor();
      expect(await page.getByText('failed', { exact: true }).count()).toBe(2);
    });

    it('shows whatever was written as text, and nothing else', async () => {
      model.text = HOSTILE;
      const page = await opened(HOSTILE, { viewport: { width: 360, height: 740 } });
      await page.getByText('What the model wrote').waitFor();
      await page.getByText('<img src=x onerror=').first().waitFor();
      expect(await page.title()).toBe('Why this answer · Recado');
      expect(await page.locator('#content img, #content script').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await noSeriousAxe(page);
      await page.getByRole('button', { name: 'Bad answer' }).click();
      await page.getByLabel('What is wrong with it?').fill(HOSTILE.slice(0, 200));
      await page.getByRole('button', { name: 'Add to the evaluation' }).click();
      await page.getByRole('dialog').getByLabel('It must hold').fill('<b>x</b>');
      await page.getByRole('dialog').getByRole('button', { name: 'Add the case' }).click();
      await page.getByText('holds <b>x</b>').waitFor();
      expect(await page.title()).toBe('Why this answer · Recado');
    });
  },
  { env },
);
