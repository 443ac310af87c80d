import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pdfOf } from '../../support/files/pdf.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { admin, HOURS, phoneOf, said, write } from './phone.fixture.js';

const PICTURE = new URL('../../support/files/hours.png', import.meta.url).pathname;
const PDF = pdfOf([[{ text: 'The sauna costs 12 euros, towel included.', y: 740 }]]);

/** A second of silence, as a WAV file. */
function silence(): Buffer {
  const head = Buffer.from(
    '524946460000000057415645666d74201000000001000100401f0000803e0000',
    'hex',
  );
  const samples = Buffer.alloc(16_000);
  const data = Buffer.from('0200100064617461000000000000', 'hex').subarray(0, 8 + 4);
  data.writeUInt32LE(samples.length, 8);
  return Buffer.concat([head, data, samples]);
}

async function choose(page: Page, phone: Locator, kind: string, file: string | object) {
  await phone.getByRole('button', { name: 'Send something else' }).click();
  const chooser = page.waitForEvent('filechooser');
  await phone.getByRole('button', { name: kind, exact: true }).click();
  await (await chooser).setFiles(file as string);
}

withConsole('what the phone sends besides text', (app) => {
  /** The phone of somebody who has said nothing yet. */
  async function fresh(options = {}): Promise<[Page, Locator]> {
    const page = await app().signedIn('simulator', options);
    await page.getByRole('button', { name: 'Add one without a phone' }).click();
    return [page, phoneOf(page, 'Bruno')];
  }

  /** What they wrote. */
  async function sent(page: Page): Promise<any[]> {
    const people = await page.evaluate(() => localStorage.getItem('recado.people'));
    const { from } = JSON.parse(people!).at(-1);
    const path = `/simulator/control/messages?conversation=${encodeURIComponent(from)}`;
    const { items } = await admin(app(), path);
    return items.filter(({ direction }: any) => direction === 'inbound');
  }

  it('a picture, which is seen, with its caption', async () => {
    const [page, phone] = await fresh();
    await phone.getByLabel('Write a message').fill('Is this you?');
    await choose(page, phone, 'Picture', PICTURE);
    const picture = said(phone, true).getByRole('img', { name: 'Picture' });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await said(phone, true).getByText('Is this you?').waitFor();
    await said(phone, false).first().waitFor();
    await expect
      .poll(() => sent(page))
      .toMatchObject([
        { message_type: 'image', media: [{ content_type: 'image/png' }], body: 'Is this you?' },
      ]);
    await noSeriousAxe(page);
  });

  it('a document, which is saved as it was sent, and read', async () => {
    const [page, phone] = await fresh();
    const file = { name: 'sauna.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
    await phone.getByLabel('Write a message').fill('What does the sauna cost?');
    await choose(page, phone, 'Document', file);
    // The answer moves all that is above it.
    await said(phone, false).getByText('12 euros').waitFor();
    const download = page.waitForEvent('download');
    await said(phone, true).getByRole('link', { name: 'File (application/pdf)' }).click();
    expect(readFileSync(await (await download).path())).toEqual(file.buffer);
  });

  it('a sound file as a voice note, which can be heard', async () => {
    const [page, phone] = await fresh();
    const file = { name: 'note.wav', mimeType: 'audio/wav', buffer: silence() };
    await choose(page, phone, 'Voice note', file);
    const player = said(phone, true).locator('audio');
    await player.waitFor();
    await expect
      .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration))
      .toBeCloseTo(1, 1);
    await expect.poll(() => sent(page)).toMatchObject([{ message_type: 'audio' }]);
    await noSeriousAxe(page);
  });

  it('nothing of a page that somebody sends as a file', async () => {
    const [page, phone] = await fresh();
    const html = '<script>window.opener.harmed = true</script>';
    const file = { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(html) };
    await choose(page, phone, 'Document', file);
    const link = said(phone, true).getByRole('link', { name: 'File (text/html)' });
    // Opened by its address, it would be a page with our rights: it is bytes to be saved.
    await link.evaluate((anchor) => anchor.removeAttribute('download'));
    const download = page.waitForEvent('download');
    await link.click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(html);
    expect(new URL(page.url()).protocol).toBe('http:');
  });

  it('a location, a contact and a pressed button, by keys alone', async () => {
    const [page, phone] = await fresh();
    const fill = async (kind: string, field: string, value: string) => {
      await phone.getByRole('button', { name: 'Send something else' }).press('Enter');
      await phone.getByRole('button', { name: kind }).press('Enter');
      const form = phone.getByRole('form', { name: kind });
      await form.getByLabel(field, { exact: true }).fill(value);
      await noSeriousAxe(page);
      await form.getByLabel(field, { exact: true }).press('Enter');
      await form.waitFor({ state: 'detached' });
    };
    await fill('Location', 'Name of the place', 'The old mill');
    await said(phone, true).getByText('The old mill').waitFor();
    await said(phone, true).getByText('40.4168, -3.7038').waitFor();
    await fill('Contact', 'Name', 'Bruno');
    await said(phone, true).getByRole('link', { name: 'File (text/vcard)' }).waitFor();
    await fill('Pressed button', 'Text on the button', 'Opening hours');
    await said(phone, true).getByText('Opening hours').waitFor();
    // The phone shows what is said before Twilio's place has it.
    await expect
      .poll(() => sent(page))
      .toMatchObject([
        { message_type: 'location', label: 'The old mill', latitude: 40.4168 },
        { message_type: 'contacts' },
        { message_type: 'button', button_text: 'Opening hours' },
      ]);
    await phone.getByRole('button', { name: 'Send something else' }).press('Enter');
    await phone.getByRole('button', { name: 'Location' }).press('Enter');
    await phone.getByLabel('Latitude').press('Escape');
    await phone.getByRole('form', { name: 'Location' }).waitFor({ state: 'detached' });
  });

  it('a reply to one message, until one thinks better of it', async () => {
    const [page, phone] = await fresh();
    await write(phone, HOURS);
    const answer = phone.locator('.bubble[data-mine=false]');
    await answer.getByText('7:30').first().waitFor();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await phone.getByRole('button', { name: 'Do not reply to it' }).click();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await phone.getByLabel('Write a message').press('Escape');
    await phone.locator('.writing .answered').waitFor({ state: 'detached' });
    await answer.getByRole('button', { name: 'Reply' }).click();
    await noSeriousAxe(page);
    await write(phone, 'And on Sunday?');
    await said(phone, true).locator('.answered').getByText('7:30').waitFor();
    const [, mine] = await sent(page);
    expect(mine.original_replied_message_sid).toMatch(/^SM/);
  });

  it('a reply by swiping, on a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const [, phone] = await fresh({ viewport, hasTouch: true });
    await write(phone, HOURS);
    const answer = phone.locator('.bubble[data-mine=false]', { hasText: '7:30' });
    await answer.waitFor();
    await answer.evaluate((bubble) => {
      const touch = (type: string, clientX: number) =>
        bubble.dispatchEvent(
          new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX }),
        );
      touch('pointerdown', 40);
      touch('pointermove', 90);
      touch('pointerup', 130);
    });
    await phone.locator('.writing .answered').getByText('7:30').waitFor();
  });

  it('somebody without a phone, who is remembered', async () => {
    const [page, phone] = await fresh();
    await write(phone, HOURS);
    await said(phone, false).getByText('7:30').waitFor();
    const [{ from }] = await sent(page);
    expect(from).toMatch(/^whatsapp:US\.\d{14}$/);
    await page.reload();
    await said(phone, false).getByText('7:30').waitFor();
  });
});
