import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pdfOf } from '../../support/files/pdf.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';

const PRICES = pdfOf([
  [
    { text: 'Price list', y: 780, size: 20 },
    { text: 'A gift box of macarons is 14.50 euros.', y: 740 },
  ],
  [
    { text: 'Repairs', y: 780, size: 20 },
    { text: 'Repairing a bicycle chain is 9 euros.', y: 740 },
  ],
]);
const HOSTILE = {
  title: '<img src=x onerror="window.hurt=1"> \u202eevil',
  text: `# <script>window.hurt=1</script>\n\n<b>bold</b> ${'🧨'.repeat(4096)}\u202e`,
};
const PHONE = { viewport: { width: 360, height: 740 } };

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

withConsole('the documents', (app) => {
  const open = async (options = {}, path = 'knowledge') => {
    const page = await app().signedIn(path, options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
  const give = (page: Page, ...files: ReturnType<typeof file>[]) =>
    page.locator('input[type=file]').setInputFiles(files);
  const given = (page: Page, name: string) =>
    page
      .getByRole('region', { name: 'Files that were given' })
      .getByRole('listitem')
      .filter({ hasText: name });
  const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

  it('takes a PDF that is dropped, shows what it was cut into, and answers from it', async () => {
    const page = await open();
    const bytes = [...PRICES];
    const data = await page.evaluateHandle((of) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(of)], 'Prices.pdf', { type: 'application/pdf' }));
      return transfer;
    }, bytes);
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
    await given(page, 'Prices.pdf').getByText('Added · 2 passages').waitFor();
    await row(page, 'Price list').getByText('2 passages').waitFor();
    await given(page, 'Prices.pdf').getByRole('link').click();
    await page.getByRole('heading', { name: 'Price list', level: 1 }).waitFor();
    const passage = page.getByRole('listitem').filter({ hasText: 'Passage 2' });
    expect(await passage.innerText()).toMatch(
      /Repairs[^]*page 2 · 37 characters[^]*chain is 9 euros/,
    );
    await noSeriousAxe(page);
    await page.getByRole('tab', { name: 'Whole text' }).click();
    expect(await page.locator('pre').innerText()).toContain('# Price list\n\nA gift box of');

    await page.getByRole('link', { name: 'All documents' }).click();
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByLabel('Question').fill('How much is a gift box of macarons?');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByText('14.50 euros').waitFor();
    const found = page.getByRole('region', { name: 'What was found' });
    await found.getByText('Below 45 %').waitFor();
    expect(await found.getByRole('listitem').first().innerText()).toMatch(/\d+%[^]*In the answer/);
    await noSeriousAxe(page);
    await found.getByRole('link', { name: /^Price list/ }).click();
    await page.waitForURL(/\/knowledge\/[0-9a-f-]{36}#passage-1$/);
    expect(await page.locator('[aria-current="true"]').innerText()).toContain('14.50 euros');
  });

  it('says of each file what became of it, and why one was not taken', async () => {
    const page = await open();
    const wifi = (says: string) => file('Wifi.md', Buffer.from(`# Wifi\n\n${says}`));
    await give(page, wifi('It is free.'), file('a.xlsx', Buffer.from('PK\x03\x04x')));
    await given(page, 'Wifi.md').getByText('Added').waitFor();
    const refused = given(page, 'a.xlsx');
    await refused.getByText('Not taken').waitFor();
    expect(await refused.innerText()).toMatch(/zip archive/);
    await page.getByRole('button', { name: 'Clear' }).click();
    await give(page, wifi('It is free.'));
    await given(page, 'Wifi.md').getByText('Unchanged').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await give(page, wifi('It is fast.'), file('huge.pdf', Buffer.alloc(20 * 1024 * 1024 + 1)));
    await given(page, 'Wifi.md').getByText('Replaced').waitFor();
    await given(page, 'huge.pdf').getByText('more than 20 MB').waitFor();
    await noSeriousAxe(page);
    // What was given is still told after another screen was looked at.
    await page.getByRole('navigation').getByRole('link', { name: 'Failures' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Knowledge' }).click();
    await given(page, 'Wifi.md').getByText('Replaced').waitFor();
  });

  it('tells how much is sent, and stops when it is told to', async () => {
    const page = await open();
    const network = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 100_000 };
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', slow);
    await give(page, file('Slow.md', Buffer.from(`# Slow\n\n${'It takes long. '.repeat(60_000)}`)));
    await given(page, 'Slow.md')
      .getByText(/^[1-9]\d? % sent$/)
      .waitFor();
    await page.getByRole('button', { name: 'Stop: Slow.md' }).click();
    await given(page, 'Slow.md').getByText('Stopped').waitFor();
    expect(await row(page, 'Slow').count()).toBe(0);
  });

  it('takes a text, says why it takes no page of the inside, and deletes when asked twice', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Write a text' }).click();
    await page.getByLabel('Title').fill('Parking');
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('Parking in the yard is free.');
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await row(page, 'Parking').waitFor();

    await page.getByRole('button', { name: 'Add a web page' }).click();
    await page.getByLabel('Address').fill(`${app().url}/health/live`);
    await page.getByRole('button', { name: 'Read the page' }).click();
    await page.getByRole('dialog').getByText('nothing is fetched from port').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Delete Parking' }).click();
    const asked = page.getByRole('dialog', { name: 'Delete this document?' });
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await row(page, 'Parking').waitFor();
    await page.getByRole('button', { name: 'Delete Parking' }).click();
    await noSeriousAxe(page);
    await asked.getByRole('button', { name: 'Delete' }).click();
    await row(page, 'Parking').waitFor({ state: 'detached' });
  });

  it('shows a hostile title and text as they are, also on a phone', async () => {
    const put = await app().recado.call('POST', '/api/v1/knowledge/documents', HOSTILE);
    const { id } = (await put.json()) as { id: string };
    for (const options of [{}, PHONE]) {
      const page = await open(options);
      await page.getByRole('link', { name: HOSTILE.title }).waitFor();
      expect(await sideways(page)).toBe(0);
      await page.goto(`${app().url}/console/knowledge/${id}`);
      await page.getByRole('heading', { name: HOSTILE.title, level: 1 }).waitFor();
      await page.getByText('🧨'.repeat(9)).first().waitFor();
      await page.getByRole('tab', { name: 'Whole text' }).click();
      await page.getByText('<script>window.hurt=1</script>').first().waitFor();
      expect(await sideways(page)).toBe(0);
      expect(await page.evaluate(() => (globalThis as { hurt?: number }).hurt)).toBeUndefined();
      await noSeriousAxe(page);
    }
    await app().recado.call('DELETE', `/api/v1/knowledge/documents/${id}`);
  });

  it.each(['light', 'dark'] as const)(
    'is as wide as a phone, in %s colours',
    async (colorScheme) => {
      const page = await open({ ...PHONE, colorScheme, locale: 'es-ES' });
      await page.getByRole('heading', { name: 'Conocimiento' }).waitFor();
      for (const view of ['Documentos', 'Respuestas', 'Probar']) {
        await page.getByRole('tab', { name: view }).click();
        expect([view, await sideways(page)]).toEqual([view, 0]);
        await noSeriousAxe(page);
      }
    },
  );

  it('says so of a document that is not there', async () => {
    const page = await open({}, 'knowledge/00000000-0000-4000-8000-000000000000');
    await page.getByRole('alert').getByText('There is no document of this id.').waitFor();
    await noSeriousAxe(page);
  });

  it('says what to do where there is nothing', async () => {
    const listed = await app().recado.call('GET', '/api/v1/knowledge/documents?limit=200');
    const { items } = (await listed.json()) as { items: { id: string }[] };
    for (const { id } of items)
      await app().recado.call('DELETE', `/api/v1/knowledge/documents/${id}`);
    const page = await open();
    await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
    await noSeriousAxe(page);
  });
});
