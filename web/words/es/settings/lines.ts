import type { lines as en } from '../../en/settings/lines.js';

export const lines: typeof en = {
  title: 'Líneas',
  hint: 'Los números de WhatsApp y los Messaging Services del negocio. Cada uno responde desde sí mismo, con ajustes propios donde los tiene.',
  list: 'Líneas',
  states: {
    default: 'La línea principal',
    set_up: 'Configurada',
    unknown: 'Sin configurar: nadie responde',
  },
  conversations: (count) => (count === 1 ? '1 conversación' : `${count} conversaciones`),
  waiting: (count) => (count === 1 ? '1 mensaje espera' : `${count} mensajes esperan`),
  latest: 'última',
  through: (service) => `por ${service}`,
  settings: 'Ajustes',
  settingsOf: (line) => `Ajustes de ${line}`,
  setUp: 'Configurar',
  setUpOf: (line) => `Configurar ${line}`,
  add: 'Añadir una línea',
  addHint: 'Un número como +15005550006, o el SID de un Messaging Service.',
  next: 'Seguir',
  back: 'Todas las líneas',
  new: 'Aún no está configurada. Cuando lo esté, el bot responde en ella, también a quien escribió en las últimas 24 horas y espera.',
  remove: 'Quitar la configuración',
  removeTitle: (line) => `¿Que nadie responda ya en ${line}?`,
  removeHint:
    'Sus conversaciones se quedan. Lo que se le escriba se guarda, y espera hasta que la línea se configure otra vez.',
  removed: 'La configuración está quitada.',
};
