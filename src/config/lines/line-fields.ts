import type { Field } from '../fields.js';

/** The fields of which each line of the business may have its own value, before the common one. */
export const lineFields: Field[] = [
  'twilio_messaging_service_sid',
  'bot_name',
  'system_prompt',
  'language',
  'fallback_message',
  'time_zone',
  'opening_hours',
  'history_hours',
  'show_sources',
  'sticker_message',
  'typing_indicator',
  'daily_tokens_per_sender',
  'rate_limit_per_minute',
];
