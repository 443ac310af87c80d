import { afterAll } from 'vitest';
import { Emulator } from '../../support/twilio/emulator.js';
import { TwilioFront } from '../../support/twilio/front.js';

export const NUMBER = 'whatsapp:+15005550006';

/** A Twilio of its own for a file, outside the app, which can be broken; and the environment for it. */
export async function realTwilio() {
  const emulator = await Emulator.start();
  const front = await TwilioFront.start();
  front.target = emulator.address;
  front.senders = [{ sender_id: NUMBER }];
  afterAll(() => Promise.all([front.close(), emulator.close()]));
  const { accountSid, authToken } = emulator.options;
  const env = {
    SIMULATOR: 'off',
    TWILIO_API_BASE: front.address,
    TWILIO_MESSAGING_API_BASE: front.address,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_WHATSAPP_FROM: NUMBER,
  };
  return { front, authToken, env };
}
