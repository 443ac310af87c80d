import type { live as en } from '../en/live.js';

export const live: typeof en = {
  live: 'Al día',
  reconnecting: 'Reconectando…',
};
