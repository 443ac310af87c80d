import type { access as en } from '../en/access.js';

export const access: typeof en = {
  title: 'Acceso',
  tokens: 'Tokens',
  tokensHint:
    'Para personas y programas, uno para cada cual: se puede revocar uno solo, y el registro de abajo dice su nombre.',
  name: 'Nombre',
  scope: 'Alcance',
  scopes: {
    read: 'read: ve todo menos los secretos',
    operate: 'operate: además trabaja con personas y documentos',
    admin: 'admin: todo',
  },
  make: 'Crear un token',
  once: 'Se muestra solo esta vez. Quien lo tiene puede hacer lo que dice su alcance.',
  none: 'No hay ninguno aparte del token de administración.',
  lastUsed: 'último uso',
  never: 'sin usar',
  until: 'hasta',
  revoke: 'Revocar',
  revokeTitle: (name: string) => `¿Revocar ${name}?`,
  revokeMeans: 'Ya no abre nada, y se cierra la sesión de quien entró con él.',
  audit: 'Lo que se hizo',
  auditHint: 'Por la API y aquí: nombres de campos, nunca lo que había en ellos.',
  auditNone: 'Todavía no se hizo nada.',
  by: { token: 'con el token', console: 'aquí', command_line: 'línea de comandos' },
  underWay: 'sin resultado',
  more: 'Mostrar más',
};
