import { describe, expect, it } from 'vitest';
import { NAUGHTY } from '../../../test/support/naughty.js';
import { Problem } from '../../http/problems/problem.js';
import type { Form } from './form.js';
import { inboundOf } from './inbound-message.js';

const SM = `SM${'0'.repeat(32)}`;
const read = (form: Form) =>
  inboundOf({ From: 'whatsapp:+15005550006', Body: 'Hola', ...form }, { maxChars: 20 });
const refused = (form: Form): string => {
  try {
    read(form);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).getStatus()).toBe(400);
    return (error as Problem).detail;
  }
  return expect.fail('should have been refused');
};

describe('the sender', () => {
  it('is a phone, a user id, or both', () => {
    expect(read({})).toMatchObject({ phone: '+15005550006', text: 'Hola', details: {} });
    expect(read({ From: 'whatsapp:US.1349' })).toMatchObject({ userId: 'US.1349' });
    expect(read({ From: 'whatsapp:US.1349' })).not.toHaveProperty('phone');
    expect(read({ ExternalUserId: 'whatsapp:ID.4566' })).toMatchObject({
      phone: '+15005550006',
      userId: 'ID.4566',
    });
  });

  it('has its own user id first, and the others beside it, each once', () => {
    const sender = read({ From: 'whatsapp:US.1', ExternalUserId: 'whatsapp:US.2' });
    expect(sender).toMatchObject({ userId: 'US.1', otherIds: ['US.2'] });
    const ids = { ExternalUserId: 'US.1', ParentExternalUserId: 'whatsapp:US.ENT.118' };
    expect(read(ids)).toMatchObject({ userId: 'US.1', otherIds: ['US.ENT.118'] });
    expect(read({ From: 'whatsapp:US.1', ...ids }).otherIds).toEqual(['US.ENT.118']);
    expect(read({ ExternalUserId: 'US.1' })).not.toHaveProperty('otherIds');
  });

  it('does without a user id that is none', () => {
    expect(read({ ExternalUserId: 'whatsapp:+15005550001' })).not.toHaveProperty('userId');
    expect(read({ ExternalUserId: 'nonsense' })).not.toHaveProperty('userId');
  });

  it.each([undefined, '', 'whatsapp: 15005550006', '+15005550006', ['whatsapp:+15005550006']])(
    'is refused as %j',
    (From) => {
      expect(refused({ From })).toMatch(/^From must look like/);
    },
  );
});

it('naughty strings are no senders, but names', () => {
  for (const text of NAUGHTY) {
    expect(refused({ From: text })).toMatch(/^From must look like/);
    expect(read({ ProfileName: text }).profileName).toBe(text.replace(/[^\P{Cc}\n\t]/gu, ''));
  }
});

describe('the text', () => {
  it('is cleaned', () => {
    expect(read({ Body: 'a\u0000\r\nb\ud800' }).text).toBe('a\nb\ufffd');
  });

  it('may be as long as MAX_INBOUND_CHARS, in code points, once it is clean', () => {
    expect(read({ Body: '😀'.repeat(20) }).text).toBe('😀'.repeat(20));
    expect(read({ Body: `${'a'.repeat(20)}\u0000` }).text).toHaveLength(20);
    expect(refused({ Body: '😀'.repeat(21) })).toContain('20 characters');
  });

  it.each([undefined, '', ' \n ', '\u0000\u0007'])('is refused as %j alone', (Body) => {
    expect(refused({ Body })).toContain('must not be empty');
  });

  it('is refused when it comes twice', () => {
    expect(refused({ Body: ['a', 'b'] })).toBe('Body must be given once');
  });

  it('may be empty with media, a location or a button', () => {
    const media = { url: 'https://api.twilio.com/m/1', contentType: 'image/jpeg' };
    const form = { MediaUrl0: media.url, MediaContentType0: media.contentType, NumMedia: '1' };
    expect(read({ Body: '', ...form })).toMatchObject({ text: '', details: { media: [media] } });
    expect(read({ Body: '', Latitude: '40.4', Longitude: '-3.7', Label: 'Shop' }).details).toEqual({
      kind: 'location',
      location: { latitude: 40.4, longitude: -3.7, label: 'Shop' },
    });
    expect(read({ Body: '', ButtonPayload: 'yes-1', ButtonText: 'Yes' }).details.button).toEqual({
      text: 'Yes',
      payload: 'yes-1',
    });
  });

  it('is refused empty with what is no media and no place', () => {
    expect(refused({ Body: '', MediaUrl0: 'nonsense' })).toContain('must not be empty');
    expect(refused({ Body: '', Latitude: 'NaN', Longitude: '1' })).toContain('must not be empty');
    expect(refused({ Body: '', Latitude: '91', Longitude: '1' })).toContain('must not be empty');
  });
});

describe('the rest', () => {
  it('takes MessageSid as the key, and makes one up without it', () => {
    expect(read({ MessageSid: SM }).id).toBe(SM);
    for (const MessageSid of [undefined, '']) {
      expect(read({ MessageSid }).id).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(refused({ MessageSid: 'a b' })).toContain('MessageSid');
    expect(refused({ MessageSid: 'a'.repeat(65) })).toContain('MessageSid');
    expect(refused({ MessageSid: [SM, SM] })).toContain('MessageSid');
  });

  it('keeps what a turn may need', () => {
    const form = { OriginalRepliedMessageSid: SM, MessageType: 'text', OptOutType: 'STOP' };
    expect(read({ ...form, ProfileName: 'Ana\u0000' })).toMatchObject({
      profileName: 'Ana',
      details: { repliedTo: SM, messageType: 'text', optOut: 'stop' },
    });
  });

  it('takes the first of a repeated field, and no field that it does not know', () => {
    const inbound = read({ ProfileName: ['Ana', 'Eva'], Forwarded: 'true', constructor: 'x' });
    expect(inbound.profileName).toBe('Ana');
    expect(Object.keys(inbound).sort()).toEqual(['details', 'id', 'phone', 'profileName', 'text']);
  });

  it('keeps names short and lists finite', () => {
    expect(read({ ProfileName: 'a'.repeat(5000) }).profileName).toHaveLength(256);
    const urls = Array.from({ length: 50 }, (_, n) => [
      `MediaUrl${n}`,
      `https://api.twilio.com/${n}`,
    ]);
    expect(read(Object.fromEntries(urls)).details.media).toHaveLength(10);
  });
});
