import { beforeEach, describe, expect, it } from 'vitest';
import { handedOver } from '../../../test/support/answers/handed-over.js';
import { MemoryMessages } from '../../../test/support/stores/memory/messages.js';
import { Handovers } from '../../chat/handover/handovers.js';
import type { Message, MessageDetails } from '../../chat/messages/message.js';
import { BusinessTime } from '../../chat/now/business-time.js';
import type { Reply } from '../../chat/reply.js';
import { SystemClock } from '../../clock.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { type BotConfig, botConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';
import { wordsOf } from '../../language/language.js';
import type { Turn } from '../turns/turn.js';
import type { TurnStore } from '../turns/turn.store.js';
import { AboutService } from './about.service.js';
import { FormsService } from './forms.service.js';

const { kinds, offers } = wordsOf('en');
const PASSED_ON = handedOver('en', kinds.order);
const clock = new SystemClock();
const settings = { current: async () => config } as Partial<BotConfigService> as BotConfigService;
const handovers = new Handovers(new BusinessTime(clock, settings), clock);
const HOURS = 'We open from 9:00 to 20:00.';
let config: BotConfig;
let past: MemoryMessages;
let turns: Partial<Turn>[];
let asked: { question: string; about: string[] }[];
let answer: Partial<Reply>;
let forms: FormsService;
let number = 0;

beforeEach(() => {
  config = { ...botConfig({}, new Env()), language: 'en' };
  past = new MemoryMessages();
  turns = [];
  asked = [];
  answer = { text: HOURS, sources: [{}] as Reply['sources'] };
  const store = { find: async () => turns } as Partial<TurnStore> as TurnStore;
  forms = new FormsService(new AboutService(past, store), handovers);
});

const message = (text: string, details?: MessageDetails, more: Partial<Message> = {}): Message => ({
  id: `SM${number++}`,
  conversationId: 'c',
  role: 'user',
  source: 'whatsapp',
  text,
  ...(details && { details }),
  createdAt: 0,
  ...more,
});
const of = (kind: MessageDetails['kind'], text = '') => message(text, { kind });
const hear = (...messages: Message[]) =>
  forms.reply(messages, config, async (question, about) => {
    asked.push({ question, about: about.map(({ role, text }) => `${role}: ${text}`) });
    return { mode: 'llm', sources: [], ...answer } as Reply;
  });
const said = async (...messages: Message[]) => (await hear(...messages))?.text;

describe('what asks nothing is not searched, and gets the sentence of its kind', () => {
  it.each([
    ['sticker', kinds.sticker],
    ['empty', kinds.empty],
    ['lost', kinds.lost],
    ['unsupported', kinds.unreadable],
    ['unknown', kinds.unreadable],
    ['contact', `${kinds.contact} ${offers.person}`],
    ['flow', `${kinds.flow} ${offers.person}`],
    ['reaction', undefined],
  ] as const)('%s', async (kind, sentence) => {
    expect(await said(of(kind))).toBe(sentence);
    expect(await said(of(kind), of(kind), of('reaction', '👍'))).toBe(sentence);
    expect(asked).toEqual([]);
  });

  it('an order goes to a person', async () => {
    const text = PASSED_ON;
    expect(await hear(of('order', 'Two loaves'))).toMatchObject({
      text,
      handover: { reason: 'order' },
    });
    expect(asked).toEqual([]);
  });

  it('a sticker may have an answer of the operator', async () => {
    config.stickerMessage = '¡Qué bonito!';
    expect(await said(of('sticker'))).toBe('¡Qué bonito!');
  });

  it('in all languages while nobody has shown one', async () => {
    config.language = 'auto';
    const es = wordsOf('es');
    expect(await said(of('sticker'))).toBe(`${es.kinds.sticker}\n${kinds.sticker}`);
    expect(await said(of('welcome'))).toBe(
      `${es.lines.greeting(config.botName)}\n${wordsOf('en').lines.greeting(config.botName)}`,
    );
    answer = { text: 'No.' };
    await said(of('location'));
    expect(asked.map(({ question }) => question)).toEqual([es.kinds.wayThere, kinds.wayThere]);
  });

  it('in the language of what was said before', async () => {
    config.language = 'auto';
    past.kept = [message('When do you open tomorrow?')];
    expect(await said(of('sticker'))).toBe(kinds.sticker);
    past.kept.push(message('¿Y a qué hora cerráis?'));
    expect(await said(of('sticker'))).toBe(wordsOf('es').kinds.sticker);
  });
});

describe('what is taken for a question', () => {
  it('a place asks the way, if the documents know it', async () => {
    expect(await said(of('location'))).toBe(HOURS);
    expect(asked[0].question).toBe(kinds.wayThere);
    answer = { text: "I don't have that information." };
    expect(await said(of('location'))).toBe(`${kinds.location} ${offers.person}`);
  });

  it('a reaction answers what the bot has just offered, and nothing else', async () => {
    past.kept = [
      message('Do you have a pool?', undefined, { turnId: 't' }),
      message(`No. ${offers.person}`, undefined, { role: 'assistant', turnId: 't' }),
    ];
    turns = [{ id: 't', parts: [{ sid: 'SM-offer', body: 'No.' }] as Turn['parts'] }];
    const reaction = (text: string, repliedTo = 'SM-offer') =>
      said(message(text, { kind: 'reaction', repliedTo }));
    expect(await reaction('👍')).toBe(HOURS);
    expect(asked.map(({ question }) => question)).toEqual(['👍']);
    expect(await reaction('😂')).toBeUndefined();
    past.kept.push({ ...past.kept[1], id: 'later', turnId: 't2' });
    expect(await reaction('👍')).toBeUndefined();
  });

  it('what nobody wrote is not answered', async () => {
    expect(await said(of('system', 'A sender changed their number'))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('a chat that is opened is a greeting', async () => {
    await hear(of('welcome'));
    expect(asked[0].question).toBe('hello');
  });
});

describe('questions beside it', () => {
  it.each(['sticker', 'empty', 'reaction', 'location', 'welcome'] as const)(
    'are answered as if there were no %s',
    async (kind) => {
      expect(await said(of(kind), message('When do you open?'))).toBe(HOURS);
      expect(asked.map(({ question }) => question)).toEqual(['When do you open?']);
    },
  );

  it('are answered, and what could not be read is told before', async () => {
    const reply = await said(of('unknown'), message('When?'), of('unsupported'), of('contact'));
    expect(reply).toBe(`${kinds.unreadable}\n\n${kinds.contact}\n\n${HOURS}`);
  });

  it('are answered before an order is handed over', async () => {
    const reply = await hear(message('When do you open?'), of('order'));
    const text = `${HOURS}\n\n${PASSED_ON}`;
    expect(reply).toMatchObject({ text, handover: { reason: 'order' }, mode: 'llm' });
  });

  it('may be in the same message', async () => {
    expect(await said(of('location', 'Do you deliver here?'))).toBe(HOURS);
    expect(asked[0].question).toBe('Do you deliver here?');
  });

  it('are read as far as a text may be long, and the sender is told', async () => {
    const long = message('When do you open? And so on', { readUpTo: 17 });
    expect(await said(long)).toBe(`${kinds.tooLong}\n\n${HOURS}`);
    expect(asked[0].question).toBe('When do you open?');
  });
});

describe('what a question is about', () => {
  it('is a place with a name that came with it', async () => {
    const location = { latitude: 40.4, longitude: -3.7, address: 'Calle Mayor 1', label: 'Home' };
    const place = message('', { kind: 'location', location });
    await hear(place, message('Do you deliver here?'));
    expect(asked[0].about).toEqual(['user: Home, Calle Mayor 1', `assistant: ${kinds.location}`]);
  });

  it('is what the bot has offered, if it has, whatever else came', async () => {
    past.kept = [message(`No. ${offers.person}`, undefined, { role: 'assistant', turnId: 't' })];
    const location = { latitude: 40.4, longitude: -3.7, label: 'Home' };
    await hear(message('', { kind: 'location', location }), message('yes please'));
    expect(asked[0].about).toEqual([]);
  });
});
