import type { settings as en } from '../en/settings.js';

export const settings: typeof en = {
  title: 'Ajustes',
  empty: 'Aquí no hay nada todavía.',
};
