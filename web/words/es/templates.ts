import type { templates as en } from '../en/templates.js';

export const templates: typeof en = {
  choose: 'Plantilla',
  none: 'La cuenta de Twilio aún no tiene plantillas aprobadas: crea una en su Content Template Builder.',
  value: (name) => `Variable ${name}`,
  preview: 'Cómo se lee',
  send: 'Enviar la plantilla',
};
