import type { ReactNode } from 'react';

/** Lines in a square of 24, in the colour of the text; they say nothing to a screen reader. */
export function icon(...paths: string[]) {
  return ({ size = 20 }: { size?: number }): ReactNode => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

export const ChecklistIcon = icon(
  'M4 6.500 5.500 8 8.500 5',
  'M4 16.500 5.500 18 8.500 15',
  'M12 7h8M12 17h8',
);
export const ChartIcon = icon('M4 20h16', 'M7 16v-4M12 16V6M17 16v-7');
export const InboxIcon = icon(
  'M4 13.500 6.500 5h11L20 13.500V19H4z',
  'M4 13.500h4.500c.3 1.800 1.700 3 3.500 3s3.200-1.200 3.500-3H20',
);
export const WarningIcon = icon('M12 4 21 19.500H3z', 'M12 10v4M12 16.800v.1');
export const BookIcon = icon(
  'M4 5.500C6.500 4.500 9.500 4.600 12 6.500c2.500-1.900 5.500-2 8-1v13c-2.500-1-5.500-.9-8 1-2.500-1.900-5.500-2-8-1z',
  'M12 6.500v13',
);
export const SettingsIcon = icon('M4 8h9M17 8h3M4 16h3M11 16h9', 'M15 6v4M9 14v4');
export const PhoneIcon = icon('M7.500 3h9v18h-9z', 'M11 18h2');
export const MenuIcon = icon('M4 7h16M4 12h16M4 17h16');
export const EyeIcon = icon(
  'M2.500 12C5 7.500 8.200 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.700 6.500-9.500 6.500S5 16.500 2.500 12z',
  'M12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
);
export const EyeOffIcon = icon(
  'M4 4l16 16',
  'M9.500 5.800c.8-.2 1.600-.3 2.500-.3 3.800 0 7 2 9.500 6.500-.8 1.400-1.700 2.600-2.700 3.500M14.500 18.200c-.8.2-1.600.3-2.500.3-3.800 0-7-2-9.500-6.500.9-1.600 1.900-2.900 3-3.900',
);
export const SunIcon = icon(
  'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  'M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
);
export const MoonIcon = icon('M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z');
export const LeaveIcon = icon('M10 4H5v16h5', 'M14 8l4 4-4 4M18 12H9');
export const MessageIcon = icon(
  'M12 4c4.700 0 8.500 3.300 8.500 7.500S16.700 19 12 19c-1.100 0-2.200-.2-3.200-.5L4 20l1.300-3.700A6.900 6.900 0 0 1 3.500 11.500C3.500 7.300 7.300 4 12 4z',
);
export const CrossIcon = icon('M6 6l12 12M18 6L6 18');
