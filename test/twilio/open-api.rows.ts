import { ago, DAY, PERSON, SERVICE, type Simulated } from './simulated.js';

export const MESSAGES = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
const MESSAGE = '/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json';
const FILES = '/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media.json';
const FILE = '/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}.json';
const ACCOUNT = '/2010-04-01/Accounts/{Sid}.json';
const TYPING = '/v2/Indicators/Typing.json';
const OF_SERVICE = '/v1/Services/{Sid}';
const NUMBERS = '/v1/Services/{ServiceSid}/PhoneNumbers';
const SENDERS = '/v1/Services/{MessagingServiceSid}/ChannelSenders';

/** A form that creates a message, without its To and its text. */
export const CREATED: [name: string, form: (s: Simulated) => object][] = [
  ['by From', ({ from }) => ({ From: from })],
  ['by a Messaging Service', () => ({ MessagingServiceSid: SERVICE })],
  ['by both', ({ from }) => ({ From: from, MessagingServiceSid: SERVICE })],
  ['with a picture', ({ from }) => ({ From: from, MediaUrl: ['https://example.com/a.png'] })],
  [
    'with pictures',
    ({ from }) => ({
      From: from,
      MediaUrl: ['https://example.com/a.png', 'https://example.com/b.png'],
    }),
  ],
  [
    'of a template',
    ({ from, template }) => ({
      From: from,
      ContentSid: template,
      ContentVariables: '{"1":"Ana"}',
    }),
  ],
  ['with a place', ({ from }) => ({ From: from, PersistentAction: ['geo:40.4,-3.7|Madrid'] })],
  [
    'with all that is asked of sending',
    ({ from }) => ({
      From: from,
      StatusCallback: 'https://bot.example.com/status?attempt=1#rc=3',
      ValidityPeriod: 600,
      SmartEncoded: true,
      ShortenUrls: false,
      ContentRetention: 'retain',
      AddressRetention: 'retain',
      RiskCheck: 'disable',
      Attempt: 1,
      ProvideFeedback: false,
    }),
  ],
  [
    'for later',
    () => ({
      MessagingServiceSid: SERVICE,
      ScheduleType: 'fixed',
      SendAt: ago(-DAY).toISOString(),
    }),
  ],
];

export const QUERIES: [name: string, query: (s: Simulated) => Record<string, string>][] = [
  ['all', () => ({})],
  ['by sender', () => ({ From: PERSON })],
  ['by both', ({ from }) => ({ To: PERSON, From: from, PageSize: '1' })],
  ['today', () => ({ DateSent: ago(0).toISOString().slice(0, 10) })],
  [
    'between two days',
    () => ({ 'DateSent>': ago(DAY).toISOString(), 'DateSent<': ago(-DAY).toISOString() }),
  ],
  ['nobody', () => ({ To: 'whatsapp:+12025550199' })],
];

export interface Asked {
  method: 'get' | 'post' | 'delete';
  path: string;
  status: number;
  /** Of the message, file or account, in the order of the path. */
  sids?: (s: Simulated) => string[];
  form?: (s: Simulated) => object;
}

/** In this order: what is deleted comes last. */
export const ASKED: [name: string, asked: Asked][] = [
  ['account', { method: 'get', path: ACCOUNT, status: 200, sids: ({ account }) => [account] }],
  ['fetch: inbound', { method: 'get', path: MESSAGE, status: 200, sids: ({ voice }) => [voice] }],
  ['fetch: delivered', { method: 'get', path: MESSAGE, status: 200, sids: ({ first }) => [first] }],
  ['fetch: failed', { method: 'get', path: MESSAGE, status: 200, sids: ({ lost }) => [lost] }],
  ['fetch: scheduled', { method: 'get', path: MESSAGE, status: 200, sids: (s) => [s.waiting] }],
  [
    'cancel',
    {
      method: 'post',
      path: MESSAGE,
      status: 200,
      sids: (s) => [s.waiting],
      form: () => ({ Status: 'canceled' }),
    },
  ],
  [
    'redact',
    {
      method: 'post',
      path: MESSAGE,
      status: 200,
      sids: (s) => [s.first],
      form: () => ({ Body: '' }),
    },
  ],
  ['files', { method: 'get', path: FILES, status: 200, sids: (s) => [s.voice] }],
  ['files: none', { method: 'get', path: FILES, status: 200, sids: (s) => [s.first] }],
  ['file', { method: 'get', path: FILE, status: 200, sids: (s) => [s.voice, s.file] }],
  [
    'typing',
    {
      method: 'post',
      path: TYPING,
      status: 200,
      form: (s) => ({ channel: 'whatsapp', messageId: s.voice }),
    },
  ],
  ['service', { method: 'get', path: OF_SERVICE, status: 200, sids: () => [SERVICE] }],
  ['its numbers', { method: 'get', path: NUMBERS, status: 200, sids: () => [SERVICE] }],
  ['its senders', { method: 'get', path: SENDERS, status: 200, sids: () => [SERVICE] }],
  ['file: delete', { method: 'delete', path: FILE, status: 204, sids: (s) => [s.voice, s.file] }],
  ['delete', { method: 'delete', path: MESSAGE, status: 204, sids: (s) => [s.first] }],
];
