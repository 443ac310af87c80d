import { DEFAULT_LINE, titleOf } from '../../config/lines/line.js';

/** What a mail to the team says, in one language. */
export interface MailWords {
  subject(waiting: number, failed: number, refused?: 'account' | 'line'): string;
  intro(business: string): string;
  waiting: string;
  waits(since: string, url: string): string;
  failed: string;
  fails(at: string, url: string): string;
  /** `line`: undefined for the account. */
  held(line?: string): string;
  more(count: number): string;
  outro(failuresUrl: string): string;
}

const en: MailWords = {
  subject: (waiting, failed, refused) =>
    [
      waiting && `${waiting} ${waiting === 1 ? 'person waits' : 'people wait'}`,
      failed && `${failed} ${failed === 1 ? 'answer' : 'answers'} failed`,
      refused && `Twilio refuses ${refused === 'line' ? 'a line' : 'the account'}`,
    ]
      .filter(Boolean)
      .join(', '),
  intro: (business) => `Of the WhatsApp messages to ${business}:`,
  waiting: 'They wait for a person:',
  waits: (since, url) => `- since ${since}: ${url}`,
  failed: 'These answers did not arrive, or it is not known whether they did:',
  fails: (at, url) => `- ${at}: ${url}`,
  held: (line) =>
    line
      ? `Twilio refuses ${titleOf(line)}, and its answers wait:`
      : 'Twilio refuses the account, and all answers wait:',
  more: (count) => `- and ${count} more`,
  outro: (url) =>
    `What failed, and what to do: ${url}\n\nWhat people wrote, their names and their numbers are ` +
    'not in this mail: see them in the console.',
};

const es: MailWords = {
  subject: (waiting, failed, refused) =>
    [
      waiting && `${waiting} ${waiting === 1 ? 'persona espera' : 'personas esperan'}`,
      failed && `${failed} ${failed === 1 ? 'respuesta falló' : 'respuestas fallaron'}`,
      refused && `Twilio rechaza ${refused === 'line' ? 'una línea' : 'la cuenta'}`,
    ]
      .filter(Boolean)
      .join(', '),
  intro: (business) => `De los mensajes de WhatsApp a ${business}:`,
  waiting: 'Esperan a una persona:',
  waits: (since, url) => `- desde ${since}: ${url}`,
  failed: 'Estas respuestas no llegaron, o no se sabe si llegaron:',
  fails: (at, url) => `- ${at}: ${url}`,
  held: (line) =>
    line
      ? `Twilio rechaza la línea ${line === DEFAULT_LINE ? 'principal' : line}, y sus respuestas esperan:`
      : 'Twilio rechaza la cuenta, y todas las respuestas esperan:',
  more: (count) => `- y ${count} más`,
  outro: (url) =>
    `Qué falló, y qué hacer: ${url}\n\nLo que escribió la gente, sus nombres y sus números no están ` +
    'en este correo: se ven en la consola.',
};

export const MAIL_WORDS = { en, es };
