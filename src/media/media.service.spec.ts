import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pdfOf } from '../../test/support/files/pdf.js';
import { type ModelServer, startModelServer } from '../../test/support/model-server.js';
import { Env } from '../env/env.js';
import { Reading } from '../knowledge/reading/reading.js';
import { MediaError, MediaSource } from './media-source.js';
import { MediaService } from './media.service.js';
import { OpenAIEndpoint } from './openai-endpoint.js';
import { Transcription } from './transcription.js';
import { Vision } from './vision.js';

const NOTE = Buffer.from('OggS\0\x02......................OpusHead', 'latin1');
const PICTURE = readFileSync('test/support/files/hours.png');

let model: ModelServer;
let fetched: string[];
let bytes: Buffer | Error;

class Kept extends MediaSource {
  async fetch(url: string) {
    fetched.push(url);
    if (bytes instanceof Error) throw bytes;
    return { bytes, contentType: 'application/octet-stream' };
  }
  remove = () => Promise.reject(new MediaError('HTTP 500'));
}

function media(models: Partial<Env> = {}): MediaService {
  const env = Object.assign(new Env(), { OPENAI_BASE_URL: model.url, ...models });
  const endpoint = new OpenAIEndpoint(env);
  const [ears, eyes] = [new Transcription(env, endpoint), new Vision(env, endpoint)];
  return new MediaService(new Kept(), ears, eyes, new Reading());
}

const EARS = { TRANSCRIPTION_MODEL: 'whisper' };
const EYES = { VISION_MODEL: 'eyes' };
const read = (models: Partial<Env>, contentType: string, signal = new AbortController().signal) =>
  media(models).read({ url: 'https://there/1', contentType }, 'es', signal);

let warned: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  fetched = [];
  bytes = NOTE;
  model = await startModelServer();
  warned = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterEach(() => model.close());

describe('a voice note', () => {
  it('is heard', async () => {
    model.hears = ' ¿Abrís el domingo? ';
    const heard = { kind: 'voice', by: 'transcription', text: '¿Abrís el domingo?' };
    expect(await read(EARS, 'audio/ogg; codecs=opus')).toEqual(heard);
    expect(model.notes).toEqual([
      { model: 'whisper', language: 'es', name: 'voice.ogg', bytes: NOTE },
    ]);
  });

  it('in which nobody speaks says nothing', async () => {
    for (const said of ['', ' ... ', '[Música]', '♪ (silence)', `${'ola, '.repeat(9)}ola.`]) {
      model.hears = said;
      expect(await read(EARS, 'audio/ogg')).toEqual({ kind: 'voice', failed: 'nothing-in-it' });
    }
  });

  it('is not even fetched where nothing hears it', async () => {
    expect(await read({}, 'audio/ogg')).toEqual({ kind: 'voice', failed: 'no-reader' });
    expect(fetched).toEqual([]);
  });

  it('that the server refuses is not heard, and the log has none of its words', async () => {
    model.hears = 400;
    expect(await read(EARS, 'audio/ogg')).toEqual({ kind: 'voice', failed: 'unreadable' });
    expect(warned.mock.calls.flat().join()).toMatch(/voice .* was not read: HTTP 400/);
  });

  it('ends with the signal', async () => {
    model.mode = 'hang';
    const gone = new AbortController();
    const reading = read(EARS, 'audio/ogg', gone.signal);
    await vi.waitFor(() => expect(model.notes).toHaveLength(1));
    gone.abort(new Error('over'));
    await expect(reading).rejects.toThrow('over');
  });
});

describe('a picture', () => {
  beforeEach(() => void (bytes = PICTURE));

  it('is seen by the model that takes pictures', async () => {
    model.sees = '<think>A shop.</think>\nHorario\nA door with opening hours.';
    expect(await read(EYES, 'image/png')).toMatchObject({
      kind: 'picture',
      by: 'vision',
      text: 'Horario\nA door with opening hours.',
    });
    expect(model.pictures).toEqual([`data:image/png;base64,${PICTURE.toString('base64')}`]);
  });

  it.each([
    'A shop, maybe.</think>Horario',
    '[THINK]A shop.[/THINK]Horario</s>',
    '<|channel|>analysis<|message|>A shop.<|end|><|channel|>final<|message|>Horario<|im_end|>',
  ])('what the model thinks belongs to nobody: %s', async (raw) => {
    model.sees = raw;
    expect(await read(EYES, 'image/png')).toMatchObject({ by: 'vision', text: 'Horario' });
  });

  it('is read by its letters where the model fails', async () => {
    model.sees = 500;
    expect(await read(EYES, 'image/png')).toMatchObject({
      kind: 'picture',
      by: 'ocr',
      text: expect.stringMatching(/\d:\d\d/),
    });
  });
});

describe('by its bytes', () => {
  it('a PDF that is declared as a voice note is read as what it is', async () => {
    bytes = pdfOf([[{ text: 'The cake costs 24,50 EUR.', y: 700 }]]);
    expect(await read(EARS, 'audio/ogg')).toMatchObject({
      kind: 'document',
      by: 'document',
      text: expect.stringContaining('24,50'),
    });
    expect(model.notes).toEqual([]);
  });

  it.each([
    ['a page that is declared as a PDF', '<!doctype html><p>Not found', 'application/pdf'],
    ['a program that is declared as a text', 'MZ\x90\0\x03', 'text/plain'],
    ['half a PDF', '%PDF-1.4', 'application/pdf'],
  ])('%s is not read', async (_, text, declared) => {
    bytes = Buffer.from(text, 'latin1');
    expect(await read({}, declared)).toEqual({ kind: 'document', failed: 'unreadable' });
  });

  it('a contact has its name and its lines', async () => {
    bytes = Buffer.from(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Prueba;Ana;;;\r\nFN:Ana Prueba\r\nORG:Obrador;Ventas\r\n' +
        'item1.TEL;waid=12025550123:+1 202-555-0123\r\nEND:VCARD\r\n',
    );
    expect(await read({}, 'text/vcard')).toEqual({
      kind: 'contact',
      by: 'document',
      title: 'Ana Prueba',
      text: 'Ana Prueba\nObrador, Ventas\nTel. +1 202-555-0123',
    });
  });

  it('of a card of many megabytes the beginning is read: its lines would hold up all others', async () => {
    const card = (lines: string) =>
      Buffer.from(`BEGIN:VCARD\nFN:Ana\n${lines}TEL:112\nEND:VCARD\n`);
    bytes = card('NOTE:\n'.repeat(1000));
    expect(await read({}, 'text/vcard')).toMatchObject({ text: 'Ana\nTel. 112' });
    bytes = card('NOTE:\n'.repeat(200_000));
    expect(await read({}, 'text/vcard')).toMatchObject({ text: 'Ana' });
  });

  it('a long text is cut, and says so', async () => {
    bytes = Buffer.from('Una línea.\n'.repeat(5000));
    const { text, cut } = (await read({}, 'text/plain')) as { text: string; cut?: true };
    expect([text.length <= 20_000, cut]).toEqual([true, true]);
  });
});

it.each(['image/webp', 'video/mp4'])('%s is not fetched: nothing reads it', async (declared) => {
  expect(await read({ ...EARS, ...EYES }, declared)).toMatchObject({ failed: 'no-reader' });
  expect(fetched).toEqual([]);
});

it('what is not to be had is not read; what is not deleted is only logged', async () => {
  bytes = new MediaError('HTTP 404');
  expect(await read({}, 'image/jpeg')).toEqual({ kind: 'picture', failed: 'not-fetched' });
  await media().remove({ url: 'https://there/1', contentType: '' });
  expect(warned.mock.calls.flat().join()).toMatch(/not deleted at Twilio: HTTP 500/);
});
