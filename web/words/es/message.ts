import type { message as en } from '../en/message.js';

export const message: typeof en = {
  title: 'Mensaje',
  empty: 'Aquí no hay nada todavía.',
};
