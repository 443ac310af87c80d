import { beforeEach, expect, it } from 'vitest';
import type { Message } from '../../chat/messages/message.js';
import { botConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { wordsOf } from '../../language/language.js';
import type { Channel } from '../outbox/channel.js';
import type { Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import type { TurnStore } from '../turns/turn.store.js';
import type { UnansweredService } from '../turns/unanswered.service.js';
import type { Draft, Work } from '../turns/work.js';
import type { FormerOptOuts } from './former-opt-outs.js';
import { ConsentService } from './consent.service.js';

const HOUR_MS = 3_600_000;
const claim = { conversationId: 'c' } as Claim;
const ASKED: Message = {
  id: 'asked',
  turnId: 'asked',
  conversationId: 'c',
  role: 'assistant',
  source: 'whatsapp',
  text: wordsOf('es').offers.optOut,
  createdAt: 0,
};
const said = (text: string, details: Message['details'] = {}): Message => ({
  ...ASKED,
  id: text,
  turnId: undefined,
  role: 'user',
  text,
  details,
});

let drafts: Draft[];
const turns = {
  answer: async (_: Claim, draft: Draft) => void drafts.push(draft),
  open: async () => null,
  find: async ([id]: string[]) => [{ id, parts: [{ sid: 'SM-asked' }] }],
};
const service = new ConsentService(
  turns as unknown as TurnStore,
  {} as UnansweredService,
  { current: async () => botConfig({ history_hours: 12 }, new Env()) } as BotConfigService,
  { parts: (text: string) => [text] } as unknown as Channel,
  new Signals(),
  { restore: async () => false } as unknown as FormerOptOuts,
);

/** Whether these messages opt out, so many hours after the bot has asked. */
async function optsOut(message: Message, hours = 0) {
  const earlier = { messages: [ASKED] };
  const work = { waiting: [message], waitingInAll: 1, earlier, now: hours * HOUR_MS } as Work;
  await service.applyWish(claim, work);
  return drafts.some(({ optOut }) => optOut);
}

beforeEach(() => {
  drafts = [];
});

it('a yes to the question opts out, also as a reply or a reaction to it', async () => {
  expect(await optsOut(said('sí'))).toBe(true);
  expect(await optsOut(said('sí', { repliedTo: 'SM-asked' }))).toBe(true);
  expect(await optsOut(said('👍', { kind: 'reaction', repliedTo: 'SM-asked' }))).toBe(true);
});

it('a yes to another message does not', async () => {
  expect(await optsOut(said('sí', { repliedTo: 'SM-before' }))).toBe(false);
  expect(await optsOut(said('👍', { kind: 'reaction', repliedTo: 'SM-before' }))).toBe(false);
});

it('a yes after the hours in which what was said counts does not', async () => {
  expect(await optsOut(said('sí'), 11)).toBe(true);
  drafts = [];
  expect(await optsOut(said('sí'), 13)).toBe(false);
});
