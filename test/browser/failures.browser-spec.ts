import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { FailurePage } from '../../web/api/dist/types.gen.js';
import { until } from '../support/until.js';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';

const HOSTILE = `<img src=x onerror="window.hurt=1"> \u202e${'🧨'.repeat(200)}`;
const PHONE = { viewport: { width: 360, height: 740 } };
/** A send of unknown outcome is uncertain after a minute. */
const A_MINUTE_LATER = 120_000;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

withConsole('the failures', (app) => {
  let phone = 100;
  const call = async <T>(method: string, path: string, body?: object) =>
    (await app().recado.call(method, path, body)).json() as Promise<T>;
  const write = (body: string) => {
    const from = `whatsapp:+12025550${phone++}`;
    return call('POST', '/simulator/control/messages', { from, body });
  };
  const faults = (create?: object) =>
    call('PUT', '/simulator/control/faults', create ? { create } : {});
  const listed = (kind: string) => call<FailurePage>('GET', `/api/v1/failures?kind=${kind}`);
  /** What became of all that was sent in answer. */
  async function parts(): Promise<string[]> {
    const path = '/api/v1/conversations';
    const { items } = await call<{ items: { id: string }[] }>('GET', `${path}?limit=200`);
    type Messages = { items: { parts: { state: string }[] }[] };
    const all = items.map(({ id }) => call<Messages>('GET', `${path}/${id}/messages`));
    const messages = (await Promise.all(all)).flatMap((page) => page.items);
    return messages.flatMap((message) => message.parts.map(({ state }) => state));
  }
  /** Somebody asks each of these, and Twilio takes no answer. */
  async function refused(...asked: string[]) {
    await faults({ mode: 'refuse', error_code: 21211 });
    for (const text of asked) await write(text);
    const questions = async () => (await listed('dead')).items.map(({ question }) => question);
    await expect.poll(questions).toEqual(expect.arrayContaining(asked));
    await faults();
  }
  const open = async (path = 'failures', options = {}) => {
    const page = await app().signedIn(path, options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const list = (page: Page) => page.getByRole('list', { name: 'Failures' }).locator('> li');
  const row = (page: Page, question: string) => list(page).filter({ hasText: question });
  const confirm = async (page: Page, question: string, act: string) => {
    const dialog = page.getByRole('dialog', { name: question });
    await dialog.getByRole('button', { name: act }).click();
  };
  const told = (page: Page) => page.locator('main').getByRole('status');

  // Its minute runs while the others are looked at.
  beforeAll(async () => {
    await faults({ mode: '500' });
    await write('Was this one sent?');
    await until(async () => (await parts()).includes('sending'), 60_000);
    await faults();
  });

  it('say so where there are none', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Nothing has failed' }).waitFor();
    await noSeriousAxe(page);
  });

  it('show what failed, why and what cures it; what is sent again is answered', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Nothing has failed' }).waitFor();
    // It is told, and needs no reload.
    await refused('Do you deliver on Sundays?');
    const one = row(page, 'Do you deliver on Sundays?');
    await one.waitFor();
    expect(await one.innerText()).toMatch(
      /Given up[^]*Asked[^]*To be sent[^]*21211[^]*What to do:/,
    );
    const link = await one.getByRole('link', { name: 'Time line' }).getAttribute('href');
    expect(link).toMatch(/\/messages\/SM[0-9a-f]{32}$/);
    await noSeriousAxe(page);
    const before = (await parts()).filter((state) => state === 'accepted').length;
    await one.getByRole('button', { name: 'Send again' }).click();
    await noSeriousAxe(page);
    await confirm(page, 'Send 1 failure again?', 'Send again');
    await told(page).getByText('1 failure is sent again').waitFor();
    await one.waitFor({ state: 'detached' });
    const accepted = async () => (await parts()).filter((state) => state === 'accepted').length;
    await expect.poll(accepted).toBe(before + 1);
    expect((await listed('dead')).total).toBe(0);
  });

  it('are discarded many at once, after a count; what is refused says why', async () => {
    const asked = Array.from({ length: 12 }, (_, n) => `Is number ${n} free?`);
    await refused(...asked);
    const page = await open();
    await page.getByLabel('Select all 12 that are shown').check();
    await page.getByText('12 failures selected').waitFor();
    await page.getByLabel('Select Is number 3 free?').uncheck();
    await page.getByRole('button', { name: 'Discard', exact: true }).first().click();
    await noSeriousAxe(page);
    await confirm(page, 'Discard 11 failures?', 'Discard');
    await told(page).getByText('11 failures discarded').waitFor();
    await expect.poll(() => list(page).count()).toBe(1);
    expect((await listed('dead')).items).toMatchObject([{ question: 'Is number 3 free?' }]);

    // Somebody else sends it again meanwhile.
    await page.getByLabel('Select Is number 3 free?').check();
    const [{ id }] = (await listed('dead')).items;
    await page.getByRole('button', { name: 'Send again' }).first().click();
    await app().recado.call('POST', `/api/v1/failures/${id}/retry`);
    await confirm(page, 'Send 1 failure again?', 'Send again');
    await told(page).getByText('1 was refused').waitFor();
    const why = page.getByRole('list', { name: 'What was refused, and why' });
    expect(await why.innerText()).toContain('Is number 3 free?: Nothing of this is left to send.');
    await noSeriousAxe(page);
  });

  it('show hostile words as they are, also on a phone', async () => {
    await refused(HOSTILE);
    for (const options of [{}, { ...PHONE, colorScheme: 'dark' }]) {
      const page = await open('failures?kind=dead', options);
      await row(page, HOSTILE).waitFor();
      expect(await sideways(page)).toBe(0);
      expect(await page.evaluate(() => (globalThis as { hurt?: number }).hurt)).toBeUndefined();
      await noSeriousAxe(page);
    }
    const [{ id }] = (await listed('dead')).items;
    await app().recado.call('POST', `/api/v1/failures/${id}/discard`);
  });

  it('say that nothing is sent at all, and what cures that', async () => {
    await faults({ mode: 'refuse', error_code: 20003 });
    await write('Are you there?');
    const account = async () => (await listed('dead')).account;
    await expect.poll(account).not.toBeNull();
    const page = await open();
    const hold = page.getByRole('alert', { name: 'Twilio takes no message' });
    await hold.getByText('1 answer waits').waitFor();
    expect(await hold.innerText()).toContain((await account())!.action);
    await noSeriousAxe(page);
    await faults();
  });

  it(
    'show of what is uncertain what is known on both sides, and warn of sending it twice',
    async () => {
      const uncertain = async () => (await listed('uncertain')).total;
      await expect.poll(uncertain, { timeout: A_MINUTE_LATER }).toBe(1);
      const page = await open();
      await page.getByRole('link', { name: /^Uncertain/ }).click();
      await page.waitForURL(/kind=uncertain/);
      const one = row(page, 'Was this one sent?');
      await one.getByText('What is known of the attempt').click();
      expect(await one.innerText()).toMatch(/Here[^]*begun[^]*In Twilio's list/);
      await noSeriousAxe(page);
      await one.getByRole('button', { name: 'Send again' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('it may have been sent already').waitFor();
      await noSeriousAxe(page);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await one.getByRole('button', { name: 'Discard' }).click();
      await confirm(page, 'Discard 1 failure?', 'Discard');
      await page.getByRole('heading', { name: 'None of this kind' }).waitFor();
    },
    A_MINUTE_LATER + 30_000,
  );
});
