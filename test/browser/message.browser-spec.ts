import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';
import { atPhone } from './phone-control.js';

const HOURS = 'What are your opening hours?';

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const line = (page: Page, name: string) => page.getByRole('row').filter({ has: step(page, name) });
const pill = (page: Page) => page.locator('.msg-summary .msg-pill');

withConsole("the message's screen", (app) => {
  const phone = atPhone(app);
  afterEach(() => phone.faults({}));

  it('shows each step to the eye and to the ear, and opens it by the keyboard', async () => {
    const sid = await phone.answered(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    await page.getByRole('table', { name: 'Time line of the message' }).waitFor();
    expect(await pill(page).textContent()).toBe('Answered');
    for (const name of ['Webhook request', 'Worker', 'Documents', 'Attempt 1', 'On its way'])
      expect(await line(page, name).count(), name).toBe(1);
    // What the points and colours show is there in words.
    await expect.poll(() => line(page, 'On its way').textContent()).toMatch(/delivered after/);
    expect(await line(page, 'Attempt 1').textContent()).toMatch(/\d m?s.*, well/);
    await step(page, 'Webhook request').focus();
    for (let steps = 0; steps < 20; steps++) {
      await page.keyboard.press('ArrowDown');
      if ((await page.locator(':focus').textContent()) === 'Attempt 1') break;
    }
    await page.keyboard.press('Enter');
    const details = page.locator('.tl-details');
    await details.getByText('Twilio took it').waitFor();
    expect(await details.textContent()).toMatch(/HTTP201/);
    await page.keyboard.press('Enter');
    await details.waitFor({ state: 'detached' });
    await noSeriousAxe(page);
  });

  it('leads on: to the conversation, to why, and to the clipboard', async () => {
    const sid = await phone.answered(HOURS);
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    const page = await app().signedIn(`messages/${sid}`, options);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy: SID' }).first().click();
    await expect.poll(clipboard).toBe(sid);
    await page.getByRole('button', { name: 'Copy: Request' }).click();
    await expect.poll(clipboard).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Copy: curl' }).click();
    await expect.poll(clipboard).toMatch(/^curl -sS -X POST '.*\/api\/v1\/whatsapp\/webhook'/);
    expect(await clipboard()).toContain(`--data-urlencode 'Body=${HOURS}'`);
    expect(await clipboard()).not.toMatch(/signature/i);
    await page.getByRole('link', { name: 'Why this answer' }).click();
    await page.waitForURL(new RegExp(`/messages/${sid}/answer$`));
    await page.goBack();
    await page.getByRole('link', { name: 'Conversation', exact: true }).click();
    await page.waitForURL(/\/inbox\/[0-9a-f-]{36}$/);
  });

  it('shows a failure as it happens, and sends it again until it is answered', async () => {
    await phone.faults({ create: { mode: 'refuse', error_code: 63013 } });
    const sid = await phone.write(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    await expect.poll(() => pill(page).textContent()).toBe('Given up');
    await page.locator('.msg-cures').getByText('63013').waitFor();
    await noSeriousAxe(page);
    await phone.faults({});
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => pill(page).textContent()).toBe('Answered');
    await page.getByRole('button', { name: 'Attempt 2' }).click();
    await page.locator('.tl-details').getByText('a person wanted it').waitFor();
    expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  });

  it.each([
    ['has none for a page of plain HTTP', 'undefined'],
    ['refuses it', "{ writeText: () => Promise.reject(new Error('denied')) }"],
  ])('says that nothing was copied, where the browser %s', async (_, clipboard) => {
    const sid = await phone.answered(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: ${clipboard} })`);
    await page.getByRole('button', { name: 'Copy: SID' }).first().click();
    await page.getByRole('alert').getByText('lets no page copy here').waitFor();
    expect(await page.getByText('Copied', { exact: true }).count()).toBe(0);
  });

  it('waits with dashes, says for what and until when, and goes on by itself', async () => {
    await phone.faults({ create: { mode: '429' } });
    const sid = await phone.write(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    const pending = page.locator('.tl-bar[data-pending]');
    await pending.first().waitFor();
    await expect.poll(() => page.locator('.tl-waits').textContent()).toBe('waits for the next try');
    // The last wait may end while it is opened: the next one says for what, too.
    const next = page.locator('.tl-details').getByText('Next', { exact: true });
    const opened = async () => {
      const wait = page.getByRole('button', { name: 'Waited to try again' }).last();
      if ((await wait.getAttribute('aria-expanded')) === 'false') await wait.click();
      return next.count();
    };
    await expect.poll(opened).toBe(1);
    await phone.faults({});
    await expect.poll(() => pill(page).textContent(), { timeout: 30_000 }).toBe('Answered');
    await expect.poll(() => pending.count()).toBe(0);
  });

  it('takes a failure off the list', async () => {
    await phone.faults({ create: { mode: 'refuse', error_code: 21211 } });
    const sid = await phone.write(HOURS);
    const page = await app().signedIn(`messages/${sid}`);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Discard' }).first().waitFor({ state: 'detached' });
    expect(await pill(page).textContent()).toBe('Given up');
    expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(1);
  });

  it('asks again, and shows both answers side by side', async () => {
    const sid = await phone.answered('How much is a hammock?');
    const document = { title: 'Hammocks', text: 'A hammock costs 45 euros.' };
    await app().recado.call('POST', '/api/v1/knowledge/documents', document);
    const page = await app().signedIn(`messages/${sid}`);
    await page.getByRole('button', { name: 'Ask again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Another answer').waitFor();
    const answers = [
      [/^Then/, "I don't have that information"],
      [/^Now/, 'A hammock costs 45 euros.'],
    ] as const;
    for (const [name, text] of answers)
      await dialog.getByRole('region', { name }).getByText(text).waitFor();
    await noSeriousAxe(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('says that there is no such message', async () => {
    const page = await app().signedIn(`messages/SM${'0'.repeat(32)}`);
    await page.getByRole('alert').getByText('No such message').waitFor();
  });

  it.each(['light', 'dark'] as const)('fits on a phone, in %s colours', async (colorScheme) => {
    const sid = await phone.answered(HOURS);
    const viewport = { width: 360, height: 740 };
    const page = await app().signedIn(`messages/${sid}`, { colorScheme, viewport });
    await page.getByRole('button', { name: 'Attempt 1' }).click();
    await page.locator('.tl-details').waitFor();
    expect(await sideways(page)).toBe(0);
    await noSeriousAxe(page);
    await page.getByRole('button', { name: /^ES/ }).click();
    await page.getByRole('table', { name: 'Línea de tiempo del mensaje' }).waitFor();
    expect(await pill(page).textContent()).toBe('Respondido');
    expect(await sideways(page)).toBe(0);
  });
});
