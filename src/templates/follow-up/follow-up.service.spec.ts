import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { botConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';
import { Problem } from '../../http/problems/problem.js';
import { Signals } from '../../mailbox/queue/signals.js';
import { type Template, templateOf } from '../../whatsapp/sending/content/template.js';
import type { TemplatesService } from '../templates.service.js';
import { FollowUpService } from './follow-up.service.js';
import type { Ages, FollowUp, FollowUpStore, Owed } from './follow-up.store.js';

const [SID, HOUR] = [`HX${'1'.repeat(32)}`, 3_600_000];
const template = (status: string): Template =>
  templateOf({
    sid: SID,
    friendly_name: 'hello',
    types: { 'twilio/text': { body: 'Hello {{1}}, we are here.' } },
    approval_requests: { status },
  })!;
const person = (n: number, profileName?: string): Owed => ({
  conversationId: `c${n}`,
  lastInboundAt: n,
  profileName,
});

let owed: Owed[];
let asked: Ages[];
let stored: [string, FollowUp][];
let found: () => Template;
let settings: Record<string, string | number>;
let warned: string[];
let service: FollowUpService;

beforeEach(() => {
  owed = [person(1, 'Ana'), person(2)];
  [asked, stored, warned] = [[], [], []];
  found = () => template('approved');
  settings = { follow_up_content_sid: SID, follow_up_variables: '1={name|there}' };
  const store: FollowUpStore = {
    owed: async (ages, limit, after = 0) => {
      asked.push(ages);
      return owed.filter(({ lastInboundAt: at }) => at > after).slice(0, limit);
    },
    store: async (one, followUp) => stored.push([one.conversationId, followUp]) > 0,
  };
  const templates = { one: async () => found() } as unknown as TemplatesService;
  const current = async () => botConfig(settings, new Env());
  const config = { current } as unknown as BotConfigService;
  service = new FollowUpService(store, templates, config, new Signals(), new Env());
  vi.spyOn(Logger.prototype, 'log').mockReturnValue(undefined);
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((text: string) => void warned.push(text));
});
afterEach(() => vi.restoreAllMocks());

it('stores the template with the name of each, once their time has come', async () => {
  await service.round();
  expect(stored.map(([id, { text }]) => [id, text])).toEqual([
    ['c1', 'Hello Ana, we are here.'],
    ['c2', 'Hello there, we are here.'],
  ]);
  const content = { template: { sid: SID, variables: { 1: 'Ana' } } };
  expect(stored[0][1].parts).toMatchObject([{ body: 'Hello Ana, we are here.', content }]);
  const [{ least, most }] = asked;
  expect(least).toBeGreaterThan(24 * HOUR);
  expect(most - least).toBe(24 * HOUR);
});

it('goes through all, however many', async () => {
  owed = Array.from({ length: 130 }, (_, n) => person(n + 1));
  await service.round();
  expect(new Set(stored.map(([id]) => id)).size).toBe(130);
});

it('sends nothing where no template is named', async () => {
  settings = {};
  await service.round();
  expect([asked, stored, warned]).toEqual([[], [], []]);
});

it.each<[string, () => Template, Record<string, string>]>([
  ['not approved', () => template('rejected'), {}],
  [
    'gone',
    () => {
      throw new Problem(404, 'No such template', 'There is none.');
    },
    {},
  ],
  ['without a value', () => template('approved'), { follow_up_variables: '2=x' }],
])('sends nothing while the template is %s, and says so once', async (_, given, more) => {
  found = given;
  settings = { ...settings, ...more };
  for (let round = 0; round < 3; round++) await service.round();
  expect(stored).toEqual([]);
  expect(warned).toHaveLength(1);
});
