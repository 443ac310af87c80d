import type { setUp as en } from '../en/set-up.js';

export const setUp: typeof en = {
  title: 'Puesta en marcha',
  empty: 'Aquí no hay nada todavía.',
};
