import { describe, expect, it } from 'vitest';
import { FORMS, medium } from '../../../test/support/twilio/forms.js';
import type { Form } from './form.js';
import { inboundOf } from './inbound-message.js';

const json = JSON.stringify;
/** A form of Twilio's: https://www.twilio.com/docs/messaging/guides/webhook-request. */
const read = (form: Form) =>
  inboundOf(
    { From: 'whatsapp:+15005550006', Body: '', NumMedia: '0', ...form },
    { maxChars: 20, fromTwilio: true },
  );
describe("Twilio's forms", () => {
  it.each(FORMS)('%s', (_, form, { text = '', kind, ...details }) => {
    const message = read(form);
    expect([message.text, message.details.kind]).toEqual([text, kind]);
    expect(message.details).toMatchObject(details);
  });

  it('leave media and texts of no kind to those who read them', () => {
    for (const type of ['image/jpeg', 'audio/ogg', 'application/pdf', 'video/mp4'])
      expect(read(medium(type)).details).not.toHaveProperty('kind');
  });

  it('are cheap to read, however deep or long', () => {
    const deep = '{"a":'.repeat(5000) + '1' + '}'.repeat(5000);
    expect(read({ InteractiveData: deep }).details).toEqual({ kind: 'empty' });
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`q${n}`, 'x']));
    expect(read({ InteractiveData: json(many) }).details.flow).toHaveLength(50);
  });
});

describe('to Twilio no message is refused for what it holds', () => {
  it.each([
    ['whatsapp:US.ENT.11815799212886844830', { userId: 'US.ENT.11815799212886844830' }],
    ['whatsapp:15005550006', { userId: '15005550006' }],
    ['whatsapp:some.user_name', { userId: 'some.user_name' }],
    ['messenger:10157', { userId: 'messenger:10157' }],
    ['+15005550006', { phone: '+15005550006' }],
  ])('whoever sends it: %s', (From, sender) => {
    const { phone, userId } = read({ From });
    expect({ ...(phone && { phone }), ...(userId && { userId }) }).toEqual(sender);
  });

  it.each([undefined, '', 'whatsapp:', 'whatsapp: \u0000', ['whatsapp:US.1', 'whatsapp:US.2']])(
    'but for %j, which names nobody',
    (From) => expect(() => read({ From })).toThrow('From must look like'),
  );

  it('a long text is kept whole, with the place up to which it is read', () => {
    const Body = '😀'.repeat(21);
    expect(read({ Body })).toMatchObject({ text: Body, details: { readUpTo: 40 } });
    expect(read({ Body: 'a'.repeat(20) }).details).toEqual({});
  });

  it('ids that can’t be read are kept, and link nothing', () => {
    const ids = { ParentExternalUserId: '118:US', ExternalUserId: 'nonsense' };
    const message = read({ Body: 'Hola', ...ids });
    expect(message.details.otherUserIds).toEqual(['nonsense', '118:US']);
    expect(message).not.toHaveProperty('userId');
  });
});
