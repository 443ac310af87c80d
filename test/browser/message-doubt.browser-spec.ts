import { afterEach, expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';
import { atPhone } from './phone-control.js';

const HOURS = 'What are your opening hours?';
const HOSTILE = [
  '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>',
  '\u202Eevil\u202C javascript:window.harmed=true &lt;b&gt; ]]> {{7*7}}',
  '😀'.repeat(4096),
];

withConsole('a message in doubt', (app) => {
  const phone = atPhone(app);
  afterEach(() => phone.faults({}));
  const settled = { name: 'Was it sent? What is known on both sides' };

  it('shows what is known on both sides until Twilio’s list settles it', async () => {
    await phone.faults({ create: { mode: 'accept_cut' }, callbacks: { mode: 'drop' } });
    const sid = await phone.write(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    await page.getByRole('region', settled).getByText('In Twilio').waitFor();
    await page.locator('.tl-waits').getByText('waits for Twilio’s word').waitFor();
    const pill = page.locator('.msg-summary .msg-pill');
    await expect.poll(() => pill.textContent(), { timeout: 40_000 }).toBe('Answered');
    await page.getByRole('button', { name: 'Attempt 1' }).click();
    await page.locator('.tl-details').getByText('by Twilio’s list').waitFor();
  });

  it('shows whatever somebody writes as text, and hides who it was until it is asked for', async () => {
    for (const text of HOSTILE) {
      const sid = await phone.write(text, { profile_name: '<b>Zoë</b>' });
      await expect.poll(async () => (await phone.timeline(sid)).outcome).not.toBeNull();
      const viewport = { width: 360, height: 740 };
      const page = await app().signedIn(`messages/${sid}`, { viewport });
      const theirs = page.locator('.msg-summary .msg-theirs .said');
      await expect.poll(() => theirs.textContent()).toBe(text);
      expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
      expect(await page.locator('main :is(script, img, b)').count()).toBe(0);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
      await noSeriousAxe(page);
      const received = page.getByRole('region', { name: 'As it was received' });
      expect(await received.textContent()).not.toContain('Zoë');
      await page.getByRole('button', { name: 'Show names and numbers' }).click();
      await received.getByText('<b>Zoë</b>', { exact: true }).waitFor();
      await page.context().close();
    }
  });
});

withConsole(
  'a message that stays in doubt',
  (app) => {
    const phone = atPhone(app);

    it('is uncertain after a minute, for a person to decide', async () => {
      await phone.faults({ create: { mode: '500' } });
      const sid = await phone.write(HOURS);
      const page = await app().signedIn(`messages/${sid}`);
      const pill = page.locator('.msg-summary .msg-pill');
      await expect.poll(() => pill.textContent(), { timeout: 90_000 }).toBe('Uncertain');
      await page.getByText(/\d+ looks?, the last/).waitFor();
      await page.locator('.tl-waits').getByText('waits for a person').waitFor();
      await noSeriousAxe(page);
      await phone.faults({});
      await page.getByRole('button', { name: 'Send again' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('gets it a second time').waitFor();
      await dialog.getByRole('button', { name: 'Send again' }).click();
      await expect.poll(() => pill.textContent()).toBe('Answered');
    }, 150_000);
  },
  { stores: ['sqlite'] },
);
