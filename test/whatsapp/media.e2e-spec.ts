import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pdfOf } from '../support/files/pdf.js';
import { type TestApp, withApp } from '../support/app.js';

const NOTE = Buffer.from('OggS\0\x02......................OpusHead', 'latin1');
const PICTURE = readFileSync('test/support/files/hours.png');
const LIST = pdfOf([
  [
    { text: 'Lista de precios de la abuela', y: 760, size: 18 },
    { text: 'La tarta de queso cuesta 24,50 euros.', y: 700 },
    { text: 'La tarta de zanahoria cuesta 22,75 euros.', y: 680 },
  ],
]);

/** Somebody sends a file: the emulator keeps it, and posts its webhook. */
async function send(app: TestApp, from: string, type: string, file: Buffer, body = '') {
  const media = [{ content_type: type, base64: file.toString('base64') }];
  const sent = await app.emulator.control('POST', '/messages', { from, body, media });
  expect(sent.body.status).toBe(200);
  const { body: answer } = await app.admin('get', '/api/v1/conversations?limit=1');
  const [{ id }] = (answer as { items: { id: string }[] }).items;
  return { id, sid: sent.body.sid as string };
}

const EARS_AND_EYES = { TRANSCRIPTION_MODEL: 'ears', VISION_MODEL: 'eyes' };

withApp('media', EARS_AND_EYES, (app) => {
  const lastAsked = () => app().model.requests.at(-1)!.body.messages;

  it('a voice note is heard, and is from then on what its sender wrote', async () => {
    const from = await app().writer();
    app().model.hears = 'Hola, ¿tenéis pan de espelta?';
    app().model.mode = 'fixed';
    app().model.text = 'Hola.';
    const { id } = await send(app(), from, 'audio/ogg', NOTE);
    await expect.poll(() => app().sent(from)).toEqual(['Hola.']);
    expect(lastAsked().at(-1)!.content).toBe(
      '(voice note, transcribed) Hola, ¿tenéis pan de espelta?',
    );
    expect((await app().messages(id))[0]).toMatchObject({
      text: 'Hola, ¿tenéis pan de espelta?',
      details: { media: [{ read: { kind: 'voice', by: 'transcription' } }] },
    });
  });

  it('a voice note that asks for no more messages stops them', async () => {
    const from = await app().writer();
    app().model.hears = 'Baja.';
    const { id } = await send(app(), from, 'audio/ogg', NOTE);
    await expect.poll(() => app().outcomes(id)).toEqual([['Baja.', 'opted_out']]);
    expect(await app().sent(from)).toEqual([expect.stringContaining('ALTA')]);
  });

  it('a file that comes late is waited for; elsewhere it is not fetched', async () => {
    const from = await app().writer();
    app().model.hears = 'Hola.';
    await app().faults({ media: { mode: 'late', delay_ms: 300 } });
    await send(app(), from, 'audio/ogg', NOTE);
    await expect.poll(() => app().sent(from)).toEqual([expect.stringContaining('Hola')]);
    const { receiver } = app().emulator;
    await app().faults({ media: { mode: 'redirect', location: `${receiver.address}/storage` } });
    await send(app(), from, 'audio/ogg', NOTE);
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    expect((await app().sent(from))[1]).toMatch(/nota de voz/);
    expect(receiver.received.filter(({ path }) => path === '/storage')).toEqual([]);
  });

  it('a picture is seen, and the model reads what is in it', async () => {
    const from = await app().writer();
    app().model.sees = 'La tarta de queso cuesta 24,50 €.\nA price list.';
    app().model.mode = 'fixed';
    app().model.text = 'Ahí pone 24,50 €.';
    await send(app(), from, 'image/png', PICTURE, '¿Cuánto cuesta la tarta de queso?');
    await expect.poll(() => app().sent(from)).toEqual(['Ahí pone 24,50 €.']);
    expect(lastAsked()[0].content).toMatch(/title="Tu foto" from="the customer">\n.*24,50 €/);
  });

  it('a voice note that is not heard is told so, and no model is asked', async () => {
    const from = await app().writer();
    app().model.hears = 400;
    const asked = app().model.requests.length;
    await send(app(), from, 'audio/ogg', NOTE);
    await expect.poll(() => app().sent(from)).toEqual([expect.stringMatching(/nota de voz/)]);
    expect(app().model.requests).toHaveLength(asked);
  });
});

const ALONE = { OPENAI_BASE_URL: '', CHAT_MODEL: '' };

withApp(
  'media without any model',
  ALONE,
  (app) => {
    it('a PDF is read, asked about, and answered from, also later', async () => {
      const from = await app().writer();
      await app().configure({ delete_media: 'on' });
      const { sid } = await send(app(), from, 'application/pdf', LIST);
      const received = 'He leído tu documento. ¿Qué te gustaría saber?';
      await expect.poll(() => app().sent(from)).toEqual([received]);
      await app().write(from, '¿Cuánto cuesta la tarta de queso?');
      await expect.poll(() => app().sent(from)).toHaveLength(2);
      expect((await app().sent(from))[1]).toMatch(/Tu documento[^]*24,50/);
      const left = () => app().emulator.client.messages(sid).media.list();
      await expect.poll(left).toEqual([]);
    });

    it('what nothing reads gets a kind sentence; a question beside it its answer', async () => {
      const from = await app().writer();
      await send(app(), from, 'audio/ogg', NOTE);
      await expect.poll(() => app().sent(from)).toEqual([expect.stringMatching(/nota de voz/)]);
      await send(app(), from, 'video/mp4', Buffer.from('....ftypisom'), 'thanks a lot');
      await expect.poll(() => app().sent(from)).toHaveLength(2);
      expect((await app().sent(from))[1]).toMatch(/^I can't watch videos.*\n\n.*welcome/);
    });
  },
  ['sqlite'],
);
