import { icon } from '../shell/icons.js';

export const SearchIcon = icon(
  'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z',
  'M15.500 15.500 20 20',
);
export const CrossIcon = icon('M6 6l12 12M18 6 6 18');
export const BackIcon = icon('M14.500 5 7.500 12l7 7');
export const DownIcon = icon('M12 5v14M6 13l6 6 6-6');
export const PersonIcon = icon(
  'M12 4a3.800 3.800 0 1 0 0 7.600A3.800 3.800 0 0 0 12 4z',
  'M4.500 20c.6-3.800 3.600-6 7.500-6s6.900 2.200 7.500 6',
);
export const BotIcon = icon(
  'M5 9.500h14V19H5z',
  'M12 9.500V6M12 5.900v.1M9 13.500v1.500M15 13.500v1.500M2.500 13v3M21.500 13v3',
);
export const HandIcon = icon(
  'M8 12V6.200a1.400 1.400 0 0 1 2.800 0V11M10.800 10.500V4.700a1.400 1.400 0 0 1 2.800 0v6M13.600 10.800V6a1.400 1.400 0 0 1 2.800 0v7.500c0 4-2.200 6.800-5.700 6.800-3 0-4.600-1.500-6-4.600l-1-2.300c-.6-1.400 1.200-2.500 2.200-1.300L8 14.500',
);
export const MutedIcon = icon(
  'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z',
  'M6.200 6.200l11.600 11.600',
);
export const PlugIcon = icon('M8 8l-4 4 4 4M16 8l4 4-4 4M13.500 6l-3 12');
export const FileIcon = icon('M6.500 3.500h7l4 4v13h-11z', 'M13.500 3.500v4h4');
export const PictureIcon = icon(
  'M4 5h16v14H4z',
  'M4 16l4.500-4.500 4 4 2.500-2.500L20 17M15 8.800v.1',
);
export const VoiceIcon = icon(
  'M12 3.500a2.500 2.500 0 0 0-2.500 2.500v5.500a2.500 2.500 0 0 0 5 0V6A2.500 2.500 0 0 0 12 3.500z',
  'M6 11.500a6 6 0 0 0 12 0M12 17.500v3',
);
export const VideoIcon = icon('M3.500 6.500h11v11h-11z', 'M14.500 10.500l6-3v9l-6-3');
export const PlaceIcon = icon(
  'M12 21c4.500-5 6.500-8.300 6.500-11a6.500 6.500 0 1 0-13 0c0 2.700 2 6 6.500 11z',
  'M12 7.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z',
);
export const FilterIcon = icon('M4 6h16M7 12h10M10 18h4');
