import { icon } from '../shell/icons.js';

export const UploadIcon = icon('M12 15V4M8 8l4-4 4 4', 'M4 15v4h16v-4');
export const TrashIcon = icon(
  'M5 7h14M10 7V4.500h4V7M7 7l1 12.500h8L17 7',
  'M10.500 11v5M13.500 11v5',
);
export const PencilIcon = icon(
  'M4 20l1-4.500L16.500 4 20 7.500 8.500 19z',
  'M14 6.500l3.500 3.500',
);
export const BackIcon = icon('M10 6l-6 6 6 6M4 12h16');
export const QuoteIcon = icon('M5 6h14v10H11l-4 3.500V16H5z');
