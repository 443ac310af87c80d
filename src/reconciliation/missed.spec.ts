import { describe, expect, it } from 'vitest';
import type { ListedMessage } from '../whatsapp/sending/listed-message.js';
import { byDate, isAnsweredElsewhere, lookedUntil, readUntil, shouldHaveCome } from './missed.js';

const NOW = Date.UTC(2026, 10, 28, 12);
const [MINUTE, HOUR] = [60_000, 3_600_000];
const NUMBER = 'whatsapp:+14155238886';
const PERSON = 'whatsapp:+15005550006';
const own = { number: NUMBER, firstWebhookAt: NOW - 48 * HOUR };

const message = (over: Partial<ListedMessage> = {}): ListedMessage => ({
  sid: 'SM1',
  inbound: true,
  from: PERSON,
  to: NUMBER,
  body: 'hola',
  status: 'received',
  createdAt: NOW - 5 * MINUTE,
  mediaCount: 0,
  messagingServiceSid: null,
  ...over,
});
const sent = (over: Partial<ListedMessage> = {}) =>
  message({ sid: 'SM2', inbound: false, from: NUMBER, to: PERSON, createdAt: NOW, ...over });

describe('a message that should have come', () => {
  it.each([
    ['after a minute', message({ createdAt: NOW - MINUTE }), true],
    ['within 24 hours', message({ createdAt: NOW - 24 * HOUR + 1 }), true],
    ['of a user id', message({ from: 'whatsapp:US.1349' }), true],
    ['not within the minute', message({ createdAt: NOW - MINUTE + 1 }), false],
    ['not after 24 hours', message({ createdAt: NOW - 24 * HOUR }), false],
    ['not to another number', message({ to: 'whatsapp:+14155238887' }), false],
    ['not one that was sent', message({ inbound: false }), false],
    ['not of nobody', message({ from: null }), false],
  ])('%s', (_what, one, came) => {
    expect(shouldHaveCome(one, own, NOW)).toBe(came);
  });

  it('came in after the first genuine webhook', () => {
    const young = { number: NUMBER, firstWebhookAt: NOW - 3 * MINUTE };
    expect(shouldHaveCome(message({ createdAt: NOW - 4 * MINUTE }), young, NOW)).toBe(false);
    expect(shouldHaveCome(message({ createdAt: NOW - 2 * MINUTE }), young, NOW)).toBe(true);
  });
});

it('is read back to the first webhook, 24 hours, or shortly before the last look', () => {
  expect(readUntil(own, NOW)).toBe(NOW - 24 * HOUR);
  expect(readUntil({ number: NUMBER, firstWebhookAt: NOW - HOUR }, NOW)).toBe(NOW - HOUR);
  const looked = { ...own, lookedUntil: lookedUntil(NOW - MINUTE) };
  expect(readUntil(looked, NOW)).toBe(NOW - 7 * MINUTE);
  expect(lookedUntil(NOW)).toBe(NOW - MINUTE);
});

describe('a message that was answered elsewhere', () => {
  const unknown = () => false;
  it.each([
    ['a send follows that nobody knows', sent(), unknown, true],
    ['in the same second', sent({ createdAt: NOW - 5 * MINUTE }), unknown, true],
    ['by a service that has no sender yet', sent({ from: null }), unknown, true],
    ['not: we know it', sent(), () => true, false],
    ['not: it was sent before', sent({ createdAt: NOW - 6 * MINUTE }), unknown, false],
    ['not: to somebody else', sent({ to: 'whatsapp:+15005550009' }), unknown, false],
    ['not: from another number', sent({ from: 'whatsapp:+14155238887' }), unknown, false],
    ['not: the person wrote again', message({ createdAt: NOW }), unknown, false],
  ])('%s', (_what, other, isOurs, elsewhere) => {
    expect(isAnsweredElsewhere(message(), [other], own, isOurs)).toBe(elsewhere);
  });
});

it('is taken in by date', () => {
  const [latest, twin] = [message({ sid: 'SM0', createdAt: NOW }), message({ sid: 'SM3' })];
  const late = message({ sid: 'SM4', createdAt: NOW - 9 * MINUTE });
  const listed = [latest, message(), twin, late];
  expect(byDate(listed).map(({ sid }) => sid)).toEqual(['SM4', 'SM3', 'SM1', 'SM0']);
});
