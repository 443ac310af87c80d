import type { MessageDetails, MessageKind } from '../../../src/chat/messages/message.js';
import type { Fields } from './form.js';

const SID = `SM${'a'.repeat(32)}`;
const json = JSON.stringify;
export const medium = (contentType: string) => ({
  NumMedia: '1',
  MediaUrl0: 'https://api.twilio.com/2010-04-01/m/1',
  MediaContentType0: contentType,
});
const metadata = (data: object) => ({ ChannelMetadata: json({ type: 'whatsapp', data }) });
const place = { Latitude: '40.41', Longitude: '-3.70' };

type Row = [
  name: string,
  form: Fields,
  read: { kind?: MessageKind; text?: string } & MessageDetails,
];
/** What WhatsApp through Twilio sends, in the forms of its fields; and what is kept of each. */
export const FORMS: Row[] = [
  ['a text', { Body: 'Hola', MessageType: 'text' }, { text: 'Hola' }],
  ['a text without a type', { Body: 'Hola' }, { text: 'Hola' }],
  ['a text of a type to come', { Body: 'Hola', MessageType: 'hologram' }, { text: 'Hola' }],
  ['a forwarded text', { Body: 'Hola', Forwarded: 'true' }, { text: 'Hola', forwarded: true }],
  [
    'a text forwarded by many',
    { Body: 'Hola', FrequentlyForwarded: 'true', Forwarded: 'false' },
    { text: 'Hola', forwarded: true },
  ],
  ['a text that is not', { Body: 'Hola', Forwarded: 'false' }, { text: 'Hola' }],
  [
    'a reply',
    { Body: '¿y esto?', OriginalRepliedMessageSid: SID },
    { text: '¿y esto?', repliedTo: SID },
  ],
  [
    'a quick reply',
    { Body: 'Yes', ButtonText: 'Yes', ButtonPayload: 'CONFIRM_1', MessageType: 'button' },
    { text: 'Yes', button: { text: 'Yes', payload: 'CONFIRM_1' } },
  ],
  ['a label alone', { ButtonText: 'Ver carta' }, { text: 'Ver carta' }],
  ['a payload alone', { ButtonPayload: 'OPENING_HOURS' }, { text: 'opening hours' }],
  ['a payload of JavaScript', { ButtonPayload: 'showMenu' }, { text: 'show menu' }],
  ['a payload in words', { ButtonPayload: '¿A qué hora abrís?' }, { text: '¿A qué hora abrís?' }],
  [
    'a payload that is an identifier',
    { ButtonPayload: '7f3a-99812', MessageType: 'button' },
    { kind: 'unknown', button: { payload: '7f3a-99812' } },
  ],
  [
    'a row of a list',
    { ListId: 'wifi', ListTitle: 'Wifi', MessageType: 'interactive' },
    { text: 'Wifi', button: { text: 'Wifi', payload: 'wifi' } },
  ],
  ['a row by its id', { ListId: 'lunch-menu' }, { text: 'lunch menu' }],
  [
    "a row in Meta's shape",
    { InteractiveData: json({ type: 'list_reply', list_reply: { id: 'r1', title: 'Paella' } }) },
    { text: 'Paella', button: { text: 'Paella', payload: 'r1' } },
  ],
  [
    "a button in Meta's shape, in the channel's own data",
    metadata({ interactive: { button_reply: { id: 'b', title: 'Reservar' } } }),
    { text: 'Reservar' },
  ],
  ['a place', place, { kind: 'location', location: { latitude: 40.41, longitude: -3.7 } }],
  [
    'a place with its name',
    { ...place, Label: 'Café', Address: 'Calle Mayor 1', MessageType: 'location' },
    {
      kind: 'location',
      location: { latitude: 40.41, longitude: -3.7, label: 'Café', address: 'Calle Mayor 1' },
    },
  ],
  ['a place that is none', { Latitude: 'NaN', Longitude: '1' }, { kind: 'empty' }],
  ['a sticker', medium('image/webp'), { kind: 'sticker' }],
  ['a sticker by its type', { MessageType: 'sticker' }, { kind: 'sticker' }],
  ['a vCard', medium('text/vcard'), { kind: 'contact' }],
  ['a vCard of old', medium('text/x-vcard; charset=utf-8'), { kind: 'contact' }],
  [
    'contacts with their names',
    { MessageType: 'contacts', Contacts: json([{ name: { formatted_name: 'Ana López' } }]) },
    { kind: 'contact', contacts: ['Ana López'] },
  ],
  [
    'a reaction',
    { Body: '👍', MessageType: 'reaction', OriginalRepliedMessageSid: SID },
    { kind: 'reaction', text: '👍', repliedTo: SID },
  ],
  ['a reaction that was taken back', { MessageType: 'reaction' }, { kind: 'reaction' }],
  [
    "answers to a form, in Meta's shape",
    {
      Body: 'Sent',
      MessageType: 'interactive',
      InteractiveData: json({
        nfm_reply: {
          name: 'flow',
          body: 'Sent',
          response_json: json({
            flow_token: 'x1',
            screen_0_Your_name_0: 'Ana',
            screen_1_Table_1: ['0_Inside', '1_Window'],
          }),
        },
      }),
    },
    {
      kind: 'flow',
      text: 'Sent\nYour name: Ana\nTable: Inside, Window',
      flow: [
        { question: 'Your name', answer: 'Ana' },
        { question: 'Table', answer: 'Inside, Window' },
      ],
    },
  ],
  [
    'answers to a form, in pages',
    {
      MessageType: 'interactive',
      InteractiveData: json({
        pages: [{ id: 'p1', items: [{ type: 'text', label: 'People', value: 4 }] }],
      }),
    },
    { kind: 'flow', text: 'People: 4', flow: [{ question: 'People', answer: '4' }] },
  ],
  [
    "answers to a form, in the channel's own data",
    metadata({ interactive: { nfm_reply: { response_json: '{"date":"2026-12-01"}' } } }),
    {
      kind: 'flow',
      text: 'date: 2026-12-01',
      flow: [{ question: 'date', answer: '2026-12-01' }],
    },
  ],
  ['an order', { MessageType: 'order' }, { kind: 'order' }],
  [
    'an order with its items',
    metadata({
      order: {
        catalog_id: '1',
        product_items: [
          { product_retailer_id: 'SKU-1', quantity: 2, item_price: 3.5, currency: 'EUR' },
          { product_retailer_id: 'SKU-2' },
        ],
      },
    }),
    {
      kind: 'order',
      text: '2 × SKU-1 (3.5 EUR)\n1 × SKU-2',
      order: ['2 × SKU-1 (3.5 EUR)', '1 × SKU-2'],
    },
  ],
  [
    'a click on an advertisement, with a question',
    {
      Body: '¿Cuánto cuesta?',
      ReferralHeadline: 'Roscón de Reyes',
      ReferralBody: 'Desde el 2 de enero',
      ReferralSourceUrl: 'https://fb.me/1',
      ReferralNumMedia: '0',
    },
    {
      text: '¿Cuánto cuesta?',
      referral: {
        headline: 'Roscón de Reyes',
        body: 'Desde el 2 de enero',
        url: 'https://fb.me/1',
      },
    },
  ],
  ['such a click alone', { ReferralHeadline: 'Roscón' }, { kind: 'welcome' }],
  [
    'such a click that says no words',
    { Body: '', ReferralSourceType: 'ad', ReferralSourceId: '1', ReferralCtwaClid: 'c' },
    { kind: 'welcome' },
  ],
  ['a chat that is opened', { MessageType: 'request_welcome' }, { kind: 'welcome' }],
  ['what WhatsApp hands to nobody', { MessageType: 'unsupported' }, { kind: 'unsupported' }],
  ['what WhatsApp says of itself', { MessageType: 'system' }, { kind: 'system' }],
  ['a kind to come', { MessageType: 'hologram' }, { kind: 'unknown' }],
  ['a member of Object', { MessageType: 'constructor' }, { kind: 'unknown' }],
  ['nothing', {}, { kind: 'empty' }],
  ['no Body at all', { Body: undefined, MessageType: 'text' }, { kind: 'empty' }],
  ['blanks', { Body: ' \n\u00a0' }, { kind: 'empty', text: ' \n\u00a0' }],
  ['a picture that Twilio could not get', { MessageType: 'image' }, { kind: 'lost' }],
  ['media without an address', { MessageType: 'audio', NumMedia: '1' }, { kind: 'lost' }],
  [
    'a second picture, without the first',
    { ...medium('image/jpeg'), MediaUrl0: '', MediaUrl1: 'https://x/1', MediaContentType1: 'a/b' },
    { media: [{ url: 'https://x/1', contentType: 'a/b' }] },
  ],
  ['broken JSON', { ...metadata({}), InteractiveData: '{"nfm_reply":' }, { kind: 'empty' }],
];
