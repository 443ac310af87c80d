import { beforeEach, expect, it } from 'vitest';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { MessageLog } from './message-log.js';
import { NoAnswer, type TwilioAnswer } from './twilio-answer.js';
import type { TwilioCall, TwilioClient } from './twilio.client.js';

const ROW = {
  sid: 'SM1',
  direction: 'outbound-api',
  from: null,
  to: 'whatsapp:+15005550006',
  body: 'hola',
  status: 'accepted',
  date_created: 'Sat, 28 Nov 2026 12:00:00 +0000',
  date_sent: null,
  error_code: null,
  error_message: null,
  num_media: '0',
  messaging_service_sid: 'MG1',
};

let answer: TwilioAnswer | Error;
let asked: string[];
let log: MessageLog;

beforeEach(() => {
  asked = [];
  const send = async (_: unknown, { path }: TwilioCall) => {
    asked.push(path);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const config = { current: async () => ({}) } as unknown as BotConfigService;
  log = new MessageLog(config, { send } as unknown as TwilioClient, new SetClock(7));
});

const listOf = (messages: unknown[], next: string | null = null) => {
  answer = { status: 200, body: { messages, next_page_uri: next }, date: 5 };
};

it('reads a page, without a filter by date', async () => {
  listOf([ROW]);
  const page = await log.page({ to: 'whatsapp:+15005550006' });
  expect(asked).toEqual(['/Messages.json?PageSize=100&To=whatsapp%3A%2B15005550006']);
  expect(page).toMatchObject({ next: undefined, twilioNow: 5 });
  expect(page.messages).toEqual([
    {
      sid: 'SM1',
      inbound: false,
      from: null,
      to: 'whatsapp:+15005550006',
      body: 'hola',
      status: 'accepted',
      createdAt: Date.UTC(2026, 10, 28, 12),
      mediaCount: 0,
      messagingServiceSid: 'MG1',
    },
  ]);
  expect(log.latest).toEqual({ at: 7 });
});

it('goes on to the next page on its own path, whatever host the answer names', async () => {
  listOf([], 'https://evil.example/2010-04-01/x.json?PageToken=PA1&Page=1');
  const { next } = await log.page({});
  await log.page({}, next);
  expect(asked[1]).toBe('/Messages.json?PageToken=PA1&Page=1');
});

it('reads failures, media and what came in, and leaves out what is none', async () => {
  const failed = { ...ROW, sid: 'SM2', status: 'failed', error_code: 63016, error_message: 'x' };
  const inbound = { ...ROW, sid: 'MM3', direction: 'inbound', num_media: '1' };
  listOf([failed, inbound, { ...ROW, sid: null }, { ...ROW, date_created: 'soon' }, null, 'x']);
  const { messages } = await log.page({});
  expect(messages).toMatchObject([
    { sid: 'SM2', errorCode: 63016, errorMessage: 'x' },
    { sid: 'MM3', inbound: true, mediaCount: 1 },
  ]);
});

it('names media as a webhook does', async () => {
  const uri = '/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1.json';
  answer = { status: 200, body: { media_list: [{ uri, content_type: 'audio/ogg' }, {}] } };
  expect(await log.media('MM1')).toEqual([
    { url: `https://api.twilio.com${uri.replace('.json', '')}`, contentType: 'audio/ogg' },
  ]);
  expect(asked).toEqual(['/Messages/MM1/Media.json']);
});

it('knows no media of a message that was deleted at Twilio, which is no trouble', async () => {
  answer = { status: 404, body: { code: 20404, message: 'not found' } };
  expect(await log.media('MM1')).toEqual([]);
  expect(log.latest).toEqual({ at: 7 });
});

it.each([
  [
    { status: 401, body: { code: 20003, message: 'Authenticate' } },
    'HTTP 401, 20003, Authenticate',
  ],
  [{ status: 429, body: {}, retryAfter: 30 }, 'HTTP 429'],
  [{ status: 500, body: 'oops' }, 'HTTP 500'],
  [{ status: 200, body: '<html>' }, 'what answers is not Twilio'],
  [{ status: 200, body: {} }, 'what answers is not Twilio: no list came'],
  [new NoAnswer(true, 'no answer in time'), 'no answer: no answer in time'],
])('says what is wrong with the list (%#)', async (given, problem) => {
  answer = given;
  await expect(log.page({})).rejects.toMatchObject({
    name: 'LogTrouble',
    message: problem,
    waitMs: 'retryAfter' in given ? 30_000 : 0,
  });
  expect(log.latest).toEqual({ at: 7, problem });
});
