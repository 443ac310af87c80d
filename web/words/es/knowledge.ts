import type { knowledge as en } from '../en/knowledge.js';

export const knowledge: typeof en = {
  title: 'Conocimiento',
  empty: 'Aquí no hay nada todavía.',
};
