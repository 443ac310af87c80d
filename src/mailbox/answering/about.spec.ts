import { expect, it } from 'vitest';
import { MemoryMessages } from '../../../test/support/stores/memory/messages.js';
import type { Message, MessageDetails } from '../../chat/messages/message.js';
import type { Turn } from '../turns/turn.js';
import type { TurnStore } from '../turns/turn.store.js';
import { AboutService } from './about.service.js';

const message = (id: string, text: string, more: Partial<Message> = {}): Message => ({
  id,
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  createdAt: 0,
  ...more,
});
const HISTORY = [
  message('SM1', 'When do you open?', { turnId: 't1' }),
  message('a1', 'From 9 to 8. And more.', { role: 'assistant', turnId: 't1' }),
  message('SM2', 'Do you have wifi?', { turnId: 't2' }),
  message('a2', 'Yes.', { role: 'assistant', turnId: 't2' }),
];
const PARTS = [{ sid: 'SM-first' }, { sid: 'SM-second', body: 'And more.' }] as Turn['parts'];
const turns = { find: async () => [{ id: 't1', parts: PARTS }] } as unknown as TurnStore;
const about = new AboutService(new MemoryMessages(), turns);
const aboutOf = async (details: MessageDetails) => {
  const found = await about.of([message('SM3', 'and on Sundays?', { details })], HISTORY);
  return found.map(({ id, role, text }) => `${id} ${role}: ${text}`);
};

it('a reply is about the exchange that it replies to, whose part stands for the answer', async () => {
  expect(await aboutOf({ repliedTo: 'SM-second' })).toEqual([
    'SM1 user: When do you open?',
    'a1 assistant: And more.',
  ]);
});

it('a reply to a question is about its answer, too', async () => {
  expect(await aboutOf({ repliedTo: 'SM2' })).toEqual([
    'SM2 user: Do you have wifi?',
    'a2 assistant: Yes.',
  ]);
});

it('a reply to what is not found is about nothing', async () => {
  expect(await aboutOf({ repliedTo: 'SM-of-old' })).toEqual([]);
});

it.each([
  [{ headline: 'Ring cake', body: 'From 2 January' }, 'Ring cake', 'From 2 January'],
  [{ headline: 'Ring cake' }, 'Ring cake', 'Ring cake'],
  [{ body: 'From 2 January' }, 'From 2 January', 'From 2 January'],
])('a click on an advertisement is about what that says: %j', async (referral, asked, said) => {
  expect(await aboutOf({ referral })).toEqual([
    `SM3 said user: ${asked}`,
    `SM3 answered assistant: ${said}`,
  ]);
  expect(await aboutOf({ referral: { url: 'https://fb.me/1' } })).toEqual([]);
});
