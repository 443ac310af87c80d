import { expect, it } from 'vitest';
import type { Medium, Message } from '../../chat/messages/message.js';
import type { MessageRepository } from '../../chat/messages/message.repository.js';
import type { Reply } from '../../chat/reply.js';
import { outcome } from '../../chat/trace/outcome.js';
import { traceOf } from '../../chat/trace/trace.js';
import { botConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';
import type { MediumReading } from '../../media/medium.js';
import { inWords, MediaNotes } from './media.js';

const message = (text: string, ...read: MediumReading[]): Message => ({
  id: 'SM',
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  details: {
    media: read.map((one): Medium => ({ url: 'u', contentType: 'audio/ogg', read: one })),
  },
  createdAt: 0,
});
const UNHEARD: MediumReading = { kind: 'voice', failed: 'no-reader' };
const UNSEEN: MediumReading = { kind: 'picture', failed: 'nothing-in-it' };
const STICKER: MediumReading = { kind: 'sticker', failed: 'no-reader' };
const LIST: MediumReading = { kind: 'picture', by: 'ocr', text: 'Queso 24,50 €' };

const trace = traceOf(outcome('model'));
const REPLY: Reply = { text: 'Yes.', mode: 'llm', sources: [], trace };

async function noted(messages: Message[], reply?: Reply, said = '', language = 'auto') {
  const history = async () => [message(said)];
  const notes = new MediaNotes({ history } as unknown as MessageRepository);
  const config = botConfig({ language }, new Env());
  return (await notes.joinedTo(reply, messages, config))?.text;
}

it('a voice note that nothing hears gets its sentence, in the language of the conversation', async () => {
  const unheard = [message('', UNHEARD)];
  expect(await noted(unheard, undefined, '¿Cuánto cuesta la tarta?')).toMatch(/^No puedo esc/);
  expect(await noted(unheard, undefined, 'How much is the cake?')).toMatch(/^I can't listen/);
  expect(await noted(unheard, undefined, 'How much is it?', 'es')).toMatch(/^No puedo esc/);
});

it('several of a kind get one sentence, each kind its own', async () => {
  const both = [message('', UNHEARD, UNHEARD), message('', UNSEEN)];
  expect((await noted(both, undefined, 'hello there'))!.split('\n')).toEqual([
    expect.stringContaining('voice note'),
    expect.stringContaining('photo'),
  ]);
});

it('what was read without a question is named, and asked about', async () => {
  expect(await noted([message('', LIST)])).toBe('He leído tu foto. ¿Qué te gustaría saber?');
});

it('beside an answer only what was not read is worth a word', async () => {
  expect(await noted([message('Is it fresh?', LIST)], REPLY)).toBe('Yes.');
  expect(await noted([message('Is it fresh?', UNSEEN)], REPLY)).toMatch(
    /^I can't read.*\n\nYes\.$/,
  );
});

it('who gets a person is not asked to write, too', async () => {
  const handover = { ...REPLY, handover: { reason: 'asked' } } as const;
  expect(await noted([message('a person please', UNSEEN)], handover)).toBe('Yes.');
});

it('of what its form tells of nothing more is said', async () => {
  const sticker = message('', STICKER);
  const told = { ...sticker, details: { ...sticker.details, kind: 'sticker' as const } };
  expect(await noted([told], REPLY)).toBe('Yes.');
  expect(await noted([told])).toBeUndefined();
});

it('nothing stands in the place of a text that is not there', () => {
  expect(inWords(message('', UNHEARD))).toBe('');
  expect(inWords({ ...message(''), details: { button: { text: 'Yes' } } })).toBe('Yes');
});
