import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { admin, beside, HOURS, phoneOf, said, write } from './phone.fixture.js';

/** Milliseconds until an answer that was refused for now is sent again. */
const AGAIN = { timeout: 40_000 };

withConsole('chaos', (app) => {
  afterEach(() => admin(app(), '/simulator/control', 'DELETE'));

  /** Somebody new, with the switches beside the phone. */
  async function begin(options = {}) {
    const page = await app().signedIn('simulator', options);
    await page.getByRole('button', { name: 'Add one without a phone' }).click();
    const phone = phoneOf(page, 'Bruno');
    const panel = await beside(page, 'Chaos');
    return { page, phone, panel };
  }
  const isOn = (page: Page, what: string) =>
    page.getByText('Chaos is on:').locator('..').getByText(what).waitFor();
  const calm = (page: Page) =>
    page.getByRole('status').getByRole('button', { name: 'All back to normal' }).click();
  /** What Recado has of the latest conversation. */
  async function messages() {
    const { items } = await admin(app(), '/api/v1/conversations?limit=1');
    return (await admin(app(), `/api/v1/conversations/${items[0].id}/messages`)).items;
  }
  const parts = async () => (await messages()).flatMap((message: any) => message.parts);

  it('is calm until something is switched on, and says what is', async () => {
    const { page, panel } = await begin();
    expect(await page.getByText('Chaos is on:').count()).toBe(0);
    await panel.getByLabel('How often each message comes').fill('3');
    // The sign moves the switches down.
    await isOn(page, 'each message comes 3 times');
    await panel.getByRole('switch', { name: 'Out of order' }).click();
    await isOn(page, 'each message comes 3 times · messages come out of order');
    await noSeriousAxe(page);
    await calm(page);
    await page.getByText('Chaos is on:').waitFor({ state: 'detached' });
    expect(await panel.getByLabel('How often each message comes').inputValue()).toBe('1');
    await expect.poll(() => admin(app(), '/simulator/control/faults')).toEqual({});
  });

  it('repeats: answered once', async () => {
    const { page, phone, panel } = await begin();
    await panel.getByLabel('How often each message comes').fill('3');
    await isOn(page, 'comes 3 times');
    await write(phone, HOURS);
    await (await beside(page, 'Request and answer')).getByText('came 3 times').waitFor();
    await said(phone, false).getByText('7:30').waitFor();
    expect(await messages()).toHaveLength(2);
  });

  it('comes late: the message is there, and its answer later', async () => {
    const { page, phone, panel } = await begin();
    await panel.getByLabel('Seconds until it comes').fill('2');
    await isOn(page, '2 s late');
    const began = Date.now();
    await write(phone, HOURS);
    await said(phone, true).getByText(HOURS).waitFor();
    await said(phone, false).getByText('7:30').waitFor();
    expect(Date.now() - began).toBeGreaterThan(2000);
  });

  it('comes out of order: Recado hears the second first', async () => {
    const { page, phone, panel } = await begin();
    await panel.getByRole('switch', { name: 'Out of order' }).click();
    await isOn(page, 'out of order');
    await write(phone, 'One');
    await said(phone, true).getByText('One').waitFor();
    await write(phone, 'Two');
    const heard = async () =>
      (await messages())
        .filter(({ direction }: any) => direction === 'inbound')
        .map(({ text }: any) => text);
    await expect.poll(heard).toEqual(['Two', 'One']);
  });

  it('is signed wrong: refused', async () => {
    const { page, phone, panel } = await begin();
    await panel.getByRole('switch', { name: 'Signed with a wrong key' }).click();
    await isOn(page, 'signatures are wrong');
    await write(phone, HOURS);
    const request = await beside(page, 'Request and answer');
    await request.getByText('403', { exact: true }).waitFor();
    await noSeriousAxe(page);
  });

  it("is signed with a shared key's SHA-256: taken", async () => {
    const { page, phone, panel } = await begin();
    await panel.getByRole('switch', { name: /^Signed with a shared key/ }).click();
    await isOn(page, 'shared key');
    await write(phone, HOURS);
    const request = await beside(page, 'Request and answer');
    await request.getByText('200', { exact: true }).waitFor();
    expect(await request.locator('[data-curl]').textContent()).toMatch(
      /X-Twilio-Webhooks-Signature-Settings: key=\S+,algorithm=HMAC_SHA256/,
    );
  });

  it.each([
    ['says 429, too many requests', 429],
    ['says 500, an error of its own', 500],
  ])('Twilio %s: nothing comes', async (choice, code) => {
    const { page, phone, panel } = await begin();
    await panel.getByLabel('Twilio, asked to send an answer,').selectOption({ label: choice });
    await isOn(page, choice);
    await write(phone, HOURS);
    await expect.poll(parts).toHaveLength(1);
    await expect.poll(async () => (await parts())[0].state).toMatch(/pending|sending|uncertain/);
    expect(await said(phone, false).count()).toBe(0);
    await calm(page);
    // What was refused for now is sent again; what may have been sent is not.
    if (code === 429) await said(phone, false).getByText('7:30').waitFor(AGAIN);
  });

  it('Twilio sends and never answers: the callback settles it', async () => {
    const { page, phone, panel } = await begin();
    const choice = 'sends it and never answers';
    await panel.getByLabel('Twilio, asked to send an answer,').selectOption({ label: choice });
    await isOn(page, choice);
    await write(phone, HOURS);
    await said(phone, false).getByText('7:30').waitFor();
    await expect.poll(async () => (await parts())[0]?.status).toBe('delivered');
    expect(await said(phone, false).count()).toBe(1);
  });

  it('drops callbacks: Recado never hears that it was delivered', async () => {
    const { page, phone, panel } = await begin();
    await panel.getByLabel('What became of an answer').selectOption({ label: 'is never told' });
    await isOn(page, 'is never told');
    await write(phone, HOURS);
    await said(phone, false).getByRole('img', { name: 'delivered' }).waitFor();
    expect(await parts()).toMatchObject([{ state: 'accepted', status: 'queued' }]);
  });

  it('sends many at once, each by somebody else, or all by one', async () => {
    const { page, panel } = await begin();
    await panel.getByLabel('How many messages').fill('12');
    await panel.getByRole('button', { name: 'Send them' }).click();
    await panel.getByText('12 of 12 were taken').waitFor();
    const sent = (await admin(app(), '/simulator/control/messages')).items.filter(
      ({ direction }: any) => direction === 'inbound',
    );
    expect(new Set(sent.map(({ from }: any) => from)).size).toBe(12);
    expect(new Set(sent.map(({ body }: any) => body)).size).toBe(12);
    await panel.getByLabel('How many messages').fill('5');
    await panel.getByRole('switch', { name: 'Each by somebody else' }).click();
    await panel.getByRole('button', { name: 'Send them' }).click();
    await panel.getByText('5 of 5 were taken').waitFor();
    await expect.poll(() => said(phoneOf(page, 'Bruno'), true).count()).toBe(5);
  });

  it('has a request that works when it is copied', async () => {
    const { page, phone } = await begin();
    const context = page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await write(phone, "It's 20 % & more, 'quoted' \\ and 👋");
    const request = await beside(page, 'Request and answer');
    await request.getByRole('button', { name: 'Copy' }).click();
    await request.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const { url, ...init } = requestIn(copied);
    const again = await fetch(url, init);
    expect([again.status, await again.text()]).toEqual([200, '<Response/>']);
    const forged = await fetch(url, { ...init, body: `${init.body}0` });
    expect(forged.status).toBe(403);
  });

  it('fits on a phone, in the dark', async () => {
    const viewport = { width: 360, height: 740 };
    const { page, panel } = await begin({ viewport, colorScheme: 'dark' });
    await panel.getByLabel('How often each message comes').fill('2');
    await isOn(page, 'comes 2 times');
    await noSeriousAxe(page);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});

/** What curl would ask, by a shell's own reading of the command. */
function requestIn(command: string) {
  const told = execFileSync('bash', ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`]);
  const args = told.toString().split('\0').slice(0, -1);
  const after = (flag: string) => args.filter((_, at) => args[at - 1] === flag);
  const headers = after('-H').map((header) => /^([^:]+): (.*)$/.exec(header)!.slice(1, 3));
  return {
    url: args.find((arg) => arg.startsWith('http'))!,
    method: after('-X')[0],
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: after('--data-raw')[0],
  };
}
