import { describe, expect, it } from 'vitest';
import { FORM, type Sent, STATUS, twilioSides } from '../../test/support/twilio/twilio-side.js';

const side = twilioSides();
const post = (sent?: Sent) => side().post(sent);

describe('what is set up otherwise at Twilio', () => {
  const headers = { 'I-Twilio-Idempotency-Token': 'abc' };
  const said = { MessageSid: 'SM1', SmsStatus: 'received', From: FORM.From };

  it('takes a status callback as one: nobody wrote it, and nobody is answered', async () => {
    const form = { ...said, SmsStatus: 'delivered', MessageStatus: 'delivered' };
    for (let n = 0; n < 2; n++)
      expect((await post({ form, headers }).expect(200)).text).toBe('<Response/>');
    expect(side().accepted).toEqual([]);
    expect(side().updates).toMatchObject([{ sid: 'SM1', status: 'delivered' }, {}]);
    expect(side().logged).toEqual([expect.stringContaining('status callback')]);
  });

  it('takes what a person wrote as a message', async () => {
    await post({ path: STATUS, form: { ...said, Body: 'Hola' }, headers }).expect(204);
    expect(side().accepted).toMatchObject([{ id: 'SM1', phone: '+15005550006', text: 'Hola' }]);
    expect(side().updates).toEqual([]);
    expect(side().logged).toEqual([expect.stringContaining('/api/v1/whatsapp/webhook')]);
  });

  it('says when a message came to a number that does not answer', async () => {
    side().config = { ...side().config, twilioWhatsappFrom: 'whatsapp:+14155238886' };
    for (const To of ['whatsapp:+14155238886', 'whatsapp:+14155238887', 'not a number'])
      await post({ form: { ...FORM, To }, headers }).expect(200);
    expect(side().logged).toEqual([expect.stringContaining('not set up')]);
  });

  it('takes for a message what is not surely a status', async () => {
    for (const MessageStatus of ['delivered', 'a-status-to-come', ''])
      await post({ form: { ...said, MessageSid: '', Body: '', MessageStatus }, headers });
    await post({ form: { ...said, SmsStatus: 'a-status-to-come' }, headers });
    expect(side().accepted).toHaveLength(4);
  });
});
