import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** A calm green; its seventh shade has the contrast that WCAG AA wants, on white and of white. */
const leaf: MantineColorsTuple = [
  '#ecf8f3',
  '#d5ede3',
  '#a9dac6',
  '#79c6a6',
  '#51b48b',
  '#38a97a',
  '#1f8f63',
  '#12805c',
  '#0b6b4c',
  '#03553b',
];

export const theme = createTheme({
  colors: { leaf },
  primaryColor: 'leaf',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  black: '#16201c',
  // A name may be given to what has a role only.
  components: { Loader: { defaultProps: { role: 'status' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif, 'Apple Color Emoji', 'Noto Color Emoji'",
  headings: { fontWeight: '650' },
});

/** Mantine's own quiet text, and its red one, have too little contrast for WCAG AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b7278',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-text': '#e3e6e8',
    '--mantine-color-dimmed': '#a3a7ab',
    '--mantine-color-placeholder': '#969a9e',
    '--mantine-color-error': '#ff8f86',
  },
});
