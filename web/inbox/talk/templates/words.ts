import { wordsOf } from '../../../shell/language.js';
import { templates as en } from '../../../words/en/templates.js';
import { templates as es } from '../../../words/es/templates.js';

/** What is said where a template is chosen. */
export const useTemplateWords = wordsOf(en, es);
