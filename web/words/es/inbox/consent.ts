import type { consent as en } from '../../en/inbox/consent.js';

export const consent: typeof en = {
  blocked: 'Bloqueó este número. No se envía nada hasta que vuelva a escribir.',
  invalid: 'En este número no hay WhatsApp. No se envía nada hasta que vuelva a escribir.',
  code: (code) => `Error ${code} de Twilio`,
  reachable: 'Se le puede escribir',
  record: 'Consentimiento',
  none: 'Ni se dio de baja ni de alta.',
  opted_out: 'De baja',
  opted_in: 'De alta',
  by: { sender: 'con sus palabras', channel: 'según Twilio', operator: 'anotado aquí' },
};
