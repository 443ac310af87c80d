import type { why as en } from '../en/why.js';

export const why: typeof en = {
  title: 'Por qué esta respuesta',
  empty: 'Aquí no hay nada todavía.',
};
