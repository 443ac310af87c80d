import { describe, expect, it } from 'vitest';
import { readAddress, readUserId } from './address.js';

describe('readAddress', () => {
  it.each(['+1500555', '+15005550006', '+123456789012345'])('takes the phone %s', (phone) => {
    expect(readAddress(`whatsapp:${phone}`)).toEqual({ phone });
  });

  it.each(['US.13491208655302741918', 'ID.4566abC', 'FI.1', 'US.ENT.118157992'])(
    'takes the user id %s',
    (userId) => {
      expect(readAddress(`whatsapp:${userId}`)).toEqual({ userId });
    },
  );

  it.each([
    '',
    '+15005550006',
    'whatsapp:',
    'whatsapp:15005550006',
    'whatsapp: 15005550006',
    'whatsapp:+150055',
    'whatsapp:+1234567890123456',
    'whatsapp:+05005550006',
    'whatsapp:+15005550006\n',
    'whatsapp:+1500555000a',
    'sms:+15005550006',
    'whatsapp:us.1349',
    'whatsapp:USA.1349',
    'whatsapp:US.',
    'whatsapp:US.13 49',
    `whatsapp:US.${'1'.repeat(129)}`,
  ])('refuses %j', (value) => {
    expect(readAddress(value)).toBeNull();
  });
});

describe('readUserId', () => {
  it('takes it with and without its scheme', () => {
    expect(readUserId('whatsapp:US.1349')).toBe('US.1349');
    expect(readUserId('US.1349')).toBe('US.1349');
    expect(readUserId('whatsapp:+15005550006')).toBeUndefined();
  });
});
