import { expect, it } from 'vitest';
import type { Medium, Message } from '../../chat/messages/message.js';
import type { MessageRepository } from '../../chat/messages/message.repository.js';
import type { LanguageSetting } from '../../language/language.js';
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

function about(messages: Message[], question = '', said = '', setting: LanguageSetting = 'auto') {
  const history = async () => [message(said)];
  const notes = new MediaNotes({ history } as unknown as MessageRepository);
  return notes.about(messages, question, setting);
}

it('a voice note that nothing hears gets its sentence, in the language of the conversation', async () => {
  expect(await about([message('', UNHEARD)], '', '¿Cuánto cuesta la tarta?')).toMatch(
    /^No puedo esc/,
  );
  expect(await about([message('', UNHEARD)], '', 'How much is the cake?')).toMatch(
    /^I can't listen/,
  );
  expect(await about([message('', UNHEARD)], '', 'How much is it?', 'es')).toMatch(/^No puedo esc/);
});

it('several of a kind get one sentence, each kind its own', async () => {
  const both = await about([message('', UNHEARD, UNHEARD), message('', UNSEEN)], '', 'hello there');
  expect(both!.split('\n')).toEqual([
    expect.stringContaining('voice note'),
    expect.stringContaining('photo'),
  ]);
});

it('what was read without a question is named, and asked about', async () => {
  expect(await about([message('', LIST)])).toBe('He leído tu foto. ¿Qué te gustaría saber?');
});

it('beside a question only what was not read is worth a word', async () => {
  expect(await about([message('Is it fresh?', LIST, STICKER)], 'Is it fresh?')).toBeUndefined();
  expect(await about([message('Is it fresh?', UNSEEN)], 'Is it fresh?')).toMatch(/^I can't read/);
});

it('what came without anything gets a sentence all the same', async () => {
  expect(await about([message('')], '', 'hello there')).toMatch(/^I can't read what you sent/);
});

it('nothing stands in the place of a text that is not there', () => {
  expect(inWords(message('', UNHEARD))).toBe('');
  expect(inWords({ ...message(''), details: { button: { text: 'Yes' } } })).toBe('Yes');
});
