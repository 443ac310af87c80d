import type { inbox as en } from '../en/inbox.js';

export const inbox: typeof en = {
  title: 'Bandeja',
  empty: 'Aquí no hay nada todavía.',
};
