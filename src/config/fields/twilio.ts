import { sid, whatsAppNumber } from '../../env/rules.js';
import { AUTH_TOKEN, KEY_SECRET, SHARED_KEYS } from '../secrets/twilio-secrets.js';
import { oneOf, type Setting, text } from '../setting.js';

/** The settings of Twilio's account, and of what is asked of Twilio. */
export const TWILIO = {
  twilio_account_sid: { is: text(34, sid('AC')), env: 'TWILIO_ACCOUNT_SID', twilio: 'credential' },
  twilio_auth_token: {
    is: text(200, AUTH_TOKEN),
    env: 'TWILIO_AUTH_TOKEN',
    secret: true,
    twilio: 'credential',
  },
  twilio_shared_keys: {
    is: SHARED_KEYS,
    env: 'TWILIO_SHARED_KEYS',
    secret: 'pairs',
    twilio: 'setting',
    description:
      "Twilio's SharedKeys that a Webhook Rule may sign with: `id=secret` pairs, by commas. Each " +
      'secret comes back masked; a masked one sent back stays as it is, an id left out is taken away.',
  },
  twilio_whatsapp_from: {
    is: text(30, whatsAppNumber('whatsapp:+15005550006')),
    env: 'TWILIO_WHATSAPP_FROM',
    twilio: 'setting',
  },
  twilio_api_key_sid: { is: text(34, sid('SK')), env: 'TWILIO_API_KEY_SID', twilio: 'credential' },
  twilio_api_key_secret: {
    is: text(200, KEY_SECRET),
    env: 'TWILIO_API_KEY_SECRET',
    secret: true,
    twilio: 'setting',
  },
  twilio_messaging_service_sid: {
    is: text(34, sid('MG')),
    env: 'TWILIO_MESSAGING_SERVICE_SID',
    twilio: 'setting',
  },
  typing_indicator: {
    is: oneOf(['on', 'off']),
    default: 'on',
    description:
      'On WhatsApp, the sender sees "typing…" while an answer is made, and that the message was read.',
  },
  delete_media: {
    is: oneOf(['off', 'on']),
    default: 'off',
    description: 'Voice notes, pictures and files are deleted at Twilio once they are read.',
  },
  uncertain_sends: {
    is: oneOf(['hold', 'resend']),
    default: 'hold',
    description:
      "A message that may have been sent, and isn't found in Twilio's list for ten minutes, waits for a " +
      'person (hold) or is sent again (resend): then it may come twice.',
  },
} as const satisfies Record<string, Setting>;
