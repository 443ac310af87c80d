import { beforeEach, expect, it } from 'vitest';
import type { Medium, Message } from '../../chat/messages/message.js';
import { type BotConfig, botConfig } from '../../config/bot-config.js';
import { SystemClock } from '../../clock.js';
import { Env } from '../../env/env.js';
import type { MediaService } from '../../media/media.service.js';
import type { MediumReading } from '../../media/medium.js';
import type { Claim } from '../queue/queue.store.js';
import { ReadingService } from './reading.js';

const claim = { conversationId: 'c' } as Claim;
const NOTE: MediumReading = { kind: 'voice', by: 'transcription', text: '¿Abrís hoy?' };
const LIST: MediumReading = { kind: 'picture', by: 'ocr', text: 'Queso 24,50 €' };
const NONE: MediumReading = { kind: 'voice', failed: 'no-reader' };

let holds: Record<string, MediumReading>;
let log: string[];
let atOnce: number[];
let config: BotConfig;
let held = true;
const gone = new AbortController();

const medium = (url: string, read?: MediumReading): Medium => ({
  url,
  contentType: 'audio/ogg',
  ...(read && { read }),
});
const message = (id: string, media: Medium[], text = ''): Message => ({
  id,
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  details: media.length ? { messageType: 'audio', media } : {},
  createdAt: 0,
});

const media = {
  kindOf: () => 'voice',
  read: async ({ url }: Medium, language: string | undefined, signal: AbortSignal) => {
    log.push(`read ${url}${language ? ` in ${language}` : ''}`);
    atOnce.push(log.filter((line) => line.startsWith('read')).length);
    await new Promise(setImmediate);
    signal.throwIfAborted();
    return holds[url];
  },
  remove: async ({ url }: Medium) => void log.push(`remove ${url}`),
} as unknown as MediaService;
const store = {
  keep: async (_: Claim, { id, text }: Message) => {
    log.push(`keep ${id} ${text}`);
    return held;
  },
};
const read = (...messages: Message[]) =>
  new ReadingService(media, store, new SystemClock()).read(claim, messages, config, gone.signal);

beforeEach(() => {
  [log, atOnce] = [[], []];
  holds = { a: NOTE, b: LIST, c: NONE };
  config = botConfig({}, new Env());
});

it('keeps what was read with its message; what was heard becomes its text', async () => {
  const [heard, seen, text] = await read(
    message('1', [medium('a')]),
    message('2', [medium('b'), medium('c')], 'mira'),
    message('3', [], 'hola'),
  );
  expect(heard).toMatchObject({ text: '¿Abrís hoy?', details: { media: [{ read: NOTE }] } });
  expect(heard.details!.messageType).toBe('audio');
  expect(seen).toMatchObject({
    text: 'mira',
    details: { media: [{ read: LIST }, { read: NONE }] },
  });
  expect(text).toEqual(message('3', [], 'hola'));
  expect(log).toEqual(['read a', 'read b', 'read c', 'keep 1 ¿Abrís hoy?', 'keep 2 mira']);
});

it('reads nothing again', async () => {
  const messages = [message('1', [medium('a', NOTE)], '¿Abrís hoy?'), message('2', [], 'hola')];
  expect(await read(...messages)).toEqual(messages);
  expect(log).toEqual([]);
});

it('gives the fixed language as a hint, and deletes what was read where that is wanted', async () => {
  config = botConfig({ language: 'es', delete_media: 'on' }, new Env());
  await read(message('1', [medium('a'), medium('c')]));
  expect(log).toEqual(['read a in es', 'read c in es', 'keep 1 ¿Abrís hoy?', 'remove a']);
});

it('deletes nothing that another worker has yet to fetch', async () => {
  config = botConfig({ delete_media: 'on' }, new Env());
  held = false;
  await read(message('1', [medium('a')]));
  held = true;
  expect(log).toEqual(['read a', 'keep 1 ¿Abrís hoy?']);
});

it('reads a few at once', async () => {
  holds = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}`, NOTE]));
  await read(
    message(
      '1',
      Object.keys(holds).map((url) => medium(url)),
    ),
  );
  expect(atOnce.slice(0, 3)).toEqual([1, 2, 3]);
  expect(log.filter((line) => line.startsWith('read'))).toHaveLength(9);
});

it('leaves all as it was when the visit ends', async () => {
  const messages = [message('1', [medium('a')])];
  const reading = read(...messages);
  gone.abort(new Error('over'));
  expect(await reading).toEqual(messages);
  expect(log).toEqual(['read a']);
});
