import { readFileSync } from 'node:fs';
import { docxOf, paragraph, table } from '../support/files/docx.js';
import { pdfOf } from '../support/files/pdf.js';

/** What somebody sends, one message after the other, and what the last reply must hold. */
export interface Row {
  name: string;
  messages: Said[];
  holds: RegExp;
}

/** A message as the simulator's control takes it. */
interface Said {
  body?: string;
  media?: { content_type: string; base64: string }[];
  latitude?: number;
  longitude?: number;
  button_payload?: string;
}

const sample = (file: string) => readFileSync(new URL(`samples/${file}`, import.meta.url));
const sent = (content_type: string, bytes: Buffer, body = ''): Said => ({
  body,
  media: [{ content_type, base64: bytes.toString('base64') }],
});

const OFFER = pdfOf([
  [
    { text: 'Presupuesto para la boda', y: 760, size: 18 },
    { text: 'El banquete para ochenta invitados cuesta 3.480 euros.', y: 700 },
    { text: 'La tarta nupcial de tres pisos cuesta 265 euros.', y: 680 },
    { text: 'El fotomatón cuesta 190 euros por toda la noche.', y: 660 },
  ],
]);
const STAFF = docxOf([
  paragraph('Turnos de la semana', 'Ttulo1'),
  table([
    ['Día', 'Responsable'],
    ['Martes', 'Refugio'],
    ['Jueves', 'Casilda'],
  ]),
]);
const CONTACT =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Proveedor de harina\r\nTEL:+12025550123\r\nEND:VCARD\r\n';

/** Everything is about the sample documents, or about what was sent and nothing else. */
export const ROWS: Row[] = [
  {
    name: 'a spoken question, in Spanish',
    messages: [sent('audio/ogg', sample('opening-hours.es.ogg'))],
    holds: /9(:00)?\D+(14(:00)?|2)/,
  },
  {
    name: 'a spoken question, in English',
    messages: [sent('audio/ogg', sample('opening-hours.en.ogg'))],
    holds: /9(:00)?\D+(14(:00)?|2)/,
  },
  {
    name: 'a photographed price list, with its question',
    messages: [sent('image/jpeg', sample('price-list.jpg'), '¿Cuánto cuesta la tarta Sacher?')],
    holds: /29,90/,
  },
  {
    name: 'a photographed price list, asked about later',
    messages: [
      sent('image/jpeg', sample('price-list.jpg')),
      { body: '¿Cuánto cuesta el roscón mediano?' },
    ],
    holds: /18,00/,
  },
  {
    name: 'a PDF, with its question',
    messages: [sent('application/pdf', OFFER, '¿Cuánto cuesta la tarta nupcial?')],
    holds: /265/,
  },
  {
    name: 'a PDF, asked about later, twice',
    messages: [
      sent('application/pdf', OFFER),
      { body: '¿Cuánto cuesta el banquete?' },
      { body: '¿Y el fotomatón?' },
    ],
    holds: /190/,
  },
  {
    name: 'a DOCX, asked about later',
    messages: [
      sent(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        STAFF,
        '¿Quién es responsable el jueves?',
      ),
    ],
    holds: /Casilda/,
  },
  {
    name: 'a contact, asked about later',
    messages: [
      sent('text/vcard', Buffer.from(CONTACT)),
      { body: '¿Qué teléfono tiene el proveedor de harina?' },
    ],
    holds: /202\D?555\D?0123/,
  },
  {
    name: 'a question about the business after a price list of others',
    messages: [
      sent('image/jpeg', sample('price-list.jpg')),
      { body: '¿A qué hora abrís los domingos?' },
    ],
    holds: /9(:00)?\D+14(:00)?/,
  },
  {
    name: 'a location',
    messages: [{ latitude: 40.41, longitude: -3.7 }],
    holds: /calle Inventada/,
  },
  {
    name: 'a button without text',
    messages: [{ button_payload: 'OPENING_HOURS' }],
    holds: /9(:00)?\D+14(:00)?/,
  },
  {
    name: 'a sticker',
    messages: [sent('image/webp', Buffer.from('RIFF....WEBPVP8 '))],
    holds: /sticker/,
  },
];
