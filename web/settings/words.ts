import { wordsOf } from '../shell/language.js';
import { settings as en } from '../words/en/settings.js';
import { settings as es } from '../words/es/settings.js';

/** What this screen says. */
export const useSettingsWords = wordsOf(en, es);
