import { describe, expect, it } from 'vitest';
import type { ListedMessage } from '../../whatsapp/sending/listed-message.js';
import { byTwilio, isOneOf, judge, type OpenAttempt } from './matching.js';

const AT = Date.UTC(2026, 10, 28, 12);
const FROM = 'whatsapp:+14155238886';
const SERVICE = `MG${'1'.repeat(32)}`;
const [SECOND, MINUTE] = [1000, 60_000];

const attempt = (over: Partial<OpenAttempt> = {}): OpenAttempt => ({
  id: 'a1',
  kind: 'part',
  to: '+15005550006',
  from: FROM,
  account: 'AC1',
  text: 'We open at 9.',
  begunAt: AT,
  ...over,
});

const listed = (over: Partial<ListedMessage> = {}): ListedMessage => ({
  sid: 'SM1',
  inbound: false,
  from: FROM,
  to: 'whatsapp:+15005550006',
  body: 'We open at 9.',
  status: 'delivered',
  createdAt: AT + SECOND,
  mediaCount: 0,
  messagingServiceSid: null,
  ...over,
});

interface Given {
  asked?: Partial<OpenAttempt>;
  known?: string[];
  others?: OpenAttempt[];
}

const judged = (messages: ListedMessage[], { asked, known = [], others = [] }: Given = {}) =>
  judge(attempt(asked), { listed: messages, known: new Set(known), others });

describe('a template', () => {
  const template = { asked: { worded: true } } as const;

  it('is settled by its text, as it reads', () => {
    expect(judged([listed()], template).kind).toBe('settled');
  });

  it('is never absent while a message may be it, however Twilio writes that', () => {
    const other = listed({ body: 'Header\nWe open at 9.' });
    expect(judged([other], template).kind).toBe('ambiguous');
    expect(judged([other, listed({ sid: 'SM2' })], template).kind).toBe('ambiguous');
    expect(judged([other], { ...template, known: ['SM1'] }).kind).toBe('absent');
  });
});

describe('settles an attempt', () => {
  it.each([
    ['by its address, sender and text', listed(), {}],
    ['that waits at Twilio', listed({ status: 'queued', sentAt: undefined }), {}],
    ['that failed', listed({ status: 'failed', errorCode: 63016 }), {}],
    ['by a user id', listed({ to: 'whatsapp:US.1349' }), { asked: { to: 'US.1349' } }],
    ['whose text was trimmed', listed({ body: 'We open at 9. ' }), {}],
    ['in the second before it, by the clocks', listed({ createdAt: AT - 3 * SECOND }), {}],
    ['that Twilio made late', listed({ createdAt: AT + 5 * MINUTE }), {}],
    [
      'of a Messaging Service that has no sender yet',
      listed({ from: null, messagingServiceSid: SERVICE, status: 'accepted' }),
      { asked: { from: SERVICE } },
    ],
    [
      'of a Messaging Service, by the sender that it chose',
      listed({ messagingServiceSid: SERVICE }),
      { asked: { from: SERVICE } },
    ],
  ])('%s', (_what, message, given: Given) => {
    const { kind, message: found, candidates } = judged([message], given);
    expect([kind, found?.sid]).toEqual(['settled', 'SM1']);
    expect(candidates).toMatchObject([{ sid: 'SM1', fits: true }]);
  });

  it('beside what others sent, and what came in', () => {
    const messages = [
      listed({ sid: 'SM2', body: 'Another text' }),
      listed({ sid: 'SM3', to: 'whatsapp:+15005550009' }),
      listed({ sid: 'SM4', inbound: true }),
      listed({ sid: 'SM5', createdAt: AT - 5 * MINUTE }),
      listed(),
    ];
    const { kind, message, candidates } = judged(messages);
    expect([kind, message?.sid]).toEqual(['settled', 'SM1']);
    expect(candidates.map(({ sid }) => sid)).toEqual(['SM1', 'SM2', 'SM5']);
  });

  it('although another attempt is open, with another text, sender, person or account', () => {
    const others = [
      attempt({ id: 'a2', text: 'And more' }),
      attempt({ id: 'a3', from: SERVICE }),
      attempt({ id: 'a4', to: '+15005550009' }),
      attempt({ id: 'a5', account: 'AC2' }),
      attempt(),
    ];
    expect(judged([listed()], { others }).kind).toBe('settled');
  });
});

describe('finds nothing', () => {
  it.each([
    ['in an empty list', undefined, {}, undefined],
    ['for another person', listed({ to: 'whatsapp:+15005550009' }), {}, undefined],
    ['of what came in', listed({ inbound: true }), {}, undefined],
    ['long before', listed({ createdAt: AT - 60 * MINUTE }), {}, undefined],
    ['long after', listed({ createdAt: AT + 60 * MINUTE }), {}, undefined],
    ['that is older', listed({ createdAt: AT - MINUTE }), {}, /older than the attempt/],
    ['of another text', listed({ body: 'Good morning' }), {}, /text is another/],
    ['of another sender', listed({ from: 'whatsapp:+14155238887' }), {}, /another sender/],
    ['by a service', listed({ from: null, messagingServiceSid: SERVICE }), {}, /another sender/],
    [
      'by another service',
      listed({ messagingServiceSid: `MG${'2'.repeat(32)}` }),
      { asked: { from: SERVICE } },
      /another sender/,
    ],
    ['that is known', listed(), { known: ['SM1'] }, /known as another message/],
  ])('%s', (_what, message, given: Given, why) => {
    const { kind, message: found, candidates } = judged(message ? [message] : [], given);
    expect([kind, found]).toEqual(['absent', undefined]);
    expect(candidates).toEqual(
      why ? [expect.objectContaining({ fits: false, why: expect.stringMatching(why) })] : [],
    );
  });
});

describe("can't tell", () => {
  it('two messages from each other', () => {
    const { kind, message, candidates } = judged([listed(), listed({ sid: 'SM2' })]);
    expect([kind, message]).toEqual(['ambiguous', undefined]);
    for (const { fits, why } of candidates)
      expect([fits, why]).toEqual([true, expect.stringMatching(/another message/)]);
  });

  it.each([
    ['another message', attempt({ id: 'a2', begunAt: AT - MINUTE })],
    ['a test message', attempt({ id: 't1', kind: 'test' })],
    ['another message', attempt({ id: 'a2', text: ' We open  at 9.' })],
  ])('whose it is: %s of unknown outcome is the same', (what, other) => {
    const { kind, candidates } = judged([listed()], { others: [other] });
    expect(kind).toBe('ambiguous');
    expect(candidates[0].why).toContain(what);
  });

  it('a message whose text Twilio does not keep', () => {
    const { kind, candidates } = judged([listed({ body: '' })]);
    expect(kind).toBe('ambiguous');
    expect(candidates[0].why).toMatch(/can't be compared/);
  });
});

it('keeps five candidates, what fits first, then the nearest', () => {
  const others = Array.from({ length: 9 }, (_, n) =>
    listed({ sid: `SM${n + 2}`, body: 'else', createdAt: AT + (9 - n) * SECOND }),
  );
  const { candidates } = judged([...others, listed({ createdAt: AT + MINUTE })]);
  expect(candidates.map(({ sid }) => sid)).toEqual(['SM1', 'SM10', 'SM9', 'SM8', 'SM7']);
});

it('compares times by the clock of the list', () => {
  const late = listed({ createdAt: AT + 20 * MINUTE });
  const shifted = byTwilio(attempt(), 20 * MINUTE);
  expect(judge(shifted, { listed: [late], known: new Set(), others: [] }).kind).toBe('settled');
});

it('tells whether a message may be one of several attempts', () => {
  expect(isOneOf([attempt({ text: 'else' }), attempt()], listed())).toBe(true);
  expect(isOneOf([attempt({ text: 'else' })], listed())).toBe(false);
  expect(isOneOf([], listed())).toBe(false);
});
