import { afterAll, expect, it } from 'vitest';
import { startModelServer } from '../../support/model-server.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { HOURS, phoneOf, said, write } from './phone.fixture.js';

withConsole('the phone', (app) => {
  it('asks, is answered, and shows how it came about, in four clicks from the start', async () => {
    const page = await app().page();
    let clicks = 0;
    const click = async (what: () => Promise<unknown>) => {
      clicks++;
      await what();
    };
    const link = await app().link();
    await click(() => page.goto(link));
    await click(() => page.getByRole('button', { name: HOURS }).click());
    const answer = said(page, false);
    await answer.getByText('from 7:30 to 20:00').waitFor();
    await answer
      .getByRole('img', { name: 'read' })
      .or(answer.getByRole('img', { name: 'delivered' }))
      .waitFor();
    await said(page, true).getByRole('img', { name: 'read' }).waitFor();
    await noSeriousAxe(page);
    await click(() => page.getByRole('link', { name: 'Time line' }).last().click());
    await page.getByRole('heading', { level: 1, name: 'Message' }).waitFor();
    expect(page.url()).toMatch(/\/console\/messages\/SM[0-9a-f]{32}$/);
    expect(clicks).toBeLessThanOrEqual(4);
    await page.goBack();
    await page.getByRole('link', { name: 'Why' }).click();
    await page.waitForURL(/\/console\/messages\/SM[0-9a-f]{32}\/answer$/);
  });

  it('plays several people side by side, and remembers them', async () => {
    const page = await app().signedIn('simulator');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const bruno = phoneOf(page, 'Bruno');
    await bruno.getByLabel('Name of the person').fill('Rosa');
    const rosa = phoneOf(page, 'Rosa');
    await write(rosa, 'How much is delivery?');
    await said(rosa, false).getByText('Delivery costs €3.50').waitFor();
    expect(await said(phoneOf(page, 'Ana'), true).getByText('delivery').count()).toBe(0);
    await page.reload();
    await said(rosa, false).getByText('Delivery costs €3.50').waitFor();
    await page.getByRole('button', { name: 'Remove Rosa' }).click();
    await rosa.waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: /^Phone of/ }).count()).toBe(1);
  });

  it('stops when it is told to', async () => {
    const page = await app().signedIn('simulator');
    await write(page, 'STOP');
    await said(page, false)
      .getByText(/no more messages|START/)
      .waitFor();
    const before = await said(page, false).count();
    await write(page, HOURS);
    await said(page, true).nth(-1).getByRole('img', { name: 'received' }).waitFor();
    await write(page, 'START');
    await expect.poll(() => said(page, false).count()).toBe(before + 1);
  });

  it('shows marks as WhatsApp does, and whatever else as text', async () => {
    const page = await app().signedIn('simulator');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const phone = phoneOf(page, 'Bruno');
    await write(phone, '*bold* _slanted_ ~gone~ `code` 2*3*4 *not');
    const first = said(phone, true).locator('.said', { hasText: '2*3*4' });
    await first.waitFor();
    const tags = await first.evaluate((said) =>
      [...said.querySelectorAll('strong, em, s, code')].map(({ localName, textContent }) => [
        localName,
        textContent,
      ]),
    );
    expect(tags).toEqual([
      ['strong', 'bold'],
      ['em', 'slanted'],
      ['s', 'gone'],
      ['code', 'code'],
    ]);
    expect(await first.textContent()).toBe('bold slanted gone code 2*3*4 *not');
    const hostile = [
      '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>',
      '\u202Eevil\u202C javascript:window.harmed=true &lt;b&gt;',
      '😀'.repeat(4096),
    ];
    const last = () => said(phone, true).last().locator('.said').textContent();
    for (const text of hostile) {
      await write(phone, text);
      await expect.poll(last).toBe(text);
    }
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
    expect(await phone.locator('.talk :is(img:not([alt]), script, b)').count()).toBe(0);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });

  it('shows the request behind a message, and the answer to it', async () => {
    const page = await app().signedIn('simulator');
    await write(page, "What's the price of a spelt loaf?");
    await page.getByRole('button', { name: 'Request', exact: true }).last().click();
    const panel = page.getByRole('complementary', { name: 'Request and answer' });
    await panel.getByText('X-Twilio-Signature').waitFor();
    await panel.getByText('/api/v1/whatsapp/webhook').waitFor();
    await panel.getByText('<Response/>').waitFor();
    await noSeriousAxe(page);
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
  });

  it('keeps what could not be sent, and sends it again', async () => {
    const page = await app().signedIn('simulator');
    // Bruno wrote so much that makes no sense that he may have been passed on to a person.
    for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Add a person' }).click();
    const phone = phoneOf(page, 'Carla');
    const away = '**/simulator/control/messages';
    await page.route(away, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await write(phone, 'Do you have gift cards?');
    const again = phone.getByRole('button', { name: 'Send again' });
    await again.waitFor();
    await noSeriousAxe(page);
    await page.unroute(away);
    await again.click();
    await said(phone, false).getByText('gift cards of €20.00').waitFor();
    expect(await said(phone, true).getByText('gift cards').count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('fits on a phone, in %s colours', async (colorScheme) => {
    const viewport = { width: 360, height: 740 };
    const page = await app().signedIn('simulator', { colorScheme, viewport });
    await page.getByRole('button', { name: 'Add a person' }).click();
    await phoneOf(page, 'Bruno').waitFor();
    await phoneOf(page, 'Ana').waitFor({ state: 'hidden' });
    await write(phoneOf(page, 'Bruno'), HOURS);
    await said(phoneOf(page, 'Bruno'), false).first().waitFor();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await noSeriousAxe(page);
  });
});

const model = await startModelServer({ mode: 'hang' });
afterAll(() => model.close());

withConsole(
  'the phone, while a model thinks',
  (app) => {
    it('says that the business is typing', async () => {
      const page = await app().signedIn('simulator');
      await write(page, 'My name is Ada.');
      await page.getByRole('img', { name: 'typing…' }).waitFor();
      await noSeriousAxe(page);
      await model.heard(1);
      model.mode = 'echo';
      model.release();
      await said(page, false).getByText('My name is Ada.').waitFor();
      await page.getByRole('img', { name: 'typing…' }).waitFor({ state: 'detached' });
    });
  },
  { stores: ['sqlite'], env: { OPENAI_BASE_URL: model.url, CHAT_MODEL: 'obedient' } },
);
