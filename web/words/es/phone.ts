import type { phone as en } from '../en/phone.js';

export const phone: typeof en = {
  title: 'Simulador',
  empty: 'Aquí no hay nada todavía.',
};
