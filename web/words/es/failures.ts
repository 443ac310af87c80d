import type { failures as en } from '../en/failures.js';

export const failures: typeof en = {
  title: 'Fallos',
  empty: 'Aquí no hay nada todavía.',
};
