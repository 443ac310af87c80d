import { createRequire } from 'node:module';

/** The Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings). */
const LIST = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];

/** What the list got after its package was made. */
const LATER = [
  'hasOwnProperty',
  '1#INF',
  '-1#IND',
  '<foo val=“bar” />',
  "<foo val=`bar' />",
  '🇺🇸🇷🇺🇸🇦',
  'مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ فِي النُّظُمِ الْقَائِمَةِ وَفِيم يَخُصَّ التَّطْبِيقَاتُ الْحاسُوبِيَّةُ ',
  '<plaintext>',
  'http://a/%%30%30',
  '%',
  '_',
  '{0}',
];

/** Texts that have broken programs, each once, without those that say nothing. */
export const NAUGHTY = [...new Set([...LIST, ...LATER])].filter((text) => text.trim());
