import type { InboundMessage } from './inbound-message.dto.js';
import { bare, type Message } from '../ledger/message.js';
import type { WebhookForm } from '../webhooks/webhook-request.js';

type Fields = Record<string, string | string[] | number | boolean | undefined>;

/**
 * The form of an inbound webhook. Fields:
 * twilio.com/docs/messaging/guides/webhook-request and …/docs/whatsapp/api.
 * @param base where media are fetched: `https://…/2010-04-01/Accounts/AC…`
 */
export function inboundForm(
  accountSid: string,
  base: string,
  message: Message,
  given: InboundMessage,
) {
  const { sid } = message;
  return textOf({
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    AccountSid: accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    SmsStatus: 'received',
    NumSegments: 1,
    ReferralNumMedia: 0,
    ApiVersion: '2010-04-01',
    MessageType: message.said.message_type,
    ...sender(message, given),
    ...media(message, base),
    ...location(given),
    ...context(given),
    ...given.fields,
  });
}

/** WaId is there only where there is a phone. */
function sender(message: Message, given: InboundMessage): Fields {
  const name = given.profile_name ?? 'Guest';
  const phone = /^\+(\d+)$/.exec(bare(message.from))?.[1];
  const data = { context: { ProfileName: name, WaId: phone } };
  return {
    ProfileName: name,
    WaId: phone,
    ExternalUserId: message.externalUserId ?? undefined,
    ParentExternalUserId: given.parent_external_user_id,
    ChannelMetadata: JSON.stringify({ type: 'whatsapp', data }),
  };
}

function media(message: Message, base: string): Fields {
  const files = message.media.flatMap(({ sid, contentType }, i) => [
    [`MediaUrl${i}`, `${base}/Messages/${message.sid}/Media/${sid}`],
    [`MediaContentType${i}`, contentType!],
  ]);
  return { NumMedia: message.media.length, ...Object.fromEntries(files) };
}

function location({ latitude, longitude, address, label }: InboundMessage): Fields {
  return { Latitude: latitude, Longitude: longitude, Address: address, Label: label };
}

function context(given: InboundMessage): Fields {
  return {
    ButtonText: given.button_text,
    ButtonPayload: given.button_payload,
    ListTitle: given.list_title,
    ListId: given.list_id,
    InteractiveData: given.flow && JSON.stringify({ nfm_reply: { response_json: given.flow } }),
    ReferralHeadline: given.referral_headline,
    ReferralBody: given.referral_body,
    ReferralSourceUrl: given.referral_source_url,
    Forwarded: given.forwarded || undefined,
    OriginalRepliedMessageSid: given.original_replied_message_sid,
    OptOutType: given.opt_out_type,
  };
}

export function typeOf(given: InboundMessage) {
  const { media: [file] = [], latitude, button_payload, button_text, list_id, list_title } = given;
  if (latitude !== undefined) return 'location';
  if (button_payload !== undefined || button_text !== undefined) return 'button';
  if (list_id !== undefined || list_title !== undefined || given.flow) return 'interactive';
  if (given.contacts?.length) return 'contacts';
  if (!file) return 'text';
  if (file.content_type === 'image/webp') return 'sticker';
  if (/^text\/(x-)?vcard/.test(file.content_type)) return 'contacts';
  return /^(image|audio|video)\//.exec(file.content_type)?.[1] ?? 'document';
}

function textOf(fields: Fields): WebhookForm {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
